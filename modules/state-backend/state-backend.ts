import { bind, call, Construct, type Expr, type GivenInputs, type Handles, json, local, outputs, present, project, section, some, template, tf } from "../../kernel";
import { accessLogs } from "./access-logs";
import { accessPolicies, managedPolicies } from "./access";
import { stateBucket } from "./bucket";
import { stateBackendInputs } from "./inputs";
import { stateKey } from "./key";
import { replication } from "./replication";
import { lockTable } from "./table";

/** Where Terraform states are kept. */
export class StateBackend extends Construct {
  constructor(scope: Construct, id: string, given: GivenInputs<typeof stateBackendInputs>) {
    super(scope, id);
    const inputs = bind(this, stateBackendInputs, given);
    const keyArn = local<string>(this, "key_arn", section(this, "key", () => stateKey(this, inputs)));
    const states = stateBucket(this, inputs, keyArn);
    section(this, "access-logs", () => accessLogs(this, inputs, states));
    section(this, "replication", () => replication(this, inputs, states, keyArn));
    const table = section(this, "lock-table", () => lockTable(this, inputs, keyArn));
    const { policies, managed } = section(this, "access", () => {
      const policies = local<Readonly<Record<string, string>>>(this, "access_policies", accessPolicies(inputs, states, keyArn));
      return { policies, managed: managedPolicies(this, inputs, policies) };
    });

    const tableName = table.maybe((locks) => locks.name);
    outputs(this, {
      bucket: { value: states.id, doc: "Name of the bucket." },
      bucketArn: { value: states.arn, doc: "ARN of the bucket." },
      kmsKeyArn: { value: keyArn, doc: "ARN of the key that encrypts states and locks." },
      tableName: { value: tableName, nullable: true, doc: "Name of the table for locks, null without one." },
      accessPolicies: { value: policies, doc: "What each of `access` may do, as the JSON of an IAM policy, by name." },
      accessPolicyArns: { value: project(managed, (_, policy) => policy.arn, ["name", "policy"]), doc: "ARNs of the policies that are made, by name of the access." },
      backendLines: { value: backendLines(inputs, keyArn, tableName), doc: "What a `backend \"s3\"` block needs beside its `key`, a line each, as `terraform init -backend-config=<file>` takes it." },
    });
  }
}

/** With both locks where there is a table: whoever still uses the table alone and whoever uses the file keep out of each other's way. */
function backendLines({ bucket, region, table }: Handles<typeof stateBackendInputs>, keyArn: Expr<string>, tableName: Expr<string | null>): Expr<string> {
  const line = (name: string, value: Expr<unknown>) => template`${name} = ${json(value as never)}`;
  const always = [line("bucket", bucket), line("region", region), "encrypt = true", line("kms_key_id", keyArn), "use_lockfile = true"];
  return call<string>("join", "\n", tf`concat(${always}, ${present(table)} ? [${line("dynamodb_table", some(tableName))}] : [])`);
}
