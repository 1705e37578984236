import { hostname, userInfo } from "node:os";
import type { Problem } from "../../kernel/problem";
import { writeFileAtomic } from "../atomic-file";
import { keptState } from "../state/kept-state";
import type { StateFile } from "../state/state-file";
import { placeOf } from "../state/state-place";
import { inStore } from "../state/state-store";
import type { Stack } from "../synth/stacks";
import { type Commit, containsCommit } from "./commit";
import { revisionOf } from "./stack-revision";

/** Who deployed a layer last, and from which commit. It stands beside the state: `<key>.deploy.json`. */
export interface DeployRecord extends Commit {
  readonly layer: string;
  readonly command: "deploy" | "destroy";
  readonly who: string;
  readonly when: string;
  /** The apply came to its end. */
  readonly complete: boolean;
  readonly serial?: number;
  readonly lineage?: string;
  /** Of the stack that was deployed. */
  readonly revision?: string;
}

export async function writeRecord(stack: Stack, command: DeployRecord["command"], commit: Commit, state: StateFile | undefined): Promise<void> {
  const place = placeOf(stack);
  if (place.kind === "cloud") return;
  // An apply that came to no end has written a state, too, of which no more is known than of the one before.
  const written = state ?? parsedRecord((await keptState(stack))?.record);
  const record: DeployRecord = {
    layer: stack.name,
    command,
    ...commit,
    who: `${userInfo().username}@${hostname()}`,
    when: new Date().toISOString(),
    complete: state !== undefined,
    revision: revisionOf(stack),
    ...(written?.serial !== undefined && { serial: written.serial, lineage: written.lineage }),
  };
  const text = `${JSON.stringify(record, null, 2)}\n`;
  if (place.kind === "local") writeFileAtomic(`${place.file}.deploy.json`, text);
  else await inStore(stack, (store) => store.putObject(`${place.key}.deploy.json`, text, encryptionOf(stack)));
}

/** A deploy from a commit that does not contain the one that was deployed last would take its changes back. */
export async function olderCommitProblem(root: string, stack: Stack, record: DeployRecord | undefined): Promise<Problem | undefined> {
  // What was destroyed has nothing that could be taken back.
  if (record === undefined || (record.command === "destroy" && record.complete)) return undefined;
  const contains = await containsCommit(root, record.commit);
  if (contains === "yes") return undefined;
  const deployed = `${record.commit.slice(0, 12)}${record.dirty ? " with uncommitted changes" : ""}, deployed by ${record.who} at ${record.when}`;
  const why = contains === "no" ? `it would take back what came with ${deployed}` : `this checkout does not know ${deployed}: fetch first (of a shallow checkout, \`git fetch --unshallow\`)`;
  return { path: stack.name, expected: `a commit that contains ${record.commit.slice(0, 12)}`, got: "HEAD", why: `${why}; --allow-older-commit goes on all the same`, rule: "older-commit" };
}

function encryptionOf({ json }: Stack) {
  const { encrypt, kms_key_id: kmsKey } = json.terraform.backend!["s3"] as { readonly encrypt?: boolean; readonly kms_key_id?: string };
  return { encrypt: encrypt === true, ...(kmsKey !== undefined && { kmsKey }) };
}

/** Half of a record is none. */
export function parsedRecord(text: string | undefined): DeployRecord | undefined {
  try {
    const record = JSON.parse(text ?? "null") as DeployRecord | null;
    return typeof record?.commit === "string" ? record : undefined;
  } catch {
    return undefined;
  }
}
