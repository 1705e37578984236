import { Release } from "@cdktf/provider-helm/lib/release";
import { kubernetesNames } from "../aws/kubernetes-names";
import { type Construct, type Expr, length, list, matches, number, readiness, resource, type Rule, text, tf, whole } from "../kernel";

const chartRepository = /^(https|oci):\/\/[A-Za-z0-9.-]+(:[0-9]+)?(\/[A-Za-z0-9._/-]*)?$/;
const chartVersion = /^v?[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.+-]+)?$/;

// Source: https://github.com/helm/helm/blob/v3.18.5/pkg/chartutil/validate_name.go, read 2026-11-21.
const name = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

/** What Helm takes as the name of a release. */
export const releaseNameRules: readonly Rule<string>[] = [
  matches("release-name", name, "the name of a release: lower-case letters, digits, hyphens and dots, a letter or digit at both ends"),
  length("release-name-length", 1, 53, { why: "Helm takes no longer name for a release" }),
];

export const repositoryRule = matches("chart-repository", chartRepository, "the address of a chart repository, https://… or oci://…");
export const chartVersionRule = matches("chart-version", chartVersion, "an exact version such as 1.2.3");
export const namespaceRule = matches("release-namespace", kubernetesNames.dnsLabel, "the name of a namespace: lower-case letters, digits and hyphens, at most 63");

/** Where a release's chart comes from, and how Helm installs it. */
export const releaseInputs = {
  /** Repository of a chart whose project publishes it at `home`. */
  repository: (home: string) =>
    text({
      default: home,
      doc: "Repository of the chart, `https://…` or `oci://…`: a mirror of your own where the public one is out of reach. Terraform reads it while it plans.",
      rules: [repositoryRule],
    }),
  chartVersion: (newest: string) => text({ default: newest, doc: "Version of the chart.", rules: [chartVersionRule] }),
  namespace: (usual: string) =>
    text({ default: usual, doc: "Namespace of the release.", rules: [namespaceRule] }),
  values: list(text(), { default: [], doc: "Further values as YAML documents, laid over those that follow from the other inputs; the last one wins." }),
  timeoutMinutes: number({ default: 10, doc: "Minutes that Helm waits until everything in the release is ready.", rules: [whole("release-timeout", 1, 60)] }),
  ready: readiness("Ids of what must be there before the release: nodes, add-ons, roles, other releases."),
};

export interface ReleaseArguments {
  readonly name: string | Expr<string>;
  readonly chart: string | Expr<string>;
  /** Absent for a chart in a folder. */
  readonly repository?: Expr<string | null>;
  readonly version?: Expr<string | null>;
  readonly namespace: string | Expr<string>;
  /** YAML documents; the last one wins. */
  readonly values: Expr<readonly string[]>;
  readonly timeoutMinutes: number | Expr<number>;
  readonly after: readonly Expr<unknown>[];
  readonly comment?: string | undefined;
}

/** The one way in which a release is made: it is ready when Terraform says so, and an install that fails leaves nothing behind. */
export function helmRelease(scope: Construct, id: string, { after, comment, ...own }: ReleaseArguments) {
  return resource(Release, scope, id, { ...releaseArguments(own), dependsOn: after, comment });
}

/** The same for releases that are repeated by key. */
export function releaseArguments({ timeoutMinutes, ...own }: Omit<ReleaseArguments, "after" | "comment">) {
  return {
    ...own,
    timeout: tf<number>`${timeoutMinutes} * 60`,
    atomic: true,
    cleanupOnFail: true,
    maxHistory: 10,
  };
}
