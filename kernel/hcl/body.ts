import { snakeCase } from "../case";
import { whysOf } from "../commented";
import { meaningOf } from "../expression";
import { type Assignment, assignmentLines } from "./assignments";
import { commentLines } from "./comment";
import { alignAssignments, layout } from "./layout";
import { messageOf, valueOf } from "./template";

/** Which keys of a body are nested blocks, at any depth. Everything else is an attribute. */
export interface BlockTree {
  readonly [name: string]: BlockTree;
}

const INDENT = "  ";
/** In the order of the style guide: what repeats a resource first, or names an object of Kubernetes; what governs its life last. */
const FIRST = ["for_each", "count", "provider", "metadata"];
const LAST = ["tags", "timeouts", "lifecycle", "provisioner", "depends_on"];
const META_BLOCKS: BlockTree = { lifecycle: { precondition: {}, postcondition: {} }, provisioner: {}, timeouts: {} };
/** References that HCL wants bare, not as expressions. Further in, `provider` is an argument like any other. */
const BARE = { resource: ["provider", "depends_on"], lifecycle: ["ignore_changes", "replace_triggered_by"], dynamic: ["iterator"], provisioner: ["when", "on_failure"] };

/**
 * The lines between the braces of a block, from Terraform JSON. `written` gives the author's order of keys, `bare` the
 * keys whose values are references.
 */
export function bodyLines(
  json: Readonly<Record<string, unknown>>,
  blocks: BlockTree,
  depth: number,
  written?: unknown,
  bare: readonly string[] = depth === 1 ? BARE.resource : [],
): string[] {
  const tree = depth === 1 ? { ...blocks, ...META_BLOCKS } : blocks;
  const groups: string[][] = [];
  let assignments: Assignment[] = [];
  const flush = () => {
    if (assignments.length > 0) groups.push(assignmentLines(assignments, depth));
    assignments = [];
  };
  const edge = (names: readonly string[], key: string) => depth === 1 && names.includes(key);
  // What an expression gives whole is an attribute: the bindings call nested attributes blocks too.
  const isBlock = (key: string) => key === "dynamic" || (key in tree && typeof json[key] !== "string");
  for (const key of ordered(Object.keys(json), isBlock, depth, written)) {
    const value = json[key];
    if (value === undefined || value === null) continue;
    if (isBlock(key)) {
      flush();
      groups.push(...withComment(whyOf(written, key), depth, nestedBlocks(key, value, tree, depth, key === "dynamic" ? written : fieldOf(written, key))));
      continue;
    }
    if (edge(LAST, key)) flush();
    const column = INDENT.length * depth + key.length + 3;
    assignments.push({ key, why: whyOf(written, key), value: bare.includes(key) ? reference(value, depth) : layout(key === "error_message" ? messageOf(value as string) : valueOf(value), column, depth) });
    if (edge(FIRST, key) || edge(LAST, key)) flush();
  }
  flush();
  return groups.flatMap((group, index) => (index === 0 ? group : ["", ...group]));
}

/** The first of several blocks of a name has the comment. */
function withComment(why: string | undefined, depth: number, [first, ...others]: readonly string[][]): string[][] {
  return first === undefined ? [] : [[...commentLines(why, INDENT.repeat(depth)), ...first], ...others];
}

function nestedBlocks(key: string, value: unknown, tree: BlockTree, depth: number, written: unknown): string[][] {
  if (key === "dynamic") {
    return Object.entries(value as Record<string, Record<string, unknown>>).map(([label, block]) => {
      const { content, ...head } = block;
      const inner = bodyLines(content as Record<string, unknown>, tree[label] ?? {}, depth + 2, elementOf(fieldOf(written, label), 0));
      const lines = [...bodyLines(head, {}, depth + 1, undefined, BARE.dynamic), "", ...blockLines("content", inner, depth + 1)];
      return [...commentLines(whyOf(written, label), INDENT.repeat(depth)), ...blockLines(`dynamic "${label}"`, lines, depth)];
    });
  }
  const bodies = Array.isArray(value) ? value : [value];
  if (key === "provisioner" && depth === 1) {
    return bodies.flatMap((labelled: Record<string, Record<string, unknown>>) =>
      Object.entries(labelled).map(([label, body]) => blockLines(`provisioner "${label}"`, bodyLines(body, {}, depth + 1, undefined, BARE.provisioner), depth)),
    );
  }
  const bare = key === "lifecycle" && depth === 1 ? BARE.lifecycle : [];
  return bodies.map((body: Record<string, unknown>, index) =>
    blockLines(key, bodyLines(body, tree[key] ?? {}, depth + 1, elementOf(written, index), bare), depth),
  );
}

export function blockLines(head: string, inner: readonly string[], depth: number): string[] {
  const pad = INDENT.repeat(depth);
  return inner.length === 0 ? [`${pad}${head} {}`] : [`${pad}${head} {`, ...inner, `${pad}}`];
}

/** Arguments, then blocks, as the author wrote them, between those that the style guide puts first and last. */
function ordered(keys: readonly string[], isBlock: (key: string) => boolean, depth: number, written: unknown): string[] {
  const own = isPlain(written) ? Object.keys(written).map(snakeCase) : [];
  const rank = (key: string): number => {
    if (depth === 1 && FIRST.includes(key)) return FIRST.indexOf(key) - 100;
    if (depth === 1 && LAST.includes(key)) return LAST.indexOf(key) + 10_000;
    const at = own.indexOf(key);
    return (at === -1 ? 500 : at) + (isBlock(key) ? 1000 : 0);
  };
  return [...keys].sort((a, b) => rank(a) - rank(b));
}

function fieldOf(written: unknown, key: string): unknown {
  if (!isPlain(written)) return undefined;
  return Object.entries(written).find(([name]) => snakeCase(name) === key)?.[1];
}

function whyOf(written: unknown, key: string): string | undefined {
  return Object.entries(whysOf(written)).find(([name]) => snakeCase(name) === key)?.[1];
}

function elementOf(written: unknown, index: number): unknown {
  return Array.isArray(written) ? written[index] : written;
}

function reference(value: unknown, depth: number): string {
  if (isPlain(value)) return `{\n${alignAssignments(Object.entries(value).map(([key, item]) => ({ key, value: String(item) })), depth + 1).join("\n")}\n${INDENT.repeat(depth)}}`;
  return Array.isArray(value) ? layout(`[${value.join(", ")}]`, INDENT.length * depth + 13, depth) : String(value);
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && meaningOf(value) === undefined;
}
