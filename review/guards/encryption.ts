import { isRecord } from "../../kernel/check";
import type { PlannedResource } from "../plan-json";
import { block, blocks, listed, unknown, type Values, valuesAfter } from "./known-values";
import { named, type Trip } from "./trip";

interface Encrypted {
  readonly word: string;
  /** Whether it is on, by what goes on `no longer encrypts …`. */
  readonly on: (values: Values) => Readonly<Record<string, boolean>>;
}

const isOn = (value: unknown) => value === true || value === "true" || value === unknown;
const isNamed = (value: unknown) => value === unknown || (typeof value === "string" && value !== "");
const data = (word: string, attribute: string): Encrypted => ({ word, on: (values) => ({ "its data": isOn(values[attribute]) }) });
const ownKey = (word: string): Encrypted => ({ word, on: ({ kms_key_id: key }) => ({ "with a key of its own": isNamed(key) }) });

const cache: Encrypted = {
  word: "cache",
  on: (values) => ({ "its data": isOn(values["at_rest_encryption_enabled"]), "what goes to and from it": isOn(values["transit_encryption_enabled"]) }),
};

const storageClass: Encrypted = { word: "storage class", on: ({ parameters }) => ({ "new volumes": parameters === unknown || (isRecord(parameters) && isOn(parameters["encrypted"])) }) };

/** What encrypts, by type. */
export const encrypted: Readonly<Record<string, Encrypted>> = {
  aws_cloudwatch_log_group: ownKey("log group"),
  aws_db_instance: data("database", "storage_encrypted"),
  aws_docdb_cluster: data("database cluster", "storage_encrypted"),
  aws_dynamodb_table: { word: "table", on: (values) => ({ "with a key of its own": values["server_side_encryption"] === unknown || isOn(block(values, "server_side_encryption")?.["enabled"]) }) },
  aws_ebs_encryption_by_default: { word: "region", on: ({ enabled }) => ({ "new volumes": isOn(enabled) }) },
  aws_ebs_volume: data("volume", "encrypted"),
  aws_efs_file_system: data("file system", "encrypted"),
  aws_eks_cluster: { word: "cluster", on: (values) => ({ "its secrets with a key of its own": values["encryption_config"] === unknown || listed(values["encryption_config"]).length > 0 }) },
  aws_elasticache_replication_group: cache,
  aws_launch_template: { word: "launch template", on: disks },
  aws_neptune_cluster: data("database cluster", "storage_encrypted"),
  aws_rds_cluster: data("database cluster", "storage_encrypted"),
  aws_redshift_cluster: data("data warehouse", "encrypted"),
  aws_s3_bucket_server_side_encryption_configuration: { word: "bucket", on: (values) => ({ "with a KMS key": values["rule"] === unknown || blocks(values, "rule").some(byKms) }) },
  aws_secretsmanager_secret: ownKey("secret"),
  kubernetes_storage_class: storageClass,
  kubernetes_storage_class_v1: storageClass,
};

/** With these gone, what they said of something else no longer holds. */
const settings = new Set(["aws_ebs_encryption_by_default", "aws_s3_bucket_server_side_encryption_configuration"]);

/** What was encrypted and is there unencrypted then. */
export function encryptionTrips(resource: PlannedResource, others: readonly PlannedResource[]): Trip[] {
  const kind = encrypted[resource.type];
  const after = valuesAfter(resource) ?? (settings.has(resource.type) && resource.verb === "delete" && !goesWithBucket(resource, others) ? {} : undefined);
  if (kind === undefined || resource.before === undefined || after === undefined) return [];
  const then = kind.on(after);
  const off = Object.entries(kind.on(resource.before)).filter(([what, isEncrypted]) => isEncrypted && then[what] === false);
  return off.map(([what]) => ({ guard: "encryption-off", sentence: `${named(resource, kind.word)} no longer encrypts ${what}` }));
}

/** A disk that goes is not left unencrypted, and of one without a word the image decides. */
function disks(template: Values): Record<string, boolean> {
  const mappings = blocks(template, "block_device_mappings").map((mapping) => [`disk ${String(mapping["device_name"])}`, block(mapping, "ebs")?.["encrypted"]] as const);
  return Object.fromEntries(mappings.map(([disk, value]) => [disk, isOn(value)]));
}

function byKms(rule: Values): boolean {
  const applied = rule["apply_server_side_encryption_by_default"];
  const algorithm = block(rule, "apply_server_side_encryption_by_default")?.["sse_algorithm"];
  return applied === unknown || algorithm === unknown || (typeof algorithm === "string" && algorithm.startsWith("aws:kms"));
}

function goesWithBucket({ before }: PlannedResource, others: readonly PlannedResource[]): boolean {
  return others.some(({ type, verb, before: bucket }) => type === "aws_s3_bucket" && verb === "delete" && bucket?.["bucket"] === before?.["bucket"]);
}
