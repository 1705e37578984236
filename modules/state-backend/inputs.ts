import { nameLimits, namePattern } from "../../aws/name-limits";
import { partitions } from "../../aws/regions";
import { choice, exactlyOne, flag, type Handles, length, matches, nullable, number, object, text, whole } from "../../kernel";
import { roleOptions } from "../role-options";
import { tagsInput } from "../tags-input";
import { accessInput } from "./access-input";
import { keyInput } from "./key-input";
import { replicationInput } from "./replication-input";

const { minLength, maxLength } = nameLimits.aws_s3_bucket.bucket;
const table = nameLimits.aws_dynamodb_table.name;

/** The name of a bucket that is made here. */
const bucketName = (id: string, doc: string) =>
  text({ doc, rules: [length(`${id}-length`, minLength, maxLength), matches(id, new RegExp(namePattern(nameLimits.aws_s3_bucket.bucket)), "lower-case letters, digits and hyphens, with a letter or digit at both ends")] });

export const stateBackendInputs = {
  bucket: bucketName("state-bucket", "Name of the bucket. No other account of the partition may have it. To change it replaces the bucket, which AWS refuses while states are in it."),
  region: text({ doc: "Region of the bucket.", rules: [matches("state-region", /^[a-z]{2,4}(-[a-z]+)+-[0-9]$/, "an AWS region")] }),
  partition: choice(partitions, { default: "aws", doc: "AWS partition of the account: decides how ARNs begin." }),
  account: text({ doc: "Id of the AWS account, twelve digits.", rules: [matches("state-account", /^[0-9]{12}$/, "an account id of twelve digits")] }),
  key: keyInput,
  oldVersions: nullable(
    object(
      {
        days: number({ default: 365, doc: "Days that a version of a state is kept after a newer one has replaced it.", rules: [whole("state-version-days", 1, 3650)] }),
        newest: number({ default: 100, doc: "So many old versions are kept in any case, however old.", rules: [whole("state-versions-kept", 1, 100)] }),
        lockFileDays: number({ default: 7, doc: "Days that what was a lock file is kept. S3 knows no ending of a name, so it goes by size: below 512 bytes, where no state with a resource is.", rules: [whole("lock-file-days", 1, 365)] }),
      },
      { default: {}, doc: "How long old versions are kept. Null keeps them all." },
    ),
  ),
  accessLogs: nullable(
    object(
      {
        create: nullable(
          object({
            name: nullable(bucketName("state-log-bucket", "Name of the bucket for logs. Null: that of the states with `-logs`.")),
            retentionDays: number({ default: 365, doc: "Days that logs are kept.", rules: [whole("state-log-days", 1, 3650)] }),
          }),
        ),
        bucket: nullable(text({ doc: "Name of an existing bucket of the region, which lets `logging.s3.amazonaws.com` write." })),
      },
      { default: { create: {} }, doc: "Who read and wrote which state: to a bucket that is made here, or to a given one. Null logs nothing.", rules: [exactlyOne("state-access-logs", ["create", "bucket"], { expected: "either create or bucket" })] },
    ),
  ),
  table: nullable(
    object(
      {
        name: text({
          default: "terraform-locks",
          doc: "Name of the table. To change it replaces the table.",
          rules: [length("lock-table-length", table.minLength, table.maxLength), matches("lock-table", new RegExp(namePattern(table)), "letters, digits, hyphens, dots and underscores")],
        }),
        deletionProtection: flag({ default: true, doc: "AWS refuses to delete the table. Take it off in an apply of its own before the table goes." }),
      },
      { doc: "DynamoDB table for locks, for stacks that use it beside the lock file, or Terraform before 1.10. Null where lock files are enough." },
    ),
  ),
  replication: replicationInput,
  access: accessInput,
  managedPolicies: nullable(object({}, { doc: "Makes an IAM policy of each element of `access`, to attach to roles. Null: policies are outputs only." })),
  ...roleOptions,
  tags: tagsInput("Tags of everything that is made here."),
};

export type StateBackendHandles = Handles<typeof stateBackendInputs>;
