import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { S3BucketReplicationConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-replication-configuration";
import { nameLimits } from "../../aws/name-limits";
import { replicator } from "../../aws/policies/state-store";
import { replicationTrust } from "../../aws/trust-policies";
import { blockWhen, type Construct, type Expr, limitedName, present, resource, some, template, tf } from "../../kernel";
import { policyJson } from "../policy-json";
import type { StateBucket } from "./bucket";
import type { StateBackendHandles } from "./inputs";

/** Copies every version to a bucket that is there. */
export function replication(scope: Construct, inputs: StateBackendHandles, states: StateBucket, keyArn: Expr<string>): void {
  const { bucket, region, account, replication: wanted, rolePath, permissionsBoundary, tags } = inputs;
  const count = present(wanted);
  const { bucketArn, kmsKeyArn, account: otherAccount } = some(wanted);
  const target = { bucketArn, keyArn: kmsKeyArn, region: tf<string>`split(":", ${kmsKeyArn})[3]` };
  const role = resource(IamRole, scope, "replication", {
    count,
    name: limitedName(scope, "replication_role", bucket, "-copy", nameLimits.aws_iam_role.name.maxLength),
    assumeRolePolicy: policyJson(replicationTrust<Expr<string>>({ bucketArn: states.arn, account })),
    path: rolePath,
    permissionsBoundary,
    tags,
  });
  const allowed = resource(IamRolePolicy, scope, "replication", { count, name: "copy-states", role: role.only.name, policy: policyJson(replicator<Expr<string>>(template, { bucketArn: states.arn, keyArn, region, target })) });
  resource(S3BucketReplicationConfigurationA, scope, "this", {
    count,
    bucket: states.id,
    role: role.only.arn,
    rule: [
      {
        id: "states",
        status: "Enabled",
        filter: { prefix: "" },
        deleteMarkerReplication: { status: "Enabled" },
        sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: "Enabled" } },
        destination: {
          bucket: bucketArn,
          account: otherAccount,
          accessControlTranslation: blockWhen(present(otherAccount), { owner: "Destination" }),
          encryptionConfiguration: { replicaKmsKeyId: kmsKeyArn },
        },
      },
    ],
    dependsOn: [states.versioned, allowed],
  });
}
