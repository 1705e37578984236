/** What Terraform calls a thing in AWS, and how it imports it. */
export interface Kind {
  readonly types: readonly string[];
  readonly importId: string;
  /** Arguments that tell it from others of its type. Without any, only its tags do. */
  readonly names: Readonly<Record<string, string>>;
}

interface Arn {
  readonly arn: string;
  readonly partition: string;
  /** `service:kind`, the kind as the ARN says it. */
  readonly kind: string;
  /** What follows the kind, split at slashes. */
  readonly rest: readonly string[];
}

/** Nothing for what these stacks do not make. */
export function kindOf(arn: string): Kind | undefined {
  const parts = arnParts(arn);
  return kinds[parts.kind]?.(parts);
}

/** Machines and what hangs on them come and go with node groups, which tag them as the environment. */
export function isMadeByAnother(arn: string): boolean {
  return /^ec2:(?:instance|volume|network-interface|spot-instances?-request|fleet|snapshot)$/.test(arnParts(arn).kind);
}

function arnParts(arn: string): Arn {
  const [, partition = "", service = "", , , ...resource] = arn.split(":");
  const text = resource.join(":");
  const [kind = "", ...rest] = text.split(/[/:]/);
  return { arn, partition, kind: `${service}:${kind}`, rest: service === "logs" ? [text.slice(kind.length + 1).replace(/:\*$/, "")] : rest };
}

const byId = (...types: string[]) => ({ rest }: Arn): Kind => ({ types, importId: rest.at(-1)!, names: {} });
const ofCluster = (type: string, argument: string) => ({ rest: [cluster = "", name = ""] }: Arn): Kind => ({ types: [type], importId: `${cluster}:${name}`, names: { cluster_name: cluster, [argument]: name } });

// Read in the provider's documentation of each resource under "Import", 5.100, 2026-11-21.
const kinds: Readonly<Record<string, (arn: Arn) => Kind>> = {
  "ec2:vpc": byId("aws_vpc"),
  "ec2:subnet": byId("aws_subnet"),
  "ec2:internet-gateway": byId("aws_internet_gateway"),
  "ec2:egress-only-internet-gateway": byId("aws_egress_only_internet_gateway"),
  "ec2:natgateway": byId("aws_nat_gateway"),
  "ec2:elastic-ip": byId("aws_eip"),
  "ec2:route-table": byId("aws_route_table"),
  "ec2:security-group": byId("aws_security_group"),
  "ec2:security-group-rule": byId("aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"),
  "ec2:vpc-endpoint": byId("aws_vpc_endpoint"),
  "ec2:vpc-flow-log": byId("aws_flow_log"),
  "ec2:launch-template": byId("aws_launch_template"),
  "ec2:network-acl": byId("aws_network_acl"),
  "kms:key": byId("aws_kms_key"),
  "logs:log-group": ({ rest: [name = ""] }) => ({ types: ["aws_cloudwatch_log_group"], importId: name, names: { name } }),
  "iam:role": ({ rest }) => ({ types: ["aws_iam_role"], importId: rest.at(-1)!, names: { name: rest.at(-1)! } }),
  "eks:cluster": ({ rest: [name = ""] }) => ({ types: ["aws_eks_cluster"], importId: name, names: { name } }),
  "eks:nodegroup": ofCluster("aws_eks_node_group", "node_group_name"),
  "eks:addon": ofCluster("aws_eks_addon", "addon_name"),
  "eks:fargateprofile": ofCluster("aws_eks_fargate_profile", "fargate_profile_name"),
  "eks:podidentityassociation": ({ rest: [cluster = "", id = ""] }) => ({ types: ["aws_eks_pod_identity_association"], importId: `${cluster},${id}`, names: {} }),
  "eks:access-entry": ({ partition, rest: [cluster = "", kind = "", account = "", ...name] }) => {
    const principal = `arn:${partition}:iam::${account}:${kind}/${name.slice(0, -1).join("/")}`;
    return { types: ["aws_eks_access_entry"], importId: `${cluster}:${principal}`, names: { cluster_name: cluster, principal_arn: principal } };
  },
};
