import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { clusterLogGroup } from "../../aws/cluster-log-types";
import { bind, choose, Construct, type Expr, type GivenInputs, type Handles, is, present, resource, section, template, tf } from "../../kernel";
import { accessEntries } from "./access";
import { autoModeNodeRole } from "./auto-mode";
import { capabilities } from "./capabilities";
import { clusterOutputs } from "./cluster-outputs";
import { controlPlane } from "./control-plane";
import { identityProvider } from "./identity-provider";
import { clusterInputs } from "./inputs";
import type { ClusterRef } from "./refs";
import { clusterRole } from "./role";
import { secretsKey } from "./secrets-key";
import { clusterSecurityGroupRules, securityGroups } from "./security-groups";

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
  readonly accessReady: Expr<readonly string[]>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof clusterInputs>) {
    super(scope, id);
    const inputs = bind(this, clusterInputs, given);
    const role = section(this, "iam", () => clusterRole(this, inputs));
    const key = section(this, "secrets-key", () => secretsKey(this, inputs, role));
    const logs = logGroup(this, inputs);
    const nodeRole = section(this, "iam", () => autoModeNodeRole(this, inputs));
    const groups = section(this, "security-groups", () => securityGroups(this, inputs));
    const cluster = controlPlane(this, inputs, {
      roleArn: role.arn,
      keyArn: key.arn,
      securityGroupIds: groups.ids,
      nodeRoleArn: nodeRole.arn,
      after: [role.ready, key.permission, logs, nodeRole.ready],
    });
    const issuerUrl = cluster.identity.at(0).oidc.at(0).issuer;
    const oidc = section(this, "iam", () => podIdentities(this, inputs, issuerUrl));
    const network = cluster.kubernetesNetworkConfig.at(0);

    this.name = cluster.name;
    this.arn = cluster.arn;
    this.version = cluster.version;
    this.endpoint = cluster.endpoint;
    this.certificateAuthority = cluster.certificateAuthority.at(0).data;
    this.securityGroupId = cluster.vpcConfig.at(0).clusterSecurityGroupId;
    this.oidcProviderArn = oidc.maybe((provider) => provider.arn);
    this.oidcIssuer = tf`trimprefix(${issuerUrl}, "https://")`;
    this.serviceCidr = choose([is(inputs.ipFamily, "ipv6"), network.serviceIpv6Cidr], network.serviceIpv4Cidr);
    section(this, "security-groups", () => clusterSecurityGroupRules(this, inputs, this.securityGroupId));
    const access = section(this, "access", () => accessEntries(this, inputs, this.name));
    section(this, "access", () => identityProvider(this, inputs, this.name));
    this.accessReady = access.ready;
    const capabilityRoleArns = section(this, "capabilities", () => capabilities(this, inputs, this.name));
    clusterOutputs(this, inputs, { ref: this, cluster, issuerUrl, groups, role, key, logs, entries: access.entries, nodeRole, capabilityRoleArns });
  }
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

function podIdentities(scope: Construct, { oidcProvider, tags }: Inputs, issuerUrl: Expr<string>) {
  return resource(IamOpenidConnectProvider, scope, "this", {
    comment: "No thumbprint: AWS checks the issuer's certificate against its own list of authorities.",
    count: present(oidcProvider),
    url: issuerUrl,
    clientIdList: ["sts.amazonaws.com"],
    tags,
  });
}
