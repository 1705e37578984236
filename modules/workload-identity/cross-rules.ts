import type { CrossRule } from "../../kernel";

export const crossRules = {
  oidcMissing: {
    id: "identity-oidc-provider",
    field: "oidcProvider",
    expected: "the cluster's OIDC provider for identities by IRSA",
  },
  targetRoleMethod: {
    id: "target-role-method",
    field: "identities",
    expected: "target roles with Pod Identity only",
    why: "IRSA knows none",
  },
} as const satisfies Record<string, CrossRule>;
