import { rmSync } from "node:fs";
import { join } from "node:path";
import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetPolicyCommand, GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { DescribeKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { ProblemsError } from "../../kernel/problem";
import { plannedResources } from "../../review/plan-json";
import { writeFileAtomic } from "../atomic-file";
import type { RunOptions } from "../plan/plan-layer";
import { shownPlan } from "../plan/shown-plan";
import { inPrivateFolder } from "../private-folder";
import { providerAccess } from "../aws-access";
import type { Stack } from "../synth/stacks";
import { terraform } from "../terraform/terraform";
import { absentOn } from "./bootstrap-absence";
import { keyOfStore } from "./bootstrap-store";

const file = "adopted.tf.json";

interface Import {
  readonly to: string;
  readonly id: string;
}

/**
 * What an apply that was killed made and no state knows: it is imported by the next one. The names are those that the plan
 * says. What belongs to a bucket, such as its policy, is put again and need not be known. `stack` is `store` with its state in a file.
 */
export async function adoptWhatIsThere(stack: Stack, store: Stack, options: RunOptions): Promise<string[]> {
  forgetAdoption(stack);
  const planned = await inPrivateFolder(async (folder) => {
    const plan = join(folder, "plan");
    await terraform(["plan", "-input=false", "-no-color", `-out=${plan}`], { ...options, cwd: stack.folder });
    return plannedResources(await shownPlan(plan, { ...options, cwd: stack.folder }), () => true);
  });
  const aws = clients(store);
  try {
    const wanted = planned.filter(({ verb }) => verb === "create");
    const found = await Promise.all(wanted.map(async ({ address, type, after }) => ({ to: address, id: await aws.idOf(type, (after ?? {}) as Named) })));
    const imports = found.filter((one): one is Import => one.id !== undefined);
    if (imports.length > 0) writeFileAtomic(join(stack.folder, file), JSON.stringify({ import: imports }, null, 2));
    return imports.map(({ to }) => to);
  } finally {
    aws.close();
  }
}

export function forgetAdoption({ folder }: Stack): void {
  rmSync(join(folder, file), { force: true });
}

/** Of what a plan makes, what tells it from others. */
interface Named {
  readonly bucket?: string;
  readonly name?: string;
  readonly path?: string;
}

function clients(stack: Stack) {
  const access = providerAccess(stack);
  const [s3, tables, keys, iam] = [new S3Client({ ...access, forcePathStyle: process.env.AWS_ENDPOINT_URL !== undefined }), new DynamoDBClient(access), new KMSClient(access), new IAMClient(access)];
  const [account] = (stack.json.provider!["aws"]![0] as { readonly allowed_account_ids: readonly [string] }).allowed_account_ids;
  const partition = (stack.json.variable?.["state_backend"]?.default?.["partition"] as string | undefined) ?? "aws";
  const there = async (answer: Promise<unknown>, absent: string, id: string) => ((await absentOn([absent], answer)) === undefined ? undefined : id);
  const ids: Readonly<Record<string, (named: Named) => Promise<string | undefined>>> = {
    aws_s3_bucket: ({ bucket = "" }) => there(ownBucket(s3, bucket), "NotFound", bucket),
    aws_dynamodb_table: ({ name = "" }) => there(tables.send(new DescribeTableCommand({ TableName: name })), "ResourceNotFoundException", name),
    aws_kms_key: async () => (await keyOfStore(stack))?.split("/").at(-1),
    aws_kms_alias: ({ name = "" }) => there(keys.send(new DescribeKeyCommand({ KeyId: name })), "NotFoundException", name),
    aws_iam_role: ({ name = "" }) => there(iam.send(new GetRoleCommand({ RoleName: name })), "NoSuchEntityException", name),
    aws_iam_policy: ({ name = "", path = "/" }) => {
      const arn = `arn:${partition}:iam::${account}:policy${path}${name}`;
      return there(iam.send(new GetPolicyCommand({ PolicyArn: arn })), "NoSuchEntityException", arn);
    },
  };
  return {
    idOf: (type: string, named: Named) => ids[type]?.(named) ?? Promise.resolve(undefined),
    close: () => [s3, tables, keys, iam].forEach((client) => client.destroy()),
  };
}

/** Names of buckets are global: one that is there and refuses is another's. */
async function ownBucket(client: S3Client, bucket: string): Promise<unknown> {
  try {
    return await client.send(new HeadBucketCommand({ Bucket: bucket }));
  } catch (error) {
    const { httpStatusCode } = (error as { $metadata?: { httpStatusCode?: number } }).$metadata ?? {};
    if (httpStatusCode !== 403) throw error;
    throw new ProblemsError([{ path: "store.bucket", expected: "a name that no other account has", got: bucket, why: "the bucket is there and lets these credentials not in", rule: "bucket-taken" }]);
  }
}
