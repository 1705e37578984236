import { isRecord } from "../../kernel/check";
import type { PlannedResource } from "../plan-json";
import type { KnownSecrets } from "./known-secrets";
import { marked, Unknown } from "./marked";
import type { AttributeChange } from "./review";
import { shownPair } from "./shown";
import { type Step, type ValueChange, valueChanges } from "./value-change";

/** All that a plan says of the attributes of a resource. */
export function changesOf({ before, after, change }: PlannedResource): ValueChange[] {
  return valueChanges(marked(before, change?.secret.before) ?? {}, marked(after, change?.secret.after, change?.unknown) ?? {});
}

/** Changes that somebody made in the program, without those that follow from how a provider writes its values. */
export function meantChanges(changes: readonly ValueChange[], set: readonly string[] | undefined, forcing: ForcingPaths = []): ValueChange[] {
  const isForced = (change: ValueChange) => forces(forcing, change);
  const meant = changes.filter((change) => isForced(change) || !(isComputed(change, set) || isEmpty(change) || repeatsTags(change, changes)));
  return meant.length === 0 ? [...changes] : meant;
}

type ForcingPaths = readonly (readonly Step[])[];

/** Whether a change is at, below or above one of the paths. */
export function forces(paths: ForcingPaths, { steps }: ValueChange): boolean {
  return paths.some((path) => path.every((step, at) => at >= steps.length || steps[at] === step || typeof step === "number"));
}

export function attributeChange({ steps, before, after }: ValueChange, secrets: KnownSecrets): AttributeChange {
  return { path: pathOf(steps), ...shownPair(before, after, secrets) };
}

/** `tags["team"]`, `scaling_config[0].desired_size`. Keys of maps and attributes look alike in a plan: names go without quotes. */
export function pathOf(steps: readonly Step[]): string {
  return steps.map((step, at) => (typeof step === "number" ? `[${step}]` : isMapKey(steps, at) ? `[${JSON.stringify(step)}]` : `${at === 0 ? "" : "."}${step}`)).join("");
}

const maps = new Set(["tags", "tags_all", "labels", "annotations", "match_labels", "parameters"]);

function isMapKey(steps: readonly Step[], at: number): boolean {
  return (at > 0 && maps.has(String(steps[at - 1]))) || !/^[A-Za-z_][\w-]*$/.test(String(steps[at]));
}

/** An id or a state that the provider finds out, of what is made anew or touched. */
function isComputed({ steps, after }: ValueChange, set: readonly string[] | undefined): boolean {
  if (!(after instanceof Unknown) || set === undefined) return false;
  const path = steps.filter((step) => typeof step === "string").join(".");
  return !set.some((attribute) => `${attribute}.`.startsWith(`${path}.`) || `${path}.`.startsWith(`${attribute}.`));
}

/** Providers write nothing, zero and an empty list as they please. */
export function isEmpty({ before, after }: ValueChange): boolean {
  return holdsNothing(before) && holdsNothing(after);
}

function holdsNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (isRecord(value) && Object.getPrototypeOf(value) === Object.prototype) return Object.keys(value).length === 0;
  return value === undefined || value === "" || value === 0 || value === false;
}

/** `tags_all` has the tags once more. */
export function repeatsTags({ steps: [first, ...rest] }: ValueChange, all: readonly ValueChange[]): boolean {
  return first === "tags_all" && all.some(({ steps }) => steps[0] === "tags" && (rest.length === 0 || steps[1] === undefined || steps[1] === rest[0]));
}
