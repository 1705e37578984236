import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EksAccessEntry } from "@cdktf/provider-aws/lib/eks-access-entry";
import { EksAccessPolicyAssociation } from "@cdktf/provider-aws/lib/eks-access-policy-association";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import { type BareEnvironment, zones } from "./environment";
import type { BareNetwork } from "./network";

export class BareCluster extends Construct {
  readonly cluster: EksCluster;
  readonly oidcProvider: IamOpenidConnectProvider;

  constructor(scope: Construct, id: string, environment: BareEnvironment, network: BareNetwork) {
    super(scope, id);
    const { cluster: name, account } = environment;
    const role = new IamRole(this, "role", {
      name: `${name}-cluster`,
      description: `Control plane of the EKS cluster ${name}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "eks.amazonaws.com" } }],
      }),
    });
    const attachment = new IamRolePolicyAttachment(this, "policy", { role: role.name, policyArn: "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy" });
    const key = this.secretsKey(environment, role);
    const logs = new CloudwatchLogGroup(this, "logs", { name: `/aws/eks/${name}/cluster`, retentionInDays: 90 });
    this.cluster = new EksCluster(this, "cluster", {
      name,
      roleArn: role.arn,
      version: "1.35",
      bootstrapSelfManagedAddons: false,
      enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
      accessConfig: { authenticationMode: "API", bootstrapClusterCreatorAdminPermissions: false },
      encryptionConfig: { resources: ["secrets"], provider: { keyArn: key.arn } },
      forceUpdateVersion: false,
      kubernetesNetworkConfig: {},
      upgradePolicy: { supportType: "STANDARD" },
      vpcConfig: {
        subnetIds: zones.map((zone) => network.subnets.intra.get(zone)!.id),
        endpointPrivateAccess: true,
        endpointPublicAccess: false,
      },
      dependsOn: [attachment, logs],
    });
    this.administrator(`arn:aws:iam::${account}:role/platform-admin`);
    this.oidcProvider = new IamOpenidConnectProvider(this, "oidc", { url: this.cluster.identity.get(0).oidc.get(0).issuer, clientIdList: ["sts.amazonaws.com"] });
  }

  private secretsKey({ cluster, account }: BareEnvironment, role: IamRole): KmsKey {
    const key = new KmsKey(this, "key", {
      description: `Secrets of the EKS cluster ${cluster}`,
      enableKeyRotation: true,
      rotationPeriodInDays: 365,
      deletionWindowInDays: 30,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          { Sid: "Administration", Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" },
          {
            Sid: "Use",
            Effect: "Allow",
            Principal: { AWS: role.arn },
            Action: ["kms:Encrypt", "kms:Decrypt", "kms:ListGrants", "kms:DescribeKey"],
            Resource: "*",
          },
        ],
      }),
    });
    new KmsAlias(this, "key-alias", { name: `alias/eks/${cluster}`, targetKeyId: key.keyId });
    return key;
  }

  private administrator(principalArn: string): void {
    const entry = new EksAccessEntry(this, "admin", { clusterName: this.cluster.name, principalArn, type: "STANDARD" });
    new EksAccessPolicyAssociation(this, "admin-policy", {
      clusterName: this.cluster.name,
      principalArn: entry.principalArn,
      policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
      accessScope: { type: "cluster" },
    });
  }
}
