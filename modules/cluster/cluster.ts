import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EksCluster } from "@cdktf/provider-aws/lib/eks-cluster";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { clusterLogGroup } from "../../aws/cluster-log-types";
import { managedPolicies } from "../../aws/managed-policies";
import { nameLimits } from "../../aws/name-limits";
import { policyDocument } from "../../aws/policy-statement";
import { clusterTrust } from "../../aws/trust-policies";
import { bind, Construct, type Expr, type GivenInputs, type Handles, json, limitedName, outputs, present, resource, template, tf } from "../../kernel";
import { administrators } from "./access";
import { clusterInputs } from "./inputs";
import type { ClusterRef } from "./refs";
import { secretsKey } from "./secrets-key";

type Inputs = Handles<typeof clusterInputs>;

/** The control plane, with what must be there before it and who may reach it. */
export class Cluster extends Construct implements ClusterRef {
  readonly name: Expr<string>;
  readonly arn: Expr<string>;
  readonly version: Expr<string>;
  readonly endpoint: Expr<string>;
  readonly certificateAuthority: Expr<string>;
  readonly securityGroupId: Expr<string>;
  readonly oidcProviderArn: Expr<string | null>;
  readonly oidcIssuer: Expr<string>;
  readonly serviceCidr: Expr<string>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof clusterInputs>) {
    super(scope, id);
    const inputs = bind(this, clusterInputs, given);
    const { role, attachment } = clusterRole(this, inputs);
    const key = secretsKey(this, inputs, role);
    const logs = logGroup(this, inputs);
    const cluster = controlPlane(this, inputs, { roleArn: role.arn, keyArn: key.arn, after: [attachment, key.permission, logs] });
    const entries = administrators(this, inputs, cluster.name);
    const issuerUrl = cluster.identity.at(0).oidc.at(0).issuer;
    const oidc = resource(IamOpenidConnectProvider, this, "this", {
      comment: "No thumbprint: AWS checks the issuer's certificate against its own list of authorities.",
      count: present(inputs.oidcProvider),
      url: issuerUrl,
      clientIdList: ["sts.amazonaws.com"],
      tags: inputs.tags,
    });

    this.name = cluster.name;
    this.arn = cluster.arn;
    this.version = cluster.version;
    this.endpoint = cluster.endpoint;
    this.certificateAuthority = cluster.certificateAuthority.at(0).data;
    this.securityGroupId = cluster.vpcConfig.at(0).clusterSecurityGroupId;
    this.oidcProviderArn = oidc.maybe((provider) => provider.arn);
    this.oidcIssuer = tf`trimprefix(${issuerUrl}, "https://")`;
    this.serviceCidr = cluster.kubernetesNetworkConfig.at(0).serviceIpv4Cidr;
    outputs(this, {
      clusterName: { value: this.name, doc: "Name of the cluster." },
      clusterArn: { value: this.arn, doc: "ARN of the cluster." },
      clusterVersion: { value: this.version, doc: "Kubernetes version of the control plane." },
      clusterPlatformVersion: { value: cluster.platformVersion, doc: "EKS platform version of the control plane." },
      clusterStatus: { value: cluster.status, doc: "Status of the cluster, `ACTIVE` when it serves." },
      clusterEndpoint: { value: this.endpoint, doc: "URL of the API server." },
      clusterCertificateAuthorityData: { value: this.certificateAuthority, doc: "Certificate authority of the API server, base64." },
      clusterSecurityGroupId: { value: this.securityGroupId, doc: "Security group that EKS makes and gives to the control plane and to managed nodes." },
      clusterServiceCidr: { value: this.serviceCidr, doc: "Address block of Kubernetes services." },
      clusterOidcIssuerUrl: { value: issuerUrl, doc: "URL of the cluster's OIDC issuer." },
      oidcProvider: { value: this.oidcIssuer, doc: "OIDC issuer without `https://`, as IAM spells condition keys." },
      oidcProviderArn: { value: this.oidcProviderArn, nullable: true, doc: "ARN of IAM's OIDC provider, null when there is none." },
      clusterIamRoleArn: { value: role.arn, doc: "ARN of the cluster's role." },
      clusterIamRoleName: { value: role.name, doc: "Name of the cluster's role." },
      kmsKeyArn: { value: key.arn, doc: "ARN of the key that encrypts Kubernetes secrets." },
      cloudwatchLogGroupName: { value: logs.name, doc: "Name of the control plane's log group." },
      cloudwatchLogGroupArn: { value: logs.arn, doc: "ARN of the control plane's log group." },
      accessEntries: { value: tf`{ for name, entry in ${entries} : name => entry.access_entry_arn }`, doc: "ARNs of the administrators' access entries, by name." },
    });
  }
}

function clusterRole(scope: Construct, { name, partition, rolePath, permissionsBoundary, tags }: Inputs) {
  const role = resource(IamRole, scope, "this", {
    name: limitedName(scope, "role_name", name, "-cluster", nameLimits.aws_iam_role.name.maxLength),
    description: template`Control plane of the EKS cluster ${name}`,
    assumeRolePolicy: json(policyDocument(clusterTrust(), String)),
    path: rolePath,
    permissionsBoundary,
    tags,
  });
  const policyArn = template`arn:${partition}:iam::aws:policy/${managedPolicies.cluster}`;
  const attachment = resource(IamRolePolicyAttachment, scope, "cluster", { role: role.name, policyArn });
  return { role, attachment };
}

function logGroup(scope: Construct, { name, logRetentionDays, logKmsKeyArn, tags }: Inputs) {
  return resource(CloudwatchLogGroup, scope, "this", {
    comment: "Made before the cluster: EKS would make it itself, without key and kept for ever.",
    name: template`${clusterLogGroup.prefix}${name}${clusterLogGroup.suffix}`,
    retentionInDays: logRetentionDays,
    kmsKeyId: logKmsKeyArn,
    tags,
  });
}

function controlPlane(scope: Construct, inputs: Inputs, made: { roleArn: Expr<string>; keyArn: Expr<string>; after: readonly Expr<unknown>[] }) {
  const { endpoint } = inputs;
  return resource(EksCluster, scope, "this", {
    comment: "Add-ons are managed as such: what EKS installs by itself could be neither set nor updated.",
    name: inputs.name,
    roleArn: made.roleArn,
    version: inputs.kubernetesVersion,
    bootstrapSelfManagedAddons: false,
    forceUpdateVersion: inputs.forceUpdate,
    deletionProtection: inputs.deletionProtection,
    enabledClusterLogTypes: inputs.logTypes,
    accessConfig: { authenticationMode: inputs.authenticationMode, bootstrapClusterCreatorAdminPermissions: false },
    encryptionConfig: { resources: ["secrets"], provider: { keyArn: made.keyArn } },
    kubernetesNetworkConfig: { serviceIpv4Cidr: inputs.serviceCidr },
    upgradePolicy: { supportType: inputs.upgradePolicy },
    vpcConfig: {
      subnetIds: tf<readonly string[]>`values(${inputs.subnetIds})`,
      endpointPrivateAccess: endpoint.private,
      endpointPublicAccess: present(endpoint.public),
      publicAccessCidrs: tf<readonly string[]>`${endpoint.public} == null ? null : ${endpoint.public}.cidrs`,
    },
    tags: inputs.tags,
    dependsOn: made.after,
  });
}
