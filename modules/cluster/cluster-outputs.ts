import { type Construct, type Expr, type Handles, outputs, tf } from "../../kernel";
import type { AutoModeRole } from "./auto-mode";
import { awsAuthManifest } from "./aws-auth";
import type { controlPlane } from "./control-plane";
import type { clusterInputs } from "./inputs";
import { kubeconfigOf } from "./kubeconfig";
import type { ClusterRef } from "./refs";
import type { ClusterRole } from "./role";
import type { SecurityGroups } from "./security-groups";

interface Made {
  readonly ref: ClusterRef;
  readonly cluster: ReturnType<typeof controlPlane>;
  readonly issuerUrl: Expr<string>;
  readonly groups: SecurityGroups;
  readonly role: ClusterRole;
  readonly key: { readonly arn: Expr<string> };
  readonly logs: { readonly name: Expr<string>; readonly arn: Expr<string> };
  readonly entries: Expr<unknown>;
  readonly nodeRole: AutoModeRole;
  readonly capabilityRoleArns: Expr<unknown>;
}

/** The outputs, named as users of other cluster modules expect. */
export function clusterOutputs(scope: Construct, inputs: Handles<typeof clusterInputs>, made: Made): void {
  const { ref, cluster, issuerUrl, groups, role, key, logs, entries, nodeRole, capabilityRoleArns } = made;
  outputs(scope, {
    clusterName: { value: ref.name, doc: "Name of the cluster." },
    clusterArn: { value: ref.arn, doc: "ARN of the cluster." },
    clusterVersion: { value: ref.version, doc: "Kubernetes version of the control plane." },
    clusterPlatformVersion: { value: cluster.platformVersion, doc: "EKS platform version of the control plane." },
    clusterStatus: { value: cluster.status, doc: "Status of the cluster, `ACTIVE` when it serves." },
    clusterEndpoint: { value: ref.endpoint, doc: "URL of the API server." },
    clusterCertificateAuthorityData: { value: ref.certificateAuthority, doc: "Certificate authority of the API server, base64." },
    clusterSecurityGroupId: { value: ref.securityGroupId, doc: "Security group that EKS makes and gives to the control plane and to managed nodes. In terraform-aws-eks this is `cluster_primary_security_group_id`." },
    ownSecurityGroupId: { value: groups.ownId, nullable: true, doc: "The control plane's own security group, from `security_group`; null when there is none. In terraform-aws-eks this is `cluster_security_group_id`." },
    clusterServiceCidr: { value: ref.serviceCidr, doc: "Address block of Kubernetes services." },
    clusterIpFamily: { value: cluster.kubernetesNetworkConfig.at(0).ipFamily, doc: "Address family of pods and services." },
    clusterOidcIssuerUrl: { value: issuerUrl, doc: "URL of the cluster's OIDC issuer." },
    oidcProvider: {
      value: tf`${inputs.oidcProvider} == null ? null : ${{ arn: ref.oidcProviderArn, issuer: ref.oidcIssuer }}`,
      nullable: true,
      doc: "IAM's OIDC provider as `addons` and `workload-identity` take it: its ARN, and the issuer without `https://`. Null when there is none.",
    },
    oidcProviderArn: { value: ref.oidcProviderArn, nullable: true, doc: "ARN of IAM's OIDC provider, null when there is none." },
    clusterIamRoleArn: { value: role.arn, doc: "ARN of the cluster's role." },
    clusterIamRoleName: { value: role.name, nullable: true, doc: "Name of the cluster's role, null when it is given." },
    autoModeNodeRoleArn: { value: nodeRole.arn, nullable: true, doc: "ARN of the role of Auto Mode's nodes, null when there is none." },
    capabilityRoleArns: { value: capabilityRoleArns, doc: "ARNs of the capabilities' roles, by type." },
    kmsKeyArn: { value: key.arn, doc: "ARN of the key that encrypts Kubernetes secrets." },
    cloudwatchLogGroupName: { value: logs.name, doc: "Name of the control plane's log group." },
    cloudwatchLogGroupArn: { value: logs.arn, doc: "ARN of the control plane's log group." },
    accessEntries: { value: tf`{ for name, entry in ${entries} : name => entry.access_entry_arn }`, doc: "ARNs of the access entries, by name." },
    accessReady: { value: ref.accessReady, doc: "Ids that are known when access entries and their policies are there. Hand them to whatever uses the cluster's API." },
    kubeconfig: { value: kubeconfigOf(ref), doc: "A configuration of kubectl for the cluster, as YAML. It holds no secret: the aws command gets a token for whoever uses it." },
    awsAuthConfigMap: { value: awsAuthManifest(inputs), nullable: true, doc: "The `aws-auth` ConfigMap as YAML for `kubectl apply`, null when it is not in use." },
  });
}
