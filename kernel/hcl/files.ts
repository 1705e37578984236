import { TerraformDataSource, type TerraformElement, TerraformResource } from "../framework";
import type { PlatformStack } from "../stack";
import { literal, templateOf } from "../quote";
import { blockLines, bodyLines, type BlockTree } from "./body";
import { commentLines } from "./comment";
import { alignAssignments, layout } from "./layout";
import { sectionFiles } from "./sections";
import { valueOf } from "./template";

type Json = Readonly<Record<string, unknown>>;

/** The `.tf` files of a stack by name. Blocks stand in the order in which the construct made them. */
export function hclFiles(stack: PlatformStack): Record<string, string> {
  const fragments = stack.elements().map((element) => ({ element, json: element.toTerraform() as Json }));
  const all = (kind: string) => fragments.flatMap(({ json }) => Object.entries((json[kind] ?? {}) as Record<string, Json>));
  const many = (kind: string) => fragments.flatMap(({ json }) => (json[kind] ?? []) as Json[]);
  const outputs = all("output").map(([name, body]) => block(`output "${name}"`, bodyLines({ ...body, description: templateOf(body["description"] as string) }, { precondition: {} }, 1, OUTPUT_ORDER)));
  const refactorings = [
    ...many("moved").map((body) => block("moved", addressLines(body))),
    ...many("removed").map((body) => block("removed", [...addressLines({ from: body["from"] }), "", ...bodyLines({ lifecycle: body["lifecycle"] }, {}, 1)])),
    ...many("import").map((body) => block("import", addressLines(body))),
  ];
  const bodies = fragments.flatMap(({ element, json }) => bodyBlocks(stack, element, json).map((text) => ({ section: stack.authored.sectionOf(element), text })));
  const locals = fragments.flatMap(({ element, json }) => Object.entries((json["locals"] ?? {}) as Json).map(([name, value]) => ({ section: stack.authored.sectionOf(element), name, value: valueOf(value), why: stack.authored.sourceOf(element)?.comment })));
  const files = {
    ...sectionFiles(bodies, locals),
    "variables.tf": fragments.flatMap(({ element, json }) => variableBlocks(json, stack.authored.sourceOf(element)?.type)),
    "outputs.tf": outputs,
    "versions.tf": [versionsBlock(stack.toJson()["terraform"] as Json)],
    "moved.tf": refactorings,
  };
  const entries = Object.entries(files).filter(([, blocks]) => blocks.length > 0);
  return Object.fromEntries(entries.map(([name, blocks]) => [name, `${blocks.join("\n\n")}\n`]));
}

/** A description is plain text in JSON, and a template in HCL. */
const OUTPUT_ORDER = { description: 1, value: 1, sensitive: 1 };

const RESOURCES = ["data", "ephemeral", "resource"] as const;

/** What an element does, as blocks. */
function bodyBlocks(stack: PlatformStack, element: TerraformElement, json: Json): string[] {
  const named = (kind: string) => Object.entries((json[kind] ?? {}) as Record<string, Json>);
  return [
    ...moduleBlocks(stack, element, json),
    ...RESOURCES.flatMap((kind) => resourceBlocks(stack, element, json, kind)),
    ...named("check").map(([name, body]) => block(`check "${name}"`, bodyLines(body, { assert: {} }, 1))),
  ];
}

/** Where a module comes from and how often, then its arguments. */
function moduleBlocks(stack: PlatformStack, element: TerraformElement, json: Json): string[] {
  return Object.entries((json["module"] ?? {}) as Record<string, Json>).map(([name, { source, version, count, ...body }]) => {
    const head = Object.entries({ source, version, count }).filter(([, value]) => value !== undefined).map(([key, value]) => ({ key, value: valueOf(value) }));
    const rest = bodyLines(body, {}, 1, undefined, ["providers"]);
    return [...commentLines(stack.authored.sourceOf(element)?.comment), block(`module "${name}"`, [...alignAssignments(head, 1), ...(rest.length > 0 ? ["", ...rest] : [])])].join("\n");
  });
}

