import { DynamodbTable } from "@cdktf/provider-aws/lib/dynamodb-table";
import { type Construct, type Expr, present, resource, some } from "../../kernel";
import type { StateBackendHandles } from "./inputs";

/** Locks and digests of states. Terraform wants the key to be called so. */
export function lockTable(scope: Construct, { table: given, tags }: StateBackendHandles, keyArn: Expr<string>) {
  const { name, deletionProtection } = some(given);
  return resource(DynamodbTable, scope, "locks", {
    count: present(given),
    name,
    billingMode: "PAY_PER_REQUEST",
    hashKey: "LockID",
    attribute: [{ name: "LockID", type: "S" }],
    pointInTimeRecovery: { enabled: true },
    serverSideEncryption: { enabled: true, kmsKeyArn: keyArn },
    deletionProtectionEnabled: deletionProtection,
    tags,
  });
}
