import { coversPorts, endpointSources, openingsOf, openingTypes, portsOf } from "../openings";
import type { PlannedResource } from "../plan-json";
import { type Values, valuesAfter } from "../values";
import type { Trip } from "./guard-list";

const cluster = "aws_eks_cluster";

/** What lets somebody in. */
export const doors: readonly string[] = [cluster, ...openingTypes];

/** What the whole internet may reach then and may not today: also of what is new, and also another port of a rule that was open before. */
export function worldTrips(resource: PlannedResource, what: string): Trip[] {
  const after = valuesAfter(resource);
  if (after === undefined || resource.verb === "forget") return [];
  const { type, before = {} } = resource;
  const opened = type === cluster ? openEndpoint(before, after) : openPorts(type, before, after);
  return opened.map((opening) => ({ guard: "open-to-world", sentence: `${what} lets in ${opening}` }));
}

function openEndpoint(before: Values, after: Values): string[] {
  const then = endpointSources(before) ?? [];
  const now = (endpointSources(after) ?? []).filter(isEverybody);
  return now.filter((source) => !then.includes(source)).map((source) => `${source} to its API`);
}

function openPorts(type: string, before: Values, after: Values): string[] {
  const then = openingsOf(type, before);
  const now = openingsOf(type, after).filter(({ source }) => isEverybody(source));
  return now.filter((opening) => !then.some((old) => old.source === opening.source && coversPorts(old, opening))).map((opening) => `${opening.source} to ${portsOf(opening)}`);
}

/** Every address of one family. */
function isEverybody(source: string): boolean {
  return source.endsWith("/0");
}
