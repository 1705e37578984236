import { isDeepStrictEqual } from "node:util";
import type { Json } from "../synth";

/** What a plan says of one address or output: the action, the values, and what is known after apply only. */
type Change = { readonly actions: unknown; readonly after: unknown; readonly unknown: unknown; readonly sensitive: unknown };
export type Planned = Readonly<Record<string, Change>>;

/** The two bindings in a plan of `bothBindings`, by addresses that are the same in both: those of the stack. */
export function bindingsOf(plan: Json): { readonly stack: Planned; readonly calls: Planned } {
  const all = Object.entries(plannedOf(plan));
  const within = (prefix: string) => all.filter(([address]) => address.startsWith(prefix)).map(([address, change]) => [address.slice(prefix.length), change] as const);
  const calls = all.map(([address, change]) => [/^(?:module|output)\.n\d+(?:\.|$)/.exec(address) ? sharedAddress(address) : "", change] as const);
  return {
    stack: Object.fromEntries([...within("module.stack."), ...within("output.stack-")].filter(([address]) => !address.startsWith("terraform_data.unknown"))),
    calls: Object.fromEntries(calls.filter(([address]) => address !== "")),
  };
}

/** Every planned resource and output of a plan. */
export function plannedOf(plan: Json): Planned {
  const resources = ((plan["resource_changes"] ?? []) as Json[]).map((change) => [change["address"] as string, changeOf(change["change"])] as const);
  const outputs = Object.entries((plan["output_changes"] ?? {}) as Json).map(([name, change]) => [`output.${name}`, changeOf(change)] as const);
  return Object.fromEntries([...resources, ...outputs]);
}

/** `module.n3.aws_subnet.private["a"]` as `aws_subnet.n3_private["a"]`, `output.n3` as `n3`. */
function sharedAddress(address: string): string {
  return address.replace(/^output\./, "").replace(/^module\.(\w+)\.((?:data\.)?\w+)\./, "$2.$1_");
}

/** Every difference, a line each: an address that is missing on one side, or a value that is not the same. */
export function differencesOf(left: Planned, right: Planned, addresses: readonly string[] = [...new Set([...Object.keys(left), ...Object.keys(right)])]): string[] {
  return addresses.flatMap((address) => {
    const [a, b] = [left[address], right[address]];
    if (a === undefined || b === undefined) return [`${address}: only on the ${a === undefined ? "right" : "left"}`];
    return valueDifferences(a, b, address);
  });
}

function valueDifferences(a: unknown, b: unknown, path: string): string[] {
  if (isDeepStrictEqual(a, b)) return [];
  if (!isRecord(a) || !isRecord(b)) return [`${path}: ${JSON.stringify(a)} and ${JSON.stringify(b)}`];
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return names.flatMap((name) => valueDifferences(a[name], b[name], `${path} ${name}`));
}

function changeOf(change: Json): Change {
  return { actions: change["actions"], after: withoutFolder(change["after"]), unknown: change["after_unknown"], sensitive: change["after_sensitive"] };
}

/** A file that a module ships stands below the folder of the module, which is another for each. */
function withoutFolder(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/^[\w-]+\/(charts|releases|scripts)\//, "$1/");
  if (Array.isArray(value)) return value.map(withoutFolder);
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutFolder(item)])) : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
