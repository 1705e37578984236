import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../cli/root";

type Json = Readonly<Record<string, unknown>>;

interface Resource extends Json {
  readonly address: string;
  readonly change: Json & { readonly before: Json };
}

/** A plan as it was recorded. */
export function recordedPlan(name: string): Json {
  return JSON.parse(readFileSync(join(projectRoot, "test", "review", "plans", `${name}.json`), "utf8")) as Json;
}

/**
 * A plan of that many resources: those of the recorded environment again and again, each time in a module of its own.
 * One in a hundred is replaced, one in ten changes in place, one in five is new, and the others stay.
 */
export function largePlan(count: number): Json {
  const { configuration, ...plan } = recordedPlan("node-group-replaced") as Json & { readonly resource_changes: readonly Resource[]; readonly configuration: { readonly root_module: Json } };
  const all = plan.resource_changes;
  const resources = Array.from({ length: count }, (_, index) => copied(all[index % all.length]!, index, `module.copy_${Math.floor(index / all.length)}.`));
  const copies = Array.from({ length: Math.ceil(count / all.length) }, (_, index) => [`copy_${index}`, { expressions: {}, module: configuration.root_module }]);
  return { ...plan, resource_changes: resources, output_changes: {}, configuration: { root_module: { module_calls: Object.fromEntries(copies) as Json } } };
}

function copied({ change: { before }, ...resource }: Resource, index: number, path: string): Json {
  const of = { ...resource, address: path + resource.address };
  const marks = { after_unknown: {}, before_sensitive: {}, after_sensitive: {} };
  const other = { ...before, tags: { index: String(index) } };
  if (index % 100 === 0) return { ...of, action_reason: "replace_because_cannot_update", change: { ...marks, actions: ["delete", "create"], before, after: other, after_unknown: { id: true, arn: true }, replace_paths: [["tags"]] } };
  if (index % 10 === 1) return { ...of, change: { ...marks, actions: ["update"], before, after: other } };
  if (index % 5 === 2) return { ...of, change: { ...marks, actions: ["create"], before: null, after: before } };
  return { ...of, change: { ...marks, actions: ["no-op"], before, after: before } };
}
