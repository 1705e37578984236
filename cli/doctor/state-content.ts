import { ownersThatDiffer } from "../../review/refusals/owner";
import { parsedRecord } from "../deploy/deploy-record";
import { type KeptState, parsed } from "../state/kept-state";
import { addressOf, type StateFile, valuesOf } from "../state/state-file";
import { placeName, placeOf } from "../state/state-place";
import { stateProblems } from "../state/state-problems";
import type { Stack } from "../synth/stacks";
import { type Finding, quoted } from "./finding";
import type { Look } from "./look";

/** What the states themselves say. */
export async function stateContentFindings(look: Look): Promise<Finding[]> {
  const found = await Promise.all(
    look.stacks.map(async (stack) => {
      const kept = await look.keptState(stack).catch(() => undefined);
      // An empty local file has a finding of its own.
      if (kept === undefined || (kept.bytes?.length === 0 && placeOf(stack).kind === "local")) return [];
      const state = kept.bytes === undefined ? undefined : parsed(kept.bytes);
      if (typeof state === "string") return [corrupt(stack, state)];
      return [...notTheLast(stack, kept), ...(state === undefined ? [] : [...ofAnother(stack, state), ...tainted(look, stack, state)])];
    }),
  );
  return found.flat();
}

function corrupt(stack: Stack, why: string): Finding {
  const means = "Terraform cannot read it, and nothing can be planned before an older one is back";
  return { id: "state-corrupt", layer: stack.name, found: `${placeName(placeOf(stack))} ${why}`, means, mend: olderVersions(stack) };
}

/** What a deploy would refuse because its record knows a newer state. */
function notTheLast(stack: Stack, kept: KeptState): Finding[] {
  return stateProblems(stack, kept, parsedRecord(kept.record)).map(({ rule, expected, got, why }) => ({
    id: rule,
    layer: stack.name,
    found: got === undefined ? `nothing in the place of ${expected}` : `serial ${String(got)} in the place of ${expected}`,
    means: why!,
    mend: olderVersions(stack),
  }));
}

function olderVersions(stack: Stack): string[] {
  const place = placeOf(stack);
  if (place.kind === "cloud") return [];
  if (place.kind === "local") return [`cp ${quoted(`${place.file}.backup`)} ${quoted(place.file)}   # the state before the last change`];
  return [
    `aws s3api list-object-versions --bucket ${place.bucket} --prefix ${quoted(place.key)}`,
    `aws s3api get-object --bucket ${place.bucket} --key ${quoted(place.key)} --version-id <version> older.tfstate   # look at it, then copy-object that version`,
  ];
}

function ofAnother(stack: Stack, { outputs }: StateFile): Finding[] {
  const [said, own] = [valuesOf(outputs), valuesOf(stack.json.output)];
  return ownersThatDiffer(said, own).map((name) => {
    const found = `${placeName(placeOf(stack))} says ${name} ${JSON.stringify(said[name])}, the program ${JSON.stringify(own[name])}`;
    const means = "the backend leads to the state of another one: a deploy would destroy what that one has";
    return { id: "state-of-another", layer: stack.name, found, means, mend: ["# give each its own state.s3.key; between layouts: npx platform change-layout"] };
  });
}

interface Instance {
  readonly status?: string;
  readonly index_key?: string | number;
}

function tainted(look: Look, stack: Stack, { resources }: StateFile): Finding[] {
  const addresses = resources.flatMap((resource) => (resource.instances as readonly Instance[]).filter(({ status }) => status === "tainted").map(({ index_key: key }) => `${addressOf(resource)}${key === undefined ? "" : `[${JSON.stringify(key)}]`}`));
  return addresses.map((address) => {
    const means = "its creation was broken off or failed, so the next deploy replaces it; if it is whole in AWS, it can stay";
    return { id: "resource-tainted", layer: stack.name, found: `${address} is tainted`, means, mend: [look.terraform(stack, "untaint", quoted(address)) + "   # it is whole", `npx platform deploy ${look.environment}   # it is replaced`] };
  });
}
