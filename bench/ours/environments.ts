import type { Environment } from "../../envs/environment";
import { prod } from "../../envs/prod/environment";

const { platform: administrator } = prod.cluster.accessEntries!;
const { "vpc-cni": cni, "kube-proxy": proxy, coredns } = prod.addons!;

/** The AWS side of the production environment in one stack, which is what the bare program makes. */
export const classic: Environment = {
  ...prod,
  layout: "one",
  platform: null,
  cluster: { ...prod.cluster, accessEntries: { platform: administrator! } },
  addons: { "vpc-cni": cni!, "kube-proxy": proxy!, coredns: coredns! },
};

/** That and others like it, each in an account, a network and a state of its own. */
export function environments(count: number): Environment[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? classic : another(index)));
}

function another(index: number): Environment {
  const name = `prod-${index}`;
  const account = String(333333333333 + index);
  return {
    ...classic,
    name,
    account,
    state: { s3: { bucket: `example-terraform-states-${name}`, region: prod.region, kmsKeyArn: `arn:aws:kms:${prod.region}:${account}:key/00000000-0000-4000-8000-000000000003`, table: "terraform-locks" } },
    provider: { roleArn: `arn:aws:iam::${account}:role/platform-deploy` },
    network: { ...prod.network!, cidr: `10.${10 + index}.0.0/16` },
    cluster: { ...prod.cluster, name: `eks-${name}`, accessEntries: { platform: { principalArn: `arn:aws:iam::${account}:role/platform-admin`, policies: { AmazonEKSClusterAdminPolicy: {} } } } },
  };
}
