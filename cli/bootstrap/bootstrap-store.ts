import { DescribeKeyCommand, KMSClient, paginateListKeys } from "@aws-sdk/client-kms";
import { HeadObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { backendAccess, providerAccess } from "../aws-access";
import { placeOf, type S3Place } from "../state/state-place";
import type { Stack } from "../synth/stacks";
import { absentOn } from "./bootstrap-absence";

/** The key of a store: by its alias, or where a run was broken off before that, by its description; or the one that the account's file names. */
export async function keyOfStore(stack: Stack): Promise<string | undefined> {
  const { bucket } = placeOf(stack) as S3Place;
  const given = stack.json.terraform.backend!["s3"]!["kms_key_id"];
  if (typeof given === "string") return given;
  const client = new KMSClient(providerAccess(stack));
  try {
    const named = await absentOn(["NotFoundException"], client.send(new DescribeKeyCommand({ KeyId: `alias/terraform-state/${bucket}` })));
    return named?.KeyMetadata?.Arn ?? (await described(client, `Terraform states in ${bucket}`));
  } finally {
    client.destroy();
  }
}

async function described(client: KMSClient, description: string): Promise<string | undefined> {
  for await (const { Keys: keys = [] } of paginateListKeys({ client }, {})) {
    for (const { KeyId } of keys) {
      // Of some keys of an account not even an administrator may know more than the id.
      const found = await absentOn(["AccessDeniedException", "NotFoundException"], client.send(new DescribeKeyCommand({ KeyId })));
      const { Description, KeyState, Arn } = found?.KeyMetadata ?? {};
      if (Description === description && KeyState === "Enabled") return Arn;
    }
  }
  return undefined;
}

/** Is the state of the store in the store? */
export async function stateIsThere(stack: Stack): Promise<boolean> {
  const { bucket, key, pathStyle } = placeOf(stack) as S3Place;
  const client = new S3Client({ ...backendAccess(stack)!, forcePathStyle: pathStyle });
  try {
    return (await absentOn(["NotFound", "NoSuchBucket", "NoSuchKey"], client.send(new HeadObjectCommand({ Bucket: bucket, Key: key })))) !== undefined;
  } finally {
    client.destroy();
  }
}
