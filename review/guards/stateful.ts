import type { PlannedResource } from "../plan-json";
import type { GuardId } from "./guard-list";
import { block } from "./known-values";
import { named, type Trip } from "./trip";

interface Stateful {
  readonly destroyed: GuardId;
  readonly replaced: GuardId;
  /** What becomes of it, also where a new one takes its place. */
  readonly lost: string;
  /** What a reader calls it, by type. */
  readonly types: Readonly<Record<string, string>>;
}

const kept = (guard: GuardId, lost: string, types: Stateful["types"]): Stateful => ({ destroyed: guard, replaced: guard, lost, types });

/** What holds something that the program does not have and a new one would not have either. */
export const stateful: readonly Stateful[] = [
  { destroyed: "destroy-cluster", replaced: "replace-cluster", lost: "everything in it is lost", types: { aws_eks_cluster: "cluster" } },
  { destroyed: "destroy-nodes", replaced: "replace-nodes", lost: "its pods have nowhere to go", types: { aws_eks_node_group: "node group" } },
  kept("destroy-network", "what runs in it goes with it", { aws_vpc: "VPC", aws_subnet: "subnet" }),
  kept("destroy-key", "what it encrypted cannot be read any more", { aws_kms_key: "KMS key", aws_kms_external_key: "KMS key", aws_kms_replica_key: "KMS key" }),
  kept("destroy-database", "its data is lost", {
    aws_db_instance: "database",
    aws_docdb_cluster: "database cluster",
    aws_dynamodb_table: "table",
    aws_elasticache_cluster: "cache",
    aws_elasticache_replication_group: "cache",
    aws_memorydb_cluster: "cache",
    aws_neptune_cluster: "database cluster",
    aws_opensearch_domain: "search domain",
    aws_rds_cluster: "database cluster",
    aws_redshift_cluster: "data warehouse",
  }),
  kept("destroy-bucket", "what it holds is lost", { aws_s3_bucket: "bucket", aws_s3_directory_bucket: "bucket", aws_ecr_repository: "image repository" }),
  kept("destroy-volume", "its data is lost", {
    aws_ebs_volume: "volume",
    aws_efs_file_system: "file system",
    aws_fsx_lustre_file_system: "file system",
    aws_fsx_ontap_file_system: "file system",
    aws_fsx_openzfs_file_system: "file system",
    aws_fsx_windows_file_system: "file system",
    kubernetes_persistent_volume_claim: "volume claim",
    kubernetes_persistent_volume_claim_v1: "volume claim",
  }),
  kept("destroy-secret", "what it holds is lost", { aws_secretsmanager_secret: "secret" }),
  kept("destroy-logs", "its logs are lost", { aws_cloudwatch_log_group: "log group" }),
  kept("destroy-namespace", "everything in it is lost", { kubernetes_namespace: "namespace", kubernetes_namespace_v1: "namespace" }),
];

const byType = new Map(stateful.flatMap((kind) => Object.entries(kind.types).map(([type, word]) => [type, { ...kind, word }] as const)));

/** What is destroyed or replaced and cannot be made again. What is forgotten stays in AWS. */
export function lostTrips(resource: PlannedResource): Trip[] {
  const kind = byType.get(resource.type);
  if (kind === undefined || (resource.verb !== "delete" && resource.verb !== "replace") || stays(resource)) return [];
  const destroyed = resource.verb === "delete";
  return [{ guard: destroyed ? kind.destroyed : kind.replaced, sentence: `${destroyed ? "destroys" : "replaces"} ${named(resource, kind.word)}: ${kind.lost}` }];
}

function stays({ type, verb, before = {}, change }: PlannedResource): boolean {
  // A log group of this kind leaves the state and stays in AWS.
  if (type === "aws_cloudwatch_log_group") return before["skip_destroy"] === true;
  if (type !== "aws_eks_node_group") return false;
  return (verb === "replace" && change?.createdFirst === true) || block(before, "scaling_config")?.["desired_size"] === 0;
}
