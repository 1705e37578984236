import type { Environment } from "../../envs/environment";
import { qa } from "./example";

// Nothing runs here: each line below would compile without its mark if a mistake in an environment were no type error.
const { network, cluster, nodeGroups, ...rest } = qa;

export const mistakes: readonly Environment[] = [
  // @ts-expect-error: a key that does not exist
  { ...qa, nodegroups: {} },
  // @ts-expect-error: a key that does not exist, deep inside
  { ...qa, nodeGroups: { main: { instanceTypes: ["m5.large"], sizes: { min: 1, desired: 1, max: 1, maximum: 2 } } } },
  // @ts-expect-error: a key that is missing
  { ...rest, network, nodeGroups },
  // @ts-expect-error: a size that is missing
  { ...qa, nodeGroups: { main: { instanceTypes: ["m5.large"], sizes: { min: 1, max: 1 } } } },
  // @ts-expect-error: a word that is no choice
  { ...rest, cluster, network: { cidr: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"], nat: "signle" } },
  // @ts-expect-error: a number where text is
  { ...qa, account: 444444444444 },
  // @ts-expect-error: an image that EKS does not know
  { ...qa, nodeGroups: { main: { instanceTypes: ["m6g.large"], sizes: { min: 1, desired: 1, max: 1 }, amiType: "AL2023_ARM64" } } },
  // @ts-expect-error: a provider that is not supported
  { ...qa, provider: { version: "5.0.0" } },
];

export const right: Environment = { ...rest, cluster, network: null, existingNetwork: { vpcId: "vpc-0", cidr: "10.0.0.0/16", privateSubnetIds: {} } };