function resourceBlocks(stack: PlatformStack, element: TerraformElement, json: Json, kind: (typeof RESOURCES)[number]): string[] {
  const types = Object.entries((json[kind] ?? {}) as Record<string, Record<string, Json>>);
  return types.flatMap(([type, named]) =>
    Object.entries(named).map(([name, body]) => {
      const source = stack.authored.sourceOf(element);
      const lines = bodyLines(withoutPath(body), blocksOf(element), 1, source?.written);
      return [...commentLines(source?.comment), block(`${kind} "${type}" "${name}"`, lines)].join("\n");
    }),
  );
}

/** Which of an element's keys are blocks, as its binding's class says. */
export function blocksOf(element: TerraformElement): BlockTree {
  if (!(TerraformResource.isTerraformResource(element) || TerraformDataSource.isTerraformDataSource(element))) return {};
  return treeOf((element as unknown as { synthesizeHclAttributes(): unknown }).synthesizeHclAttributes());
}

/** The construct's path, which the framework writes into every element, says nothing to Terraform. */
function withoutPath(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== "//"));
}

interface HclAttribute {
  readonly value: unknown;
  readonly isBlock?: boolean;
}

function treeOf(attributes: unknown): BlockTree {
  const tree: Record<string, BlockTree> = {};
  for (const item of Array.isArray(attributes) ? attributes : [attributes]) {
    for (const [name, attribute] of Object.entries((item ?? {}) as Record<string, HclAttribute>)) {
      if (attribute?.isBlock) tree[name] = { ...tree[name], ...treeOf(attribute.value) };
    }
  }
  return tree;
}

function block(head: string, inner: readonly string[]): string {
  return blockLines(head, inner, 0).join("\n");
}

function variableBlocks(json: Json, type: string | undefined): string[] {
  return Object.entries((json["variable"] ?? {}) as Record<string, Json>).map(([name, body]) => block(`variable "${name}"`, variableLines({ ...body, ...(type !== undefined && { type }) })));
}

/** A variable's default is data, not a template. */
function variableLines(variable: Json): string[] {
  const { validation, description, type, default: value, ...flags } = variable;
  const entries = [
    { key: "description", value: description === undefined ? "" : literal(description) },
    { key: "type", value: type as string },
    { key: "default", value: "default" in variable ? layout(literal(value), 12, 1) : "" },
    ...Object.entries(flags).map(([key, flag]) => ({ key, value: literal(flag) })),
  ];
  const validations = ((validation ?? []) as Json[]).flatMap((rule) => ["", ...blockLines("validation", bodyLines(rule, {}, 2), 1)]);
  return [...alignAssignments(entries.filter((entry) => entry.value !== ""), 1), ...validations];
}

function addressLines(body: Json): string[] {
  const entries = Object.entries(body).map(([key, value]) => ({ key, value: key === "to" || key === "from" ? String(value) : valueOf(value) }));
  return alignAssignments(entries, 1);
}

function versionsBlock(terraform: Json): string {
  const providers = terraform["required_providers"] as Record<string, { source: string; version: string; configuration_aliases?: string[] }>;
  const entries = Object.entries(providers).map(([name, { source, version, configuration_aliases }]) => {
    const aliases = configuration_aliases === undefined ? [] : [{ key: "configuration_aliases", value: `[${configuration_aliases.join(", ")}]` }];
    const fields = alignAssignments([{ key: "source", value: literal(source) }, { key: "version", value: literal(version) }, ...aliases], 3);
    return { key: name, value: `{\n${fields.join("\n")}\n    }` };
  });
  const inner = [`  required_version = ${literal(terraform["required_version"])}`, "", ...blockLines("required_providers", alignAssignments(entries, 2), 1)];
  return block("terraform", inner);
}
