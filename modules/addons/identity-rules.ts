import type { CrossRule } from "../../kernel";

/** What must hold between an add-on's identity and what else is there. Terraform and TypeScript say the same. */
export const identityRules = {
  agent: {
    id: "addon-pod-identity-agent",
    field: "addons",
    expected: "eks-pod-identity-agent among the add-ons",
    why: "it hands out the credentials of Pod Identity",
  },
  oidcProvider: {
    id: "addon-oidc-provider",
    field: "oidcProvider",
    expected: "the cluster's OIDC provider",
    why: "it vouches for the service accounts of roles by IRSA",
  },
  unusedRole: {
    id: "addon-role-unused",
    field: "addons",
    expected: "podIdentity or irsa as the identity of an add-on with a role or permissions",
    why: "by node it has the permissions of the nodes and no other",
  },
  serviceAccounts: {
    id: "addon-service-accounts-unknown",
    field: "addons",
    expected: "the service accounts of an add-on with a role or permissions",
    why: "AWS documents none for it",
  },
  kubernetesVersion: {
    id: "addon-resolve-version",
    field: "kubernetesVersion",
    expected: "a Kubernetes version",
    why: "they ask EKS for the version that fits it",
  },
} as const satisfies Record<string, CrossRule>;
