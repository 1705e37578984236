import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { PlatformStack, Target } from "../kernel";
import { lower } from "../kernel/lower";
import type { CheckedEnvironment } from "./environment";
import { clusterProviderVersions } from "./provider-versions";

/** Tags that controllers and AWS itself put on our resources. A plan must not take them off. */
const foreignTags = {
  keyPrefixes: ["k8s.io/cluster-autoscaler/", "elbv2.k8s.aws/", "eks:"],
  keys: ["AutoScalingGroupPropagatedTags"],
};

/** The build of an environment: it runs on exactly the provider version that it pins. */
export function targetOf(version: string): Target {
  const others = Object.fromEntries(Object.entries(clusterProviderVersions).map(([name, pinned]) => [name, { source: `hashicorp/${name}`, constraint: pinned }]));
  return { provider: "aws", source: "hashicorp/aws", floor: version, constraint: version, others };
}

/** The stack's AWS provider: one account, one region, one role, tags on everything. */
export function awsProvider(stack: PlatformStack, environment: CheckedEnvironment): void {
  plainProvider(stack, { ...environment, sessionName: `eks-platform-${environment.name}`, tags: tagsOf(environment) });
}

type Placed = Pick<CheckedEnvironment, "account" | "region"> & { readonly provider: Pick<CheckedEnvironment["provider"], "roleArn" | "emulated">; readonly sessionName: string; readonly tags: Readonly<Record<string, string>> };

export function plainProvider(stack: PlatformStack, { account, region, provider, sessionName, tags }: Placed): void {
  const config = {
    region,
    allowedAccountIds: [account],
    ...(provider.roleArn !== null && { assumeRole: [{ roleArn: provider.roleArn, sessionName }] }),
    ...(provider.emulated && emulated),
    defaultTags: [{ tags }],
    ignoreTags: [foreignTags],
  };
  new AwsProvider(stack, "aws", lower(config) as object);
}

/** The provider of another account of the environment; returns its address. */
export function otherAccountProvider(stack: PlatformStack, environment: CheckedEnvironment, name: string): string {
  const { name: own, region, provider, otherAccounts } = environment;
  const { account, roleArn } = otherAccounts[name]!;
  const config = {
    alias: name,
    region,
    allowedAccountIds: [account],
    ...(roleArn !== null && { assumeRole: [{ roleArn, sessionName: `eks-platform-${own}` }] }),
    ...(provider.emulated && emulated),
    defaultTags: [{ tags: tagsOf(environment) }],
    ignoreTags: [foreignTags],
  };
  new AwsProvider(stack, `aws_${name}`, lower(config) as object);
  return `aws.${name}`;
}

/** Tags of everything in an environment. */
export function tagsOf({ name, tags }: CheckedEnvironment): Readonly<Record<string, string>> {
  return { Environment: name, ManagedBy: "terraform", ...tags };
}

/** Credentials that no AWS account knows. Where requests go is told by `AWS_ENDPOINT_URL`, which the emulator prints. */
const emulated = { accessKey: "emulator", secretKey: "emulator", skipMetadataApiCheck: "true", s3UsePathStyle: true };
