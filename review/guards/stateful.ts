import type { PlannedResource } from "../plan-json";
import { block } from "../values";
import type { GuardId, Trip } from "./guard-list";

interface Stateful {
  readonly destroyed: GuardId;
  readonly replaced: GuardId;
  /** What becomes of it, also where a new one takes its place. */
  readonly lost: string;
  readonly types: readonly string[];
}

const kept = (guard: GuardId, lost: string, types: readonly string[]): Stateful => ({ destroyed: guard, replaced: guard, lost, types });

/** What holds something that the program does not have and a new one would not have either. */
export const stateful: readonly Stateful[] = [
  { destroyed: "destroy-cluster", replaced: "replace-cluster", lost: "everything in it is lost", types: ["aws_eks_cluster"] },
  { destroyed: "destroy-nodes", replaced: "replace-nodes", lost: "its pods have nowhere to go", types: ["aws_eks_node_group"] },
  kept("destroy-network", "what runs in it goes with it", ["aws_vpc", "aws_subnet"]),
  kept("destroy-key", "what it encrypted cannot be read any more", ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key"]),
  kept("destroy-database", "its data is lost", [
    "aws_db_instance",
    "aws_docdb_cluster",
    "aws_dynamodb_table",
    "aws_elasticache_cluster",
    "aws_elasticache_replication_group",
    "aws_memorydb_cluster",
    "aws_neptune_cluster",
    "aws_opensearch_domain",
    "aws_rds_cluster",
    "aws_redshift_cluster",
  ]),
  kept("destroy-bucket", "what it holds is lost", ["aws_s3_bucket", "aws_s3_directory_bucket", "aws_ecr_repository"]),
  kept("destroy-volume", "its data is lost", [
    "aws_ebs_volume",
    "aws_efs_file_system",
    "aws_fsx_lustre_file_system",
    "aws_fsx_ontap_file_system",
    "aws_fsx_openzfs_file_system",
    "aws_fsx_windows_file_system",
    "kubernetes_persistent_volume_claim",
    "kubernetes_persistent_volume_claim_v1",
  ]),
  kept("destroy-secret", "what it holds is lost", ["aws_secretsmanager_secret"]),
  kept("destroy-logs", "its logs are lost", ["aws_cloudwatch_log_group"]),
  kept("destroy-namespace", "everything in it is lost", ["kubernetes_namespace", "kubernetes_namespace_v1"]),
];

const byType = new Map(stateful.flatMap((kind) => kind.types.map((type) => [type, kind] as const)));

/** What is destroyed or replaced and cannot be made again. What is forgotten stays in AWS. */
export function lostTrips(resource: PlannedResource, what: string): Trip[] {
  const kind = byType.get(resource.type);
  if (kind === undefined || (resource.verb !== "delete" && resource.verb !== "replace") || stays(resource)) return [];
  const destroyed = resource.verb === "delete";
  return [{ guard: destroyed ? kind.destroyed : kind.replaced, sentence: `${destroyed ? "destroys" : "replaces"} ${what}: ${kind.lost}` }];
}

function stays({ type, verb, before = {}, change }: PlannedResource): boolean {
  // A log group of this kind leaves the state and stays in AWS.
  if (type === "aws_cloudwatch_log_group") return before["skip_destroy"] === true;
  if (type !== "aws_eks_node_group") return false;
  return (verb === "replace" && change?.createdFirst === true) || block(before, "scaling_config")?.["desired_size"] === 0;
}
