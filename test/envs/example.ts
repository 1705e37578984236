import { checkEnvironment } from "../../envs/checks";
import type { Environment } from "../../envs/environment";
import { describe as sentence } from "../../kernel";

/** A small environment without a mistake. Its name is `qa`. */
export const qa: Environment = {
  name: "qa",
  account: "444444444444",
  region: "us-east-1",
  state: { local: {} },
  network: { cidr: "10.50.0.0/16", zones: ["us-east-1a", "us-east-1b"], nat: "single" },
  cluster: { name: "eks-qa", kubernetesVersion: "1.35", accessEntries: { me: { principalArn: "arn:aws:iam::444444444444:role/admin", policies: { AmazonEKSClusterAdminPolicy: {} } } } },
  nodeGroups: { main: { instanceTypes: ["m5.large", "m5a.large"], sizes: { min: 1, desired: 2, max: 3 } } },
  addons: { "vpc-cni": {}, "kube-proxy": {}, coredns: {} },
};

/** What `data` is told, as a reader sees it. */
export function refusals(data: unknown): string[] {
  return checkEnvironment(data as Environment).problems.map(sentence);
}

/** The example with some of its parts changed. What is not of the type is a mistake on purpose. */
export function qaWith(changes: Readonly<Record<string, unknown>>): Environment {
  return { ...qa, ...changes } as Environment;
}

export const network = (changes: object): Environment => qaWith({ network: { ...qa.network, ...changes } });
export const cluster = (changes: object): Environment => qaWith({ cluster: { ...qa.cluster, ...changes } });
export const group = (changes: object): Environment => qaWith({ nodeGroups: { main: { ...qa.nodeGroups?.["main"], ...changes } } });

/** In a VPC of its own making turned into one that exists already. */
export function existing(changes: object, others: Readonly<Record<string, unknown>> = {}): Environment {
  const privateSubnetIds = { "us-east-1a": "subnet-0a", "us-east-1b": "subnet-0b" };
  return qaWith({ network: undefined, existingNetwork: { vpcId: "vpc-0e", cidr: "10.60.0.0/16", privateSubnetIds, ...changes }, ...others });
}

/** What is said of `data` that is right today. */
export function warnings(data: Environment): string[] {
  return checkEnvironment(data).warnings.map(sentence);
}
