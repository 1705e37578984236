/** The least that a group must be told. */
export const system = { instanceTypes: ["m5.large"], amiType: "AL2023_x86_64_STANDARD", sizes: { min: 1, desired: 2, max: 5 } } as const;

/** The least that node groups must be told. */
export const minimal = {
  clusterName: "eks-test",
  kubernetesVersion: "1.35",
  subnetIds: { "us-east-1a": "subnet-a", "us-east-1b": "subnet-b" },
  groups: { system },
} as const;
