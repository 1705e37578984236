import type { PlannedResource } from "../plan-json";
import { block, number, type Values } from "../values";
import type { Severity } from "./review";

export interface Meaning {
  readonly meaning: string;
  readonly severity: Severity;
}

type Says = (before: Values, resource: PlannedResource) => string;

interface Entry {
  readonly severity: Severity;
  readonly says: string | Says;
  /** Of what is replaced: only for as long as none is there. */
  readonly meanwhile?: true;
}

const loss = (says: string | Says): Entry => ({ severity: "loss", says });
const disruption = (says: string | Says): Entry => ({ severity: "disruption", says });
const interruption = (says: string): Entry => ({ severity: "disruption", says, meanwhile: true });
const harmless = (says: string): Entry => ({ severity: "harmless", says });

/** What it means that a resource goes, by its type. The worst first. */
const meanings: Readonly<Record<string, Entry>> = {
  aws_eks_cluster: loss("everything in it is lost: workloads, claims of volumes and what owns load balancers"),
  aws_rds_cluster: loss("its data is lost"),
  aws_db_instance: loss("its data is lost"),
  aws_dynamodb_table: loss("its items are lost"),
  aws_s3_bucket: loss("its objects are lost"),
  aws_efs_file_system: loss("its files are lost"),
  aws_ebs_volume: loss("its data is lost"),
  kubernetes_persistent_volume: loss("its data is lost, unless it is retained"),
  kubernetes_persistent_volume_claim: loss("its volume is lost, unless its storage class retains it"),
  kubernetes_namespace: loss("everything in it is lost: workloads, secrets and claims of volumes"),
  aws_kms_key: loss(keyGoes),
  aws_vpc: loss("everything in it is lost: subnets, routes and addresses"),
  aws_subnet: loss("everything in it must be gone first: nodes, endpoints and load balancers"),
  aws_eip: loss("its public address is lost: whoever lets it in must learn another one"),
  aws_cloudwatch_log_group: loss("its logs are lost"),

  aws_eks_node_group: disruption(nodesDrain),
  aws_nat_gateway: disruption("what goes out through it is cut off for minutes; the address it comes from may be another one"),
  aws_iam_openid_connect_provider: disruption("every role of a service account (IRSA) stops working until its trust policy names the new one"),
  aws_internet_gateway: disruption("nothing in the VPC reaches the internet, nor is reached from there"),
  helm_release: disruption((_, { verb }) => (verb === "replace" ? "it is uninstalled with all it made, and installed anew" : "it is uninstalled with all it made")),
  aws_eks_addon: disruption((_, { verb }) => (verb === "replace" ? "it is uninstalled and installed anew" : "it is uninstalled, with what only it does")),
  kubernetes_ingress: disruption("its load balancer goes, and with it its address"),
  kubernetes_service: disruption("what calls it does not reach it; a load balancer of its own goes, with its address"),
  aws_vpc_ipv4_cidr_block_association: disruption("subnets in this range must be gone first"),
  aws_iam_role: interruption("who uses it has no AWS rights"),
  aws_iam_policy: interruption("who has it loses its rights"),
  aws_iam_role_policy: interruption("its role loses these rights"),
  aws_iam_role_policy_attachment: interruption("its role loses these rights"),
  aws_eks_access_entry: interruption("who signs in by it is locked out"),
  aws_eks_access_policy_association: interruption("who has these rights loses them"),
  aws_eks_identity_provider_config: interruption("who signs in by it is locked out"),
  aws_eks_pod_identity_association: interruption("pods that start have no AWS rights"),
  aws_eks_fargate_profile: interruption("its pods are stopped and nothing runs them"),
  aws_flow_log: interruption("traffic is not recorded"),
  aws_kms_alias: interruption("what names the key by its alias does not find it"),
  aws_route: interruption("what takes it is cut off"),
  aws_route_table: interruption("its subnets are cut off"),
  aws_route_table_association: interruption("its subnet follows the VPC's main route table"),
  aws_security_group: interruption("what allows traffic by it does not"),
  aws_vpc_endpoint: interruption("what reaches AWS through it goes another way, or is cut off"),
  aws_vpc_security_group_egress_rule: interruption("the traffic that it allows is stopped"),
  aws_vpc_security_group_ingress_rule: interruption("the traffic that it allows is stopped"),
  kubernetes_cluster_role: interruption("who has these rights loses them"),
  kubernetes_cluster_role_binding: interruption("who has these rights loses them"),
  kubernetes_config_map: interruption("pods that read it do not start"),
  kubernetes_network_policy: interruption("what it denied or allowed follows the other policies"),
  kubernetes_role_binding: interruption("who has these rights loses them"),
  kubernetes_secret: interruption("pods that read it do not start"),

  aws_launch_template: harmless("running nodes stay; new ones start from another template"),
  kubernetes_resource_quota: harmless("the namespace has no such limit"),
  kubernetes_storage_class: harmless("volumes stay; new claims of this class wait"),
  terraform_data: harmless("nothing outside of Terraform's state; its provisioners may run"),
};

export function meaningOf(resource: PlannedResource): Meaning {
  if (resource.verb === "forget") return { meaning: "it stays as it is, and Terraform no longer manages it", severity: "harmless" };
  const found = entryOf(resource.type);
  const said = typeof found?.says === "function" ? found.says(resource.before ?? {}, resource) : found?.says;
  if (said === undefined) return { meaning: unknownType(resource), severity: "disruption" };
  if (found?.meanwhile !== true || resource.verb !== "replace") return { meaning: said, severity: found!.severity };
  return resource.change?.createdFirst === true ? { meaning: "the new one is there first", severity: "harmless" } : { meaning: `${said} until the new one is there`, severity: found.severity };
}

/** Less than zero where one is worse than the other. */
export function worstFirst(one: { readonly type: string; readonly severity: Severity }, other: { readonly type: string; readonly severity: Severity }): number {
  return severities.indexOf(one.severity) - severities.indexOf(other.severity) || placeOf(one.type) - placeOf(other.type);
}

const severities: readonly Severity[] = ["loss", "disruption", "harmless"];
const places = Object.keys(meanings);

function placeOf(type: string): number {
  const place = places.indexOf(withoutVersion(type));
  return place === -1 ? places.length : place;
}

function entryOf(type: string): Entry | undefined {
  return meanings[withoutVersion(type)];
}

function withoutVersion(type: string): string {
  return type.startsWith("kubernetes_") ? type.replace(/_v\d+$/, "") : type;
}

function unknownType({ verb, change }: PlannedResource): string {
  if (verb !== "replace") return "it is destroyed";
  return change?.createdFirst === true ? "it is destroyed when a new one is there" : "it is destroyed and made anew";
}

/** How many nodes a group has. */
export function nodesOf(before: Values): number | undefined {
  return number(block(before, "scaling_config"), "desired_size");
}

function nodesDrain(before: Values, { verb, change }: PlannedResource): string {
  const count = nodesOf(before);
  const drain = count === undefined ? "its nodes drain" : count === 1 ? "1 node drains" : `${count} nodes drain`;
  if (verb !== "replace") return `${drain}, and ${count === 1 ? "its" : "their"} pods look for room elsewhere`;
  if (change?.createdFirst !== true) return `${drain} before the new ones are there`;
  return count === 1 ? `${drain}, the new one is there first` : `${drain}, the new ones are there first`;
}

function keyGoes(before: Values): string {
  const days = before["deletion_window_in_days"];
  return `what it encrypts cannot be read any more; deleted for good after ${typeof days === "number" && days > 0 ? days : 30} days`;
}
