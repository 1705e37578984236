/** Versions of the AWS provider that an environment may pin: the supported floor, and what the bindings know. */
export const providerVersions = ["5.100.0", "6.25.0"] as const;

/**
 * Versions of the providers of what runs inside the cluster, pinned like the AWS provider.
 * Source: https://registry.terraform.io/providers/hashicorp/helm and …/kubernetes, as the bindings name them, read 2026-11-21.
 */
export const clusterProviderVersions = { helm: "3.1.1", kubernetes: "2.38.0" } as const;
