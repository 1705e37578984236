import { lockOwner, lockSentence, type StateLock, stateLocks } from "../state/state-lock";
import { tableItems, placeOf } from "../state/state-place";
import { namedStack } from "../synth/named-stack";
import type { Stack } from "../synth/stacks";
import { type Finding, quoted } from "./finding";
import type { Look } from "./look";

/** Who holds a state. */
export async function lockFindings(look: Look): Promise<Finding[]> {
  const found = await Promise.all(look.stacks.map(async (stack) => ofStack(look, stack)));
  return found.flat();
}

async function ofStack(look: Look, stack: Stack): Promise<Finding[]> {
  // Of a workspace that cannot be read the state tells already.
  if (placeOf(stack).kind === "cloud" && !(await look.keptState(stack).then(() => true, () => false))) return [];
  const locks = await stateLocks(stack);
  const [first] = locks;
  if (first === undefined) return [];
  const owner = await lockOwner(first, stack.folder);
  const found = `${lockSentence(first, owner)}${first.id === "" ? "" : ` (${first.id})`}`;
  if (first.kind === "run") return [{ id: "state-locked", layer: stack.name, found, means: "nobody else can deploy until the run has ended, or was applied or discarded", mend: [`# look at ${first.where}`] }];
  if (owner.state === "lives") return [{ id: "state-locked", layer: stack.name, found, means: "somebody works on this state, and nobody else can", mend: [`# wait for process ${owner.pid!}`] }];
  if (first.kind === "file") {
    const means = "what it says of a local state is only told: the lock itself ends with its process, and the next command goes on";
    return [{ id: "lock-file-left", layer: stack.name, found, means, mend: [`rm ${quoted(first.where)}`] }];
  }
  const means = owner.state === "gone" ? "nobody can plan or deploy until it is given back" : "nobody else can plan or deploy; to take it from one who still works loses what that one does";
  const ids = new Set(locks.map(({ id }) => id));
  const whole = !ids.has("") && ids.size === 1;
  return [{ id: "state-locked", layer: stack.name, found, means, mend: whole ? [`npx platform unlock ${look.environment} ${namedStack(stack.folder).layer} ${first.id}`] : locks.map((lock) => deletion(stack, lock)) }];
}

/** `unlock` takes one id: what has none, or two, goes by hand. */
function deletion(stack: Stack, { kind, where }: StateLock): string {
  const place = placeOf(stack);
  if (kind !== "item" || place.kind !== "s3") return `aws s3 rm ${quoted(where)}`;
  return `aws dynamodb delete-item --table-name ${place.table!} --key ${quoted(JSON.stringify({ LockID: { S: tableItems(place).lock } }))}`;
}
