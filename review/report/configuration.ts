import { isRecord } from "../../kernel/check";

/** A block of a configuration, by its address without keys. */
export interface ConfiguredBlock {
  readonly address: string;
  /** Attributes that the program sets, those of its blocks with the block's name: `launch_template.id`. */
  readonly set: readonly string[];
  /** What each of them refers to. */
  readonly refers: ReadonlyMap<string, readonly string[]>;
  /** What its expressions refer to, in the words of its own module: `aws_vpc.this.id`, `var.cidr`, `module.network.vpc_id`. */
  readonly references: readonly string[];
}

export interface Configuration {
  readonly blocks: readonly ConfiguredBlock[];
  /** Calls of modules, each with the module that it stands in: addresses such as `module.platform.module.network`. */
  readonly calls: readonly { readonly address: string; readonly references: readonly string[] }[];
  /** Texts of variables that are secret. */
  readonly secrets: readonly unknown[];
}

/** The JSON of a configuration inside a plan, as far as it is read. */
interface ModuleJson {
  readonly variables?: Readonly<Record<string, { readonly sensitive?: boolean }>>;
  readonly resources?: readonly BlockJson[];
  readonly module_calls?: Readonly<Record<string, BlockJson & { readonly module?: ModuleJson }>>;
}

interface BlockJson {
  readonly address?: string;
  readonly expressions?: Readonly<Record<string, unknown>>;
  readonly for_each_expression?: unknown;
  readonly count_expression?: unknown;
  readonly depends_on?: readonly string[];
}

export function configurationOf(plan: unknown): Configuration {
  const { configuration, variables: given = {} } = plan as { readonly configuration?: { readonly root_module?: ModuleJson }; readonly variables?: Readonly<Record<string, { readonly value?: unknown }>> };
  const root = configuration?.root_module ?? {};
  const secret = Object.entries(root.variables ?? {}).filter(([, { sensitive }]) => sensitive === true);
  return { secrets: secret.map(([name]) => given[name]?.value), ...contentOf(root, "") };
}

function contentOf({ resources = [], module_calls: calls = {} }: ModuleJson, path: string): Pick<Configuration, "blocks" | "calls"> {
  const inside = Object.entries(calls).map(([name, call]) => {
    const address = `${path}module.${name}`;
    return { call: { address, references: referencesOf(call) }, content: contentOf(call.module ?? {}, `${address}.`) };
  });
  const blocks = resources.map((block) => {
    const refers = attributesIn(block.expressions);
    return { address: path + block.address!, set: [...refers.keys()], refers, references: referencesOf(block) };
  });
  return { blocks: [...blocks, ...inside.flatMap(({ content }) => content.blocks)], calls: inside.flatMap(({ call, content }) => [call, ...content.calls]) };
}

function referencesOf({ expressions, for_each_expression: each, count_expression: count, depends_on: after = [] }: BlockJson): string[] {
  return [...after, ...referencesIn([expressions, each, count])];
}

/** Blocks are lists or maps of attributes; an attribute has a constant or references. */
function attributesIn(expressions: unknown, path = "", found = new Map<string, readonly string[]>()): Map<string, readonly string[]> {
  if (Array.isArray(expressions)) for (const one of expressions) attributesIn(one, path, found);
  if (!isRecord(expressions)) return found;
  const inside = Object.entries(expressions);
  if (path !== "" && (inside.length === 0 || "references" in expressions || "constant_value" in expressions)) found.set(path, [...(found.get(path) ?? []), ...referencesIn(expressions)]);
  else for (const [name, one] of inside) attributesIn(one, path === "" ? name : `${path}.${name}`, found);
  return found;
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => (key === "references" && Array.isArray(one) ? (one as string[]) : referencesIn(one)));
}
