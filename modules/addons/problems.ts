import { addon } from "../../aws/addons";
import type { Problem } from "../../kernel";
import { join } from "../../kernel/check";
import { standsBeforeNodes } from "./phases";

type Phase = "beforeNodes" | "afterNodes";
type Addons = Readonly<Record<string, { readonly phase?: Phase | null }>>;

/** Add-ons whose needs are not met: another add-on that is missing, or that comes later. `path` is where the add-ons stand. */
export function addonProblems(addons: Addons, path: string): Problem[] {
  return Object.keys(addons).flatMap((name) => (addon(name)?.requires ?? []).flatMap((needed) => unmet(addons, name, needed, join(path, name))));
}

function unmet(addons: Addons, name: string, needed: string, path: string): Problem[] {
  if (!(needed in addons)) return [{ path, expected: `${needed} among the add-ons`, got: Object.keys(addons), why: `${name} does not start without it`, rule: "addon-requires" }];
  if (phaseOf(addons, name) === "afterNodes" || phaseOf(addons, needed) === "beforeNodes") return [];
  return [{ path: `${path}.phase`, expected: "afterNodes", got: "beforeNodes", why: `it needs ${needed}, which comes after nodes`, rule: "addon-order" }];
}

function phaseOf(addons: Addons, name: string): Phase {
  return addons[name]?.phase ?? (standsBeforeNodes.includes(name) ? "beforeNodes" : "afterNodes");
}
