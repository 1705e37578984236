import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { amiTypes, type AmiType } from "../../aws/ami-types";
import { flowLogAggregationSeconds } from "../../aws/flow-log-policies";
import { logRetentionDays } from "../../aws/log-retention";
import { nameLimits, type NameLimit } from "../../aws/name-limits";
import { newerThanFloor, providerFloor, resourcesNewerThanFloor } from "../../aws/provider-floor";
import { argumentsOf } from "./minimal-arguments";
import { runTerraform } from "../harness";

/**
 * What the AWS provider of the floor says itself: every case is a resource in a file of its own, so that one `validate` answers
 * for all of them and its messages name the case.
 */
const cases = new Map<string, { readonly type: string; readonly body: Record<string, unknown> }>();

function add(id: string, type: string, argument: string, value: unknown): string {
  cases.set(id, { type, body: nested({ ...argumentsOf(type, argument) }, argument.split("."), value) });
  return id;
}

const limits = Object.entries(nameLimits).flatMap(([type, fields]) =>
  Object.entries(fields as Readonly<Record<string, NameLimit>>).map(([field, limit]) => ({ type, field, limit })),
);

/** Lengths that this provider leaves to AWS, or for which it takes more than AWS does. */
const leftToAws = new Set([
  "aws_cloudwatch_event_rule.name_prefix",
  "aws_codebuild_project.name",
  "aws_db_instance.identifier",
  "aws_db_instance.identifier_prefix",
  "aws_db_parameter_group.name_prefix",
  "aws_db_proxy.name",
  "aws_dynamodb_table.name",
  "aws_ecr_repository.name",
  "aws_eks_fargate_profile.fargate_profile_name",
  "aws_elasticache_subnet_group.name",
  "aws_kms_alias.name",
  "aws_kms_alias.name_prefix",
  "aws_lambda_function.function_name",
  "aws_rds_cluster.cluster_identifier",
  "aws_rds_cluster.cluster_identifier_prefix",
  "aws_sns_topic.name",
  "aws_sns_topic.name_prefix",
  "aws_sqs_queue.name",
  "aws_sqs_queue.name_prefix",
]);

for (const { type, field, limit } of limits) {
  add(`longest-${type}-${field}`, type, field, nameOf(limit, limit.maxLength));
  add(`longer-${type}-${field}`, type, field, nameOf(limit, limit.maxLength + 1));
}
for (const { amiType } of amiTypes) add(`ami-${amiType}`, "aws_eks_node_group", "ami_type", amiType);
for (const days of [...logRetentionDays, 2]) add(`retention-${days}`, "aws_cloudwatch_log_group", "retention_in_days", days);
for (const seconds of [...flowLogAggregationSeconds, 61]) add(`aggregation-${seconds}`, "aws_flow_log", "max_aggregation_interval", seconds);

const newer = Object.entries(newerThanFloor).flatMap(([type, fields]) => Object.keys(fields).map((field) => ({ type, field })));
for (const { type, field } of newer) add(`newer-${type}-${field}`, type, field, "x");
for (const type of Object.keys(resourcesNewerThanFloor)) cases.set(`newer-${type}`, { type, body: {} });

let refusals: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "provider-validation-"));
  try {
    write(folder, "main", { terraform: { required_providers: { aws: { source: "hashicorp/aws", version: providerFloor } } } });
    let number = 0;
    for (const [id, { type, body }] of cases) write(folder, id, { resource: { [type]: { [`case_${number++}`]: body } } });
    await runTerraform({ terraformDir: folder }, ["init", "-input=false", "-backend=false"]);
    refusals = byCase((await runTerraform({ terraformDir: folder }, ["validate", "-json"], { accept: [0, 1] })).stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

describe("what the provider of the floor validates", () => {
  it("every longest name is taken", () => {
    expect(refused(limits.map(({ type, field }) => `longest-${type}-${field}`))).toEqual([]);
  });

  it("one character more is refused, but for the names that it leaves to AWS", () => {
    const taken = limits.filter(({ type, field }) => refused([`longer-${type}-${field}`]).length === 0);
    expect(taken.map(({ type, field }) => `${type}.${field}`).toSorted()).toEqual([...leftToAws].toSorted());
  });

  it("an AMI type is refused exactly where the table says that it is newer", () => {
    const known: readonly AmiType[] = amiTypes;
    expect(known.filter(({ amiType }) => refused([`ami-${amiType}`]).length > 0).map(({ amiType }) => amiType)).toEqual(
      known.filter(({ newerThanProviderFloor }) => newerThanProviderFloor).map(({ amiType }) => amiType),
    );
  });

  it("every log retention is taken, and another is not", () => {
    expect(refused(logRetentionDays.map((days) => `retention-${days}`))).toEqual([]);
    expect(refused(["retention-2"])).toEqual(["retention-2"]);
  });

  it("both aggregation intervals of flow logs are taken, and another is not", () => {
    expect(refused(flowLogAggregationSeconds.map((seconds) => `aggregation-${seconds}`))).toEqual([]);
    expect(refused(["aggregation-61"])).toEqual(["aggregation-61"]);
  });

  it("every argument and resource that is called newer is unknown to it", () => {
    const unknown = /^(Unsupported argument|Extraneous JSON object property|Invalid resource type|Unsupported block type)/;
    const known = [...newer.map(({ type, field }) => `newer-${type}-${field}`), ...Object.keys(resourcesNewerThanFloor).map((type) => `newer-${type}`)]
      .filter((id) => !(refusals.get(id) ?? []).some((summary) => unknown.test(summary)));
    expect(newer.length).toBeGreaterThan(20);
    expect(known).toEqual([]);
  });
});

function refused(ids: readonly string[]): string[] {
  return ids.filter((id) => refusals.has(id));
}

function nameOf({ startsWith = "" }: NameLimit, length: number): string {
  return startsWith.padEnd(length, "a");
}

/** `value` at a path of nested blocks. */
function nested(body: Record<string, unknown>, [head = "", ...rest]: readonly string[], value: unknown): Record<string, unknown> {
  return { ...body, [head]: rest.length === 0 ? value : nested((body[head] ?? {}) as Record<string, unknown>, rest, value) };
}

function write(folder: string, id: string, content: unknown): void {
  writeFileSync(join(folder, `${id}.tf.json`), JSON.stringify(content));
}

function byCase(json: string): Map<string, string[]> {
  const { diagnostics } = JSON.parse(json) as { diagnostics: { severity: string; summary: string; range?: { filename: string } }[] };
  const map = new Map<string, string[]>();
  for (const { severity, summary, range } of diagnostics.filter((diagnostic) => diagnostic.severity === "error")) {
    if (!range) throw new Error(`bug: a ${severity} without a place: ${summary}`);
    const id = basename(range.filename, ".tf.json");
    map.set(id, [...(map.get(id) ?? []), summary]);
  }
  return map;
}
