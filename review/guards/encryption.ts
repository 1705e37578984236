import { isRecord } from "../../kernel/check";
import type { PlannedResource } from "../plan-json";
import { block, blocks, isUnknown, listed, type Values, valuesAfter } from "../values";
import type { Trip } from "./guard-list";

/** Whether it is on, by what goes on `no longer …`. */
type Encryption = (values: Values) => Readonly<Record<string, boolean>>;

const isOn = (value: unknown) => value === true || value === "true" || isUnknown(value);
const data = (attribute: string): Encryption => (values) => ({ "encrypts its data": isOn(values[attribute]) });
const ownKey: Encryption = ({ kms_key_id: key }) => ({ "encrypts with a key of its own": isUnknown(key) || (typeof key === "string" && key !== "") });
const storageClass: Encryption = ({ parameters }) => ({ "encrypts new volumes": isUnknown(parameters) || (isRecord(parameters) && isOn(parameters["encrypted"])) });

/** What encrypts, by type. */
export const encrypted: Readonly<Record<string, Encryption>> = {
  aws_cloudwatch_log_group: ownKey,
  aws_db_instance: data("storage_encrypted"),
  aws_docdb_cluster: data("storage_encrypted"),
  aws_dynamodb_table: (values) => ({ "encrypts with a key of its own": isUnknown(values["server_side_encryption"]) || isOn(block(values, "server_side_encryption")?.["enabled"]) }),
  aws_ebs_encryption_by_default: ({ enabled }) => ({ "encrypts new volumes": isOn(enabled) }),
  aws_ebs_volume: data("encrypted"),
  aws_efs_file_system: data("encrypted"),
  aws_eks_cluster: ({ encryption_config: config }) => ({ "encrypts its secrets with a key of its own": isUnknown(config) || listed(config).length > 0 }),
  aws_elasticache_replication_group: (values) => ({ "encrypts its data": isOn(values["at_rest_encryption_enabled"]), "encrypts what goes to and from it": isOn(values["transit_encryption_enabled"]) }),
  aws_launch_template: disks,
  aws_neptune_cluster: data("storage_encrypted"),
  aws_rds_cluster: data("storage_encrypted"),
  aws_redshift_cluster: data("encrypted"),
  aws_s3_bucket_server_side_encryption_configuration: (values) => ({ "uses a KMS key": isUnknown(values["rule"]) || blocks(values, "rule").some(byKms) }),
  aws_secretsmanager_secret: ownKey,
  kubernetes_storage_class: storageClass,
  kubernetes_storage_class_v1: storageClass,
};

/** With these gone, what they said of something else no longer holds. */
const settings = new Set(["aws_ebs_encryption_by_default", "aws_s3_bucket_server_side_encryption_configuration"]);

/** What was encrypted and is there unencrypted then. */
export function encryptionTrips(resource: PlannedResource, what: string, others: readonly PlannedResource[]): Trip[] {
  const on = encrypted[resource.type];
  const after = valuesAfter(resource) ?? (settings.has(resource.type) && resource.verb === "delete" && !goesWithBucket(resource, others) ? {} : undefined);
  if (on === undefined || resource.before === undefined || after === undefined) return [];
  const then = on(after);
  const off = Object.entries(on(resource.before)).filter(([does, isEncrypted]) => isEncrypted && then[does] === false);
  return off.map(([does]) => ({ guard: "encryption-off", sentence: `${what} no longer ${does}` }));
}

/** A disk that goes is not left unencrypted, and of one without a word the image decides. */
function disks(template: Values): Record<string, boolean> {
  const mappings = blocks(template, "block_device_mappings").map((mapping) => [`encrypts disk ${String(mapping["device_name"])}`, block(mapping, "ebs")?.["encrypted"]] as const);
  return Object.fromEntries(mappings.map(([disk, value]) => [disk, isOn(value)]));
}

function byKms(rule: Values): boolean {
  const applied = rule["apply_server_side_encryption_by_default"];
  const algorithm = block(rule, "apply_server_side_encryption_by_default")?.["sse_algorithm"];
  return isUnknown(applied) || isUnknown(algorithm) || (typeof algorithm === "string" && algorithm.startsWith("aws:kms"));
}

function goesWithBucket({ before }: PlannedResource, others: readonly PlannedResource[]): boolean {
  return others.some(({ type, verb, before: bucket }) => type === "aws_s3_bucket" && verb === "delete" && bucket?.["bucket"] === before?.["bucket"]);
}
