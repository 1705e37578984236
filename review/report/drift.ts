import { isRecord } from "../../kernel/check";
import type { PlannedResource } from "../plan-json";
import { changesOf, isEmpty, repeatsTags } from "./attribute-changes";
import { documentOf } from "./document";
import { canonical } from "./marked";
import type { ValueChange } from "./value-change";

interface Drifted {
  readonly resource: PlannedResource;
  readonly deleted: boolean;
  readonly changes: readonly ValueChange[];
}

/**
 * What somebody changed in AWS. Terraform also takes for drift what its own last apply did to a neighbour: a route that
 * it made shows up in the route table, an attached policy in the role. What such a neighbour explains is left out.
 */
export function driftIn(drifted: readonly PlannedResource[], resources: readonly PlannedResource[]): Drifted[] {
  if (drifted.length === 0) return [];
  const neighbours = neighboursOf([...resources, ...drifted]);
  return drifted.flatMap((resource) => {
    const deleted = resource.verb === "delete";
    const changes = deleted ? [] : unexplained(changesOf(resource), neighbours(resource));
    return deleted || changes.length > 0 ? [{ resource, deleted, changes }] : [];
  });
}

/** Names that AWS makes of addresses, which other attributes have. */
const derived = new Set(["private_dns", "public_dns"]);

/** What a resource has, as texts. */
type Texts = ReadonlySet<string>;

function unexplained(all: readonly ValueChange[], neighbours: readonly Texts[]): ValueChange[] {
  const meant = all.filter((change) => !(isEmpty(change) || repeatsTags(change, all) || derived.has(String(change.steps[0]))));
  // One neighbour must explain the whole of an element: the port of one rule and the range of another make a third one.
  const elementOf = ({ steps }: ValueChange) => canonical(steps.slice(0, 2));
  return meant.filter((change) => {
    const element = meant.filter((one) => elementOf(one) === elementOf(change)).flatMap(({ before, after }) => [...partsOf(before), ...partsOf(after)]);
    const known = (texts: readonly string[]) => neighbours.some((neighbour) => texts.every((text) => neighbour.has(text)));
    // Members of a list of texts each have a neighbour of their own.
    return !(Array.isArray(change.after ?? change.before) ? element.every((text) => known([text])) : known(element));
  });
}

/** Resources that refer to one by what identifies it. */
function neighboursOf(resources: readonly PlannedResource[]): (resource: PlannedResource) => Texts[] {
  const referring = new Map<string, PlannedResource[]>();
  for (const resource of resources) {
    for (const value of Object.values(resource.before ?? {})) {
      if (typeof value !== "string" || value === "") continue;
      const known = referring.get(value);
      if (known === undefined) referring.set(value, [resource]);
      else known.push(resource);
    }
  }
  return ({ address, before = {} }) => {
    const names = ["id", "arn", "name"].map((name) => before[name]).filter((name) => typeof name === "string");
    const found = new Set(names.flatMap((name) => referring.get(name) ?? []).filter((one) => one.address !== address));
    return [...found].map((one) => new Set([...partsOf(one.before), ...partsOf(one.after)]));
  };
}

/** The texts and numbers in a value; of a document what it says, however it is written. */
function partsOf(value: unknown): string[] {
  if (value === null || value === undefined || value === "" || value === false || value === 0) return [];
  if (typeof value === "string") return [canonical(documentOf(value) ?? value)];
  if (Array.isArray(value)) return value.flatMap(partsOf);
  return isRecord(value) ? Object.values(value).flatMap(partsOf) : [canonical(value)];
}
