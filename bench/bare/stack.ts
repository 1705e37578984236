import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Backend, TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { BareCluster } from "./cluster";
import { type BareEnvironment, region } from "./environment";
import { BareNetwork } from "./network";
import { BareNodes } from "./nodes";

/** The resources of the AWS side of `envs/prod`, as somebody writes them who has nothing but CDKTF. */
export class BareStack extends TerraformStack {
  constructor(scope: Construct, environment: BareEnvironment) {
    super(scope, environment.name);
    const { name, account, tags } = environment;
    new S3Backend(this, {
      bucket: `example-terraform-states-${name}`,
      key: `${name}/terraform.tfstate`,
      region,
      encrypt: true,
      kmsKeyId: `arn:aws:kms:${region}:${account}:key/00000000-0000-4000-8000-000000000003`,
    });
    new AwsProvider(this, "aws", {
      region,
      allowedAccountIds: [account],
      assumeRole: [{ roleArn: `arn:aws:iam::${account}:role/platform-deploy`, sessionName: name }],
      defaultTags: [{ tags }],
      ignoreTags: [{ keyPrefixes: ["kubernetes.io/cluster/", "k8s.io/cluster-autoscaler/", "elbv2.k8s.aws/", "aws:", "eks:"], keys: ["AutoScalingGroupPropagatedTags"] }],
    });
    const network = new BareNetwork(this, "network", environment);
    const cluster = new BareCluster(this, "cluster", environment, network);
    new BareNodes(this, "nodes", environment, network, cluster);
  }
}
