import { existsSync, readFileSync } from "node:fs";
import type { Stack } from "../synth/stacks";
import type { StateFile } from "./state-file";
import { placeOf, tableItems } from "./state-place";
import { inStore } from "./state-store";

/** The state of a stack as its backend keeps it, read without Terraform, which reads only what is sound. */
export interface KeptState {
  /** None where it was never written. */
  readonly bytes: Buffer | undefined;
  /** What the lock table says of it. */
  readonly digest: string | undefined;
  /** What `deploy` wrote beside it. */
  readonly record: string | undefined;
}

/** Nothing where only Terraform can read it. */
export async function keptState(stack: Stack): Promise<KeptState | undefined> {
  const place = placeOf(stack);
  if (place.kind === "cloud") return undefined;
  if (place.kind === "local") return { bytes: read(place.file), digest: undefined, record: read(`${place.file}.deploy.json`)?.toString() };
  return inStore(stack, async (store) => {
    // First, for somebody may deploy at this moment: a record that is newer than the state would tell of a lost one.
    const record = await store.object(`${place.key}.deploy.json`).catch(() => undefined);
    const bytes = await store.object(place.key);
    const digest = place.table === undefined ? undefined : await store.item(tableItems(place).digest, "Digest");
    return { bytes, digest, record: record?.toString() };
  });
}

/** Why it is no state, as words, or the state. */
export function parsed(bytes: Buffer): StateFile | string {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString());
  } catch (error) {
    return `is no JSON: ${(error as Error).message}`;
  }
  const { version, lineage, serial, resources } = (json ?? {}) as Partial<StateFile>;
  if (version !== 4) return `has version ${JSON.stringify(version)} and not 4`;
  if (typeof lineage !== "string" || typeof serial !== "number" || !Array.isArray(resources)) return "has no lineage, no serial or no resources";
  return json as StateFile;
}

function read(file: string): Buffer | undefined {
  return existsSync(file) ? readFileSync(file) : undefined;
}
