import { fromVariables, type ModuleDefinition } from "../../kernel";
import { helmReleaseAbout } from "./about";
import { HelmRelease } from "./helm-release";
import { helmReleaseInputs } from "./inputs";

export const helmReleaseModule: ModuleDefinition = {
  name: "helm-release",
  doc: "A Helm release of any chart, published or of your own, with secrets that no state and no plan holds.",
  about: helmReleaseAbout,
  inputs: helmReleaseInputs,
  build: (scope) => void new HelmRelease(scope, "helm_release", fromVariables),
  example: `name      = "traefik"
namespace = "traefik"

chart = {
  published = { repository = "https://traefik.github.io/charts", name = "traefik", version = "41.3.0" }
}`,
  complete: `name      = "karpenter"
namespace = "kube-system"

chart = {
  published = { repository = "oci://public.ecr.aws/karpenter", name = "karpenter", version = "1.14.1" }
}

values = [yamlencode({
  replicas = 2
  settings = {
    clusterName       = "eks-example"
    interruptionQueue = "eks-example-interruptions"
  }
})]

# From a release of their own, which upgrades them.
skip_crds = true

wait_for_jobs   = true
timeout_minutes = 15`,
  tests: {
    mocks: {},
    unmocked: {
      // It has no secret to read here, so it calls nobody.
      aws: `region                      = "us-east-1"
access_key                  = "none"
secret_key                  = "none"
skip_credentials_validation = true
skip_metadata_api_check     = true
skip_requesting_account_id  = true`,
    },
    smallest: {
      "what fails is taken back": "helm_release.this.atomic && helm_release.this.cleanup_on_fail",
      "no secrets, no revision of them": "helm_release.this.set_wo_revision == null && length(terraform_data.secrets) == 0",
    },
    complete: {
      "the version is that which is pinned": 'module.helm_release.chart_version == "1.14.1"',
      "in its namespace": 'module.helm_release.namespace == "kube-system"',
    },
    plans: {
      "a folder's files stand in the description": {
        given: 'chart = { folder = { path = "./examples" } }',
        holds: { "so a change of them is seen": 'can(regex("^files [0-9a-f]{12}$", helm_release.this.description))', "and there is no version": "helm_release.this.repository == null" },
      },
      "without waiting nothing is taken back": { given: "wait = false", holds: { "not atomic": "!helm_release.this.atomic && !helm_release.this.wait" } },
      "a chart from two places is refused": {
        given: 'chart = {\n  published = { repository = "https://example.com", name = "a", version = "1.0.0" }\n  folder    = { path = "./a" }\n}',
        refusedBy: "var.chart",
      },
      "a range of versions is refused": { given: 'chart = { published = { repository = "https://example.com", name = "a", version = "~> 1.0" } }', refusedBy: "var.chart" },
    },
  },
};
