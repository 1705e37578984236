import { isRecord } from "../../kernel/check";
import type { PlannedResource } from "../plan-json";
import type { Severity } from "./review";

export interface Meaning {
  readonly meaning: string;
  readonly severity: Severity;
}

type Values = Readonly<Record<string, unknown>>;
type Says = (before: Values, resource: PlannedResource) => string;

const loss = (says: string | Says) => ({ severity: "loss" as const, says });
const disruption = (says: string | Says) => ({ severity: "disruption" as const, says });
const harmless = (says: string | Says) => ({ severity: "harmless" as const, says });

/** What it means that a resource goes, by its type. */
const meanings: Readonly<Record<string, { readonly severity: Severity; readonly says: string | Says }>> = {
  aws_cloudwatch_log_group: loss("its logs are lost"),
  aws_db_instance: loss("its data is lost"),
  aws_dynamodb_table: loss("its items are lost"),
  aws_ebs_volume: loss("its data is lost"),
  aws_efs_file_system: loss("its files are lost"),
  aws_eip: loss("its public address is lost: whoever lets it in must learn another one"),
  aws_eks_access_entry: disruption("who signs in by it is locked out until another entry lets them in"),
  aws_eks_access_policy_association: disruption("who has these rights loses them"),
  aws_eks_addon: disruption((_, { verb }) => (verb === "replace" ? "it is uninstalled and installed anew" : "it is uninstalled, with what only it does")),
  aws_eks_cluster: loss("everything in it is lost: workloads, claims of volumes and what owns load balancers"),
  aws_eks_fargate_profile: disruption("its pods are stopped"),
  aws_eks_identity_provider_config: disruption("who signs in by it is locked out"),
  aws_eks_node_group: disruption(nodesDrain),
  aws_eks_pod_identity_association: disruption("its pods lose their AWS rights when they start anew"),
  aws_flow_log: disruption("traffic is not recorded until another one is there"),
  aws_iam_openid_connect_provider: disruption("every role of a service account (IRSA) stops working until trust policies name the new one"),
  aws_iam_policy: disruption("who has it loses its rights"),
  aws_iam_role: disruption("who uses it loses its AWS rights for as long as it is gone"),
  aws_iam_role_policy: disruption("its role loses these rights"),
  aws_iam_role_policy_attachment: disruption("its role loses these rights"),
  aws_internet_gateway: disruption("nothing in the VPC reaches the internet, nor is reached from there"),
  aws_kms_alias: disruption("what names the key by its alias does not find it"),
  aws_kms_key: loss(keyGoes),
  aws_launch_template: harmless("running nodes stay; new ones start from another template"),
  aws_nat_gateway: disruption("what goes out through it is cut off for minutes; the address it comes from may be another one"),
  aws_rds_cluster: loss("its data is lost"),
  aws_route: disruption("what takes it is cut off until another one is there"),
  aws_route_table: disruption("its subnets are cut off until they have another one"),
  aws_route_table_association: disruption("its subnet follows the VPC's main route table until it has another one"),
  aws_s3_bucket: loss("its objects are lost"),
  aws_security_group: disruption("what allows traffic by it does so no longer"),
  aws_subnet: loss("every network interface in it must be gone first: nodes, endpoints and load balancers"),
  aws_vpc: loss("everything in it is lost: subnets, routes and addresses"),
  aws_vpc_endpoint: disruption("what reaches AWS through it goes another way, or is cut off"),
  aws_vpc_ipv4_cidr_block_association: disruption("subnets in this range must be gone first"),
  aws_vpc_security_group_egress_rule: disruption("the traffic that it allows stops"),
  aws_vpc_security_group_ingress_rule: disruption("the traffic that it allows stops"),
  helm_release: disruption((_, { verb }) => (verb === "replace" ? "it is uninstalled with all it made, and installed anew" : "it is uninstalled with all it made")),
  kubernetes_cluster_role_binding: disruption("who has these rights loses them"),
  kubernetes_config_map: disruption("pods that read it do not start"),
  kubernetes_ingress: disruption("its load balancer goes, and with it its address"),
  kubernetes_namespace: loss("everything in it is lost: workloads, secrets and claims of volumes"),
  kubernetes_network_policy: disruption("the traffic that it allowed or denied follows what is left"),
  kubernetes_persistent_volume_claim: loss("its volume is lost, unless its storage class retains it"),
  kubernetes_persistent_volume: loss("its data is lost, unless it is retained"),
  kubernetes_resource_quota: harmless("the namespace has no such limit any longer"),
  kubernetes_role_binding: disruption("who has these rights loses them"),
  kubernetes_secret: disruption("pods that read it do not start"),
  kubernetes_service: disruption("what calls it does not reach it; a load balancer of its own goes, with its address"),
  kubernetes_storage_class: harmless("volumes stay; new claims of this class wait"),
  terraform_data: harmless("nothing outside of Terraform's state; its provisioners may run"),
};

export function meaningOf(resource: PlannedResource): Meaning {
  const { type, verb, before = {}, change } = resource;
  if (verb === "forget") return { meaning: "it stays as it is, and Terraform no longer manages it", severity: "harmless" };
  const found = meanings[type] ?? meanings[type.replace(/_v\d+$/, "")];
  const said = typeof found?.says === "function" ? found.says(before, resource) : found?.says;
  const first = verb === "replace" && change?.createdFirst === true ? ["the new one is there first"] : [];
  // A sentence of its own says it for what is many.
  const parts = type === "aws_eks_node_group" ? [said!] : [said ?? (verb === "replace" ? "it is destroyed and made anew" : "it is destroyed"), ...first];
  return { meaning: parts.join("; "), severity: found?.severity ?? "disruption" };
}

/** How many nodes a group has. */
export function nodesOf(before: Values): number | undefined {
  const [scaling] = Array.isArray(before["scaling_config"]) ? (before["scaling_config"] as unknown[]) : [];
  const desired = isRecord(scaling) ? scaling["desired_size"] : undefined;
  return typeof desired === "number" ? desired : undefined;
}

function nodesDrain(before: Values, { verb, change }: PlannedResource): string {
  const count = nodesOf(before);
  const drain = count === undefined ? "its nodes drain" : count === 1 ? "1 node drains" : `${count} nodes drain`;
  if (verb !== "replace") return `${drain}, and their pods look for room elsewhere`;
  if (change?.createdFirst !== true) return `${drain} before the new ones are there`;
  return count === 1 ? `${drain}, the new one is there first` : `${drain}, the new ones are there first`;
}

function keyGoes(before: Values): string {
  const days = before["deletion_window_in_days"];
  return `what it encrypts cannot be read any more; deleted for good after ${typeof days === "number" && days > 0 ? days : 30} days`;
}
