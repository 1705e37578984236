import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { rememberedBackend } from "../state/remembered-backend";
import { placeName, placeOf } from "../state/state-place";
import type { Stack } from "../synth/stacks";
import { type Finding, quoted } from "./finding";
import type { Look } from "./look";

/** States, plans and logs that lie where they do not belong. */
export function strayFileFindings(look: Look): Finding[] {
  return [...look.stacks.flatMap((stack) => [...strayStates(look, stack), ...otherBackend(look, stack), ...openPlans(look, stack)]), ...secrets(look)];
}

function strayStates(look: Look, stack: Stack): Finding[] {
  const place = placeOf(stack);
  const own = place.kind === "local" ? [place.file, `${place.file}.backup`] : [];
  return names(stack.folder, /\.tfstate(?:\.backup|\.\d+\.backup)?$/).flatMap((name): Finding[] => {
    const file = join(stack.folder, name);
    const [shown, mend] = [relative(look.root, file), `rm ${quoted(relative(look.root, file))}`];
    if (name === "errored.tfstate") return [];
    if (statSync(file).size === 0) return [{ id: "state-file-empty", layer: stack.name, found: `${shown} is empty`, means: "a command was broken off before it wrote its first state", mend: [mend] }];
    if (own.includes(file)) return [];
    const means = `the state is at ${placeName(place)}: this one was written before that was so, or by a Terraform with another backend, and it holds secrets`;
    return [{ id: "state-file-stray", layer: stack.name, found: `${shown} holds a state`, means, mend: [`# see that it knows nothing more: ${look.terraform(stack, "state", "list", `-state=${quoted(name)}`)}`, mend] }];
  });
}

function otherBackend(look: Look, stack: Stack): Finding[] {
  const remembered = rememberedBackend(stack);
  if (remembered === undefined || remembered.same) return [];
  const means = "Terraform was initialized here for another backend, and a deploy is refused while it is open where the state is";
  const found = `${relative(look.root, remembered.file)} says ${remembered.place}, the program ${placeName(placeOf(stack))}`;
  const mend = [look.terraform(stack, "init", "-reconfigure") + "    # the state is where the program says", look.terraform(stack, "init", "-migrate-state") + "  # the state is still there, and is to move"];
  return [{ id: "backend-other", layer: stack.name, found, means, mend }];
}

function openPlans(look: Look, stack: Stack): Finding[] {
  const open = names(stack.folder, /^plan$|plan$/).filter((name) => isFile(join(stack.folder, name)) && (statSync(join(stack.folder, name)).mode & 0o044) !== 0);
  return open.map((name) => {
    const file = relative(look.root, join(stack.folder, name));
    return { id: "plan-readable", layer: stack.name, found: `others on this machine can read ${file}`, means: "a plan holds every value of the state, secrets too; `cdktf diff` leaves one", mend: [`rm ${quoted(file)}`] };
  });
}

function secrets({ root }: Look): Finding[] {
  const kept = [
    { name: "state-backups", means: "`change-layout` keeps the old states there, with their secrets: they go when the new layout was deployed once", mend: "rm -r state-backups" },
    { name: "cdktf.log", means: "the cdktf command writes there what it prints, sensitive outputs too", mend: "rm cdktf.log" },
  ];
  return kept.filter(({ name }) => existsSync(join(root, name))).map(({ name, means, mend }) => ({ id: "secrets-kept", found: `${name} in the checkout`, means, mend: [mend] }));
}

function names(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder).filter((name) => pattern.test(name)).sort();
}

function isFile(path: string): boolean {
  return statSync(path).isFile();
}
