import { EksAddon } from "@cdktf/provider-aws/lib/eks-addon";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { Fn, type ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { BareCluster } from "./cluster";
import { type BareEnvironment, zones } from "./environment";
import type { BareNetwork } from "./network";

const nodePolicies = ["AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly", "AmazonSSMManagedInstanceCore"];

/** The node group and the add-ons around it. */
export class BareNodes extends Construct {
  constructor(scope: Construct, id: string, environment: BareEnvironment, network: BareNetwork, { cluster, oidcProvider }: BareCluster) {
    super(scope, id);
    const addon = (addonName: string, dependsOn: ITerraformDependable[], serviceAccountRoleArn?: string) =>
      new EksAddon(this, addonName, {
        clusterName: cluster.name,
        addonName,
        resolveConflictsOnCreate: "OVERWRITE",
        resolveConflictsOnUpdate: "OVERWRITE",
        preserve: false,
        serviceAccountRoleArn,
        dependsOn,
      });
    const cni = this.cniRole(environment, oidcProvider);
    const before = [addon("vpc-cni", [cni.attachment], cni.role.arn), addon("kube-proxy", [])];
    const { role, attachments } = this.nodeRole(environment);
    const template = this.launchTemplate(environment);
    const group = new EksNodeGroup(this, "spot", {
      clusterName: cluster.name,
      nodeGroupNamePrefix: "spot-",
      nodeRoleArn: role.arn,
      subnetIds: zones.map((zone) => network.subnets.private.get(zone)!.id),
      version: cluster.version,
      capacityType: "SPOT",
      amiType: "AL2023_x86_64_STANDARD",
      instanceTypes: ["m5.large", "m5a.large", "m5d.large", "m5n.large"],
      launchTemplate: { id: template.id, version: template.latestVersion.toString() },
      scalingConfig: { minSize: 1, desiredSize: 2, maxSize: 5 },
      updateConfig: { maxUnavailablePercentage: 33 },
      tags: environment.tags,
      lifecycle: { createBeforeDestroy: true },
      dependsOn: [...attachments, ...before, ...network.egress],
    });
    addon("coredns", [group]);
  }

  private cniRole({ cluster }: BareEnvironment, provider: IamOpenidConnectProvider) {
    const issuer = Fn.replace(provider.url, "https://", "");
    const role = new IamRole(this, "cni-role", {
      name: `${cluster}-vpc-cni`,
      description: `Add-on vpc-cni of the EKS cluster ${cluster}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Federated: provider.arn },
            Action: "sts:AssumeRoleWithWebIdentity",
            Condition: { StringEquals: { [`${issuer}:aud`]: "sts.amazonaws.com", [`${issuer}:sub`]: ["system:serviceaccount:kube-system:aws-node"] } },
          },
        ],
      }),
    });
    const attachment = new IamRolePolicyAttachment(this, "cni-policy", { role: role.name, policyArn: "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy" });
    return { role, attachment };
  }

  private nodeRole({ cluster, tags }: BareEnvironment) {
    const role = new IamRole(this, "role", {
      name: `${cluster}-nodes`,
      description: `Nodes of the EKS cluster ${cluster}`,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
      }),
      tags,
    });
    const attachments = nodePolicies.map((policy) => new IamRolePolicyAttachment(this, policy, { role: role.name, policyArn: `arn:aws:iam::aws:policy/${policy}` }));
    return { role, attachments };
  }

  private launchTemplate({ cluster, tags }: BareEnvironment): LaunchTemplate {
    return new LaunchTemplate(this, "template", {
      namePrefix: `${cluster}-spot-`,
      description: `Node group spot of the EKS cluster ${cluster}`,
      updateDefaultVersion: true,
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeType: "gp3", volumeSize: 50, encrypted: "true", deleteOnTermination: "true" } }],
      monitoring: { enabled: false },
      tagSpecifications: ["instance", "volume"].map((resourceType) => ({ resourceType, tags: { ...tags, Name: `${cluster}-spot` } })),
      tags,
      lifecycle: { createBeforeDestroy: true },
    });
  }
}
