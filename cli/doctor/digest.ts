import { createHash } from "node:crypto";
import { placeName, placeOf, tableItems } from "../state/state-place";
import { inStore } from "../state/state-store";
import type { Stack } from "../synth/stacks";
import { type Finding, quoted } from "./finding";
import type { Look } from "./look";

/** The lock table says which content the state has. Terraform refuses every other one. */
export async function digestFindings(look: Look): Promise<Finding[]> {
  const found = await Promise.all(look.stacks.map((stack) => ofStack(look, stack)));
  return found.flat();
}

async function ofStack(look: Look, stack: Stack): Promise<Finding[]> {
  const place = placeOf(stack);
  const kept = await look.keptState(stack).catch(() => undefined);
  if (place.kind !== "s3" || kept?.digest === undefined || kept.digest === "") return [];
  const digest = kept.bytes === undefined ? undefined : md5(kept.bytes);
  if (digest === kept.digest) return [];
  const key = quoted(JSON.stringify({ LockID: { S: tableItems(place).digest } }));
  const found = `the table says ${kept.digest}, ${placeName(place)} has ${digest ?? "no content"}`;
  const older = await versionWith(stack, kept.digest);
  const put = `aws dynamodb put-item --table-name ${place.table!} --item ${quoted(JSON.stringify({ LockID: { S: tableItems(place).digest }, Digest: { S: digest ?? "" } }))}`;
  const restore = `aws s3api copy-object --bucket ${place.bucket} --key ${quoted(place.key)} --copy-source ${quoted(`${place.bucket}/${place.key}?versionId=${older ?? ""}`)} --server-side-encryption aws:kms --ssekms-key-id ${quoted(kmsKeyOf(stack))}`;
  const wait = "# a write of a moment ago? wait a minute and look again";
  if (digest === undefined) {
    const means = older === undefined ? "the state was deleted, and Terraform refuses to begin anew while the table remembers it" : `the state was deleted; version ${older} is what the table remembers`;
    return [{ id: "digest-wrong", layer: stack.name, found, means, mend: older === undefined ? [wait, `aws dynamodb delete-item --table-name ${place.table!} --key ${key}`] : [wait, restore] }];
  }
  const means =
    older === undefined
      ? "Terraform refuses the state: it is not what Terraform wrote last, or the table was not told"
      : `Terraform refuses the state: the table knows version ${older}, and a newer one was written without it, by a Terraform that was killed or by hand`;
  const back = older === undefined ? [] : ["# or the older state comes back, and what the newer one knows is lost:", restore];
  return [{ id: "digest-wrong", layer: stack.name, found, means, mend: [wait, "# the state is right? tell the table:", put, ...back] }];
}

function md5(bytes: Buffer): string {
  return createHash("md5").update(bytes).digest("hex");
}

async function versionWith(stack: Stack, digest: string): Promise<string | undefined> {
  return inStore(stack, async (store) => {
    const { key } = store.place;
    for (const version of await store.versions(key)) {
      const bytes = await store.object(key, version);
      if (bytes !== undefined && md5(bytes) === digest) return version;
    }
    return undefined;
  });
}

function kmsKeyOf({ json }: Stack): string {
  return String(json.terraform.backend?.["s3"]?.["kms_key_id"] ?? "");
}
