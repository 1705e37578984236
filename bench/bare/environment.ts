/** What the environments of this program differ in. The first is the AWS side of `envs/prod`. */
export interface BareEnvironment {
  readonly name: string;
  readonly cluster: string;
  readonly account: string;
  /** First two numbers of the VPC's 10.10.0.0/16. */
  readonly block: string;
  /** The provider's default tags do not reach what Auto Scaling starts. */
  readonly tags: Record<string, string>;
}

export const region = "us-east-1";
export const zones = ["us-east-1a", "us-east-1b", "us-east-1c"] as const;
export type Zone = (typeof zones)[number];

export function bareEnvironments(count: number): BareEnvironment[] {
  return Array.from({ length: count }, (_, index) => environment(index === 0 ? "prod" : `prod-${index}`, index));
}

function environment(name: string, index: number): BareEnvironment {
  return {
    name,
    cluster: `eks-${name}`,
    account: String(333333333333 + index),
    block: `10.${10 + index}`,
    tags: { Environment: name, ManagedBy: "terraform", CostCenter: "platform" },
  };
}
