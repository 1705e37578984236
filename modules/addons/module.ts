import { mockAttributes } from "../../aws/mock-attributes";
import { fromVariables, type ModuleDefinition } from "../../kernel";
import { addonsAbout } from "./about";
import { Addons } from "./addons";
import { addonsInputs } from "./inputs";
import { addonsTests } from "./tests";

export const addonsModule = {
  name: "addons",
  doc: "Add-ons of an Amazon EKS cluster in the order that works, each with a role of its own and the policies that AWS recommends, by Pod Identity or IRSA.",
  about: addonsAbout,
  inputs: addonsInputs,
  build: (scope) => void new Addons(scope, "addons", fromVariables),
  example: `cluster_name = "eks-example"
region       = "us-east-1"
account      = "111122223333"

addons = {
  eks-pod-identity-agent = {}
  vpc-cni                = {}
  kube-proxy             = {}
  coredns                = {}
}`,
  complete: `cluster_name = "eks-example"
region       = "us-east-1"
account      = "111122223333"

# Each role stays as it is when the word changes.
identity = "podIdentity"

# For the add-ons that take IRSA.
oidc_provider = {
  arn    = "arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE"
  issuer = "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE"
}

addons = {
  eks-pod-identity-agent = {}

  vpc-cni = {
    version = "v1.22.4-eksbuild.3"
    configuration_values = jsonencode({
      enableNetworkPolicy = "true"
      env                 = { ENABLE_PREFIX_DELEGATION = "true" }
    })
  }

  kube-proxy = { version = "v1.35.3-eksbuild.13" }
  coredns    = { version = "v1.14.3-eksbuild.3", resolve_conflicts_on_update = "PRESERVE" }

  # Volumes with a key of your own.
  aws-ebs-csi-driver = {
    permissions = {
      volume_keys = { arns = ["arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000"] }
    }
  }
  snapshot-controller = {}

  # AWS recommends no policy here: the zones that it may change must be named.
  external-dns = {
    permissions = {
      hosted_zones = { arns = ["arn:aws:route53:::hostedzone/Z0123456789ABCDEFGHIJ"] }
    }
  }

  aws-efs-csi-driver = { identity = "irsa" }

  amazon-cloudwatch-observability = {
    role = { arn = "arn:aws:iam::111122223333:role/observability" }
  }

  # Last, because adot does not start without cert-manager.
  cert-manager = {}
  adot         = { preserve = true, tags = { Team = "observability" } }
}

role_path = "/platform/"

tags = {
  Environment = "example"
}`,
  tests: addonsTests(mockAttributes),
} satisfies ModuleDefinition;
