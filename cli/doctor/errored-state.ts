import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parsed } from "../state/kept-state";
import type { Stack } from "../synth/stacks";
import { type Finding, quoted } from "./finding";
import type { Look } from "./look";

/** What Terraform wrote beside a stack because the backend did not take it. */
export async function erroredStateFindings(look: Look): Promise<Finding[]> {
  const found = await Promise.all(look.stacks.map((stack) => ofStack(look, stack)));
  return found.flat();
}

async function ofStack(look: Look, stack: Stack): Promise<Finding[]> {
  const file = join(stack.folder, "errored.tfstate");
  if (!existsSync(file)) return [];
  const name = relative(look.root, file);
  const finding = (found: string, means: string, ...mend: string[]): Finding[] => [{ id: "state-errored", layer: stack.name, found: `${name} ${found}`, means, mend }];
  const [push, remove] = [look.terraform(stack, "state", "push", "errored.tfstate"), `rm ${quoted(name)}`];
  const errored = parsed(readFileSync(file));
  if (typeof errored === "string") return finding(errored, "it is not whole, so it cannot be pushed as it is", "# look into it: what it names may be in AWS and in no state; npx platform doctor lists that, too", remove);
  const kept = await look.state(stack);
  const all = [`${push} && ${remove}`];
  if (kept === undefined) return finding(`has serial ${errored.serial}, and the backend has no state that can be read`, "it alone knows what was made", ...all);
  if (kept.lineage !== errored.lineage) {
    return finding(`is of lineage ${errored.lineage}, and the state of ${kept.lineage}`, "it belongs to another state, or the state was begun anew meanwhile", "# look which of the two knows what there is; Terraform pushes the other's only with -force", remove);
  }
  if (errored.serial > kept.serial) return finding(`has serial ${errored.serial}, and the state ${kept.serial}`, "the backend did not take it: what was made last is known here alone, and the next deploy would make it again", ...all);
  const means = errored.serial === kept.serial ? "the state has that serial already: it was pushed, or somebody else deployed" : "the state is newer: it was pushed and deployed since, or somebody else deployed";
  const lost = resourcesOf(errored).filter((one) => !resourcesOf(kept).includes(one));
  const first = lost.length === 0 ? [] : [`# only it knows ${lost.join(", ")}: adopt that first (npx platform doctor ${look.environment} --adopt)`];
  return finding(`has serial ${errored.serial}, and the state ${kept.serial}`, means, ...first, remove);
}

function resourcesOf({ resources }: { readonly resources: readonly { readonly type: string; readonly name: string; readonly mode: string }[] }): string[] {
  return resources.filter(({ mode }) => mode === "managed").map(({ type, name }) => `${type}.${name}`);
}
