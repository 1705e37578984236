import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { nameLimits } from "../../aws/name-limits";
import { stateKeyUse, stateLocks, stateObjects, tableKeyUse } from "../../aws/policies/state-store";
import { type Construct, type Expr, type Handle, limitedNames, mapList, present, project, resource, some, template, tf, where } from "../../kernel";
import { policyJson } from "../policy-json";
import type { StateBucket } from "./bucket";
import type { StateBackendHandles } from "./inputs";

type Entry = StateBackendHandles["access"]["each"]["value"];
type List = Expr<readonly string[]>;
type Policies = Handle<Readonly<Record<string, string>>>;

const names = ["name", "allowed"] as const;

/** Beside a state: its lock, and the record that the deploy command keeps of what it applied. */
const besides = { lock: ".tflock", record: ".deploy.json" };

/** What each may do, as JSON by name. */
export function accessPolicies(inputs: StateBackendHandles, states: StateBucket, keyArn: Expr<string>) {
  return project(inputs.access, (_, entry) => policyOf(inputs, states, keyArn, entry), names);
}

function policyOf({ region, partition, account, table: given }: StateBackendHandles, { arn: bucketArn, id: bucket }: StateBucket, keyArn: Expr<string>, { writes, reads }: Entry): Handle<string> {
  const written = listed(writes);
  const read = listed(reads);
  const objects = (keys: List, ...endings: readonly string[]): List => tf`flatten(${mapList(keys, (key) => tf`${endings.map((ending) => template`${bucketArn}/${key}${ending}`)}`, "key")})`;
  const statements = stateObjects<Expr<string>, List>(bucketArn, {
    keys: tf`concat(${read}, flatten(${mapList(written, (key) => tf`${[key, ...[besides.lock, besides.record].map((ending) => template`${key}${ending}`)]}`, "key")}))`,
    read: objects(read, ""),
    written: objects(written, "", besides.record),
    locks: objects(written, besides.lock),
  });
  const use = stateKeyUse<Expr<string>>(template, { bucketArn, keyArn, region });
  // Terraform makes these statements also where there is no table, and leaves them out then.
  const table = tf<string>`try(${some(given).name}, "")`;
  const tableArn = template`arn:${partition}:dynamodb:${region}:${account}:table/${table}`;
  const lockIds: List = tf`flatten(${mapList(written, (key) => tf`${[template`${bucket}/${key}`, template`${bucket}/${key}-md5`]}`, "key")})`;
  const inTable = [...stateLocks<Expr<string>, List>(tableArn, lockIds), tableKeyUse<Expr<string>>(template, { keyArn, region, table })];
  return policyJson(
    [statements.list],
    [present(reads), [statements.read]],
    [present(writes), [statements.write, statements.lock, use.write]],
    [tf`${writes} == null`, [use.read]],
    [tf`${present(writes)} && ${present(given)}`, inTable],
  );
}

function listed(keys: Expr<readonly string[] | null>): List {
  return tf`coalesce(${keys}, [])`;
}

/** The same as policies of IAM, to attach to roles. */
export function managedPolicies(scope: Construct, { bucket, access, managedPolicies: wanted, rolePath, tags }: StateBackendHandles, policies: Policies) {
  const composed = limitedNames(scope, "policy_names", access, (name) => template`${bucket}-${name}`, "", nameLimits.aws_iam_policy.name.maxLength);
  const made = where(access, () => present(wanted), names);
  return resource(IamPolicy, scope, "access", {
    forEach: made,
    name: composed.at(made.each.key),
    description: template`States in ${bucket}: ${made.each.key}`,
    path: rolePath,
    policy: policies.at(made.each.key),
    tags,
  });
}
