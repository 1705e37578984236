import { cell, codeCell } from "./terraform-docs-cell";
import type { PlatformStack } from "../stack";

/**
 * The tables that `terraform-docs markdown table` writes between its markers, so that a user's own run changes nothing.
 * As of terraform-docs 0.24; 0.21 and later write the same, 0.20 only draws the lines below the heads without blanks.
 */
export function terraformDocs(stack: PlatformStack): string {
  const json = stack.toJson() as unknown as ModuleJson;
  const sections = [
    section("Requirements", ["Name", "Version"], requirements(json)),
    section("Providers", ["Name", "Version"], providers(json)),
    section("Modules", ["Name", "Source", "Version"], moduleCalls(json)),
    section("Resources", ["Name", "Type"], resourceRows(json)),
    section("Inputs", ["Name", "Description", "Type", "Default", "Required"], inputs(json, writtenTypes(stack))),
    section("Outputs", ["Name", "Description"], outputs(json)),
  ];
  return ["<!-- BEGIN_TF_DOCS -->", sections.join("\n\n"), "<!-- END_TF_DOCS -->"].join("\n");
}

type Named<T> = Readonly<Record<string, T>>;

interface ModuleJson {
  readonly terraform: { readonly required_version: string; readonly required_providers?: Named<{ readonly source: string; readonly version?: string }> };
  readonly resource?: Named<Named<{ readonly provider?: string }>>;
  readonly data?: Named<Named<{ readonly provider?: string }>>;
  readonly module?: Named<{ readonly source: string; readonly version?: string }>;
  readonly variable?: Named<{ readonly type: string; readonly description?: string; readonly default?: unknown }>;
  readonly output?: Named<{ readonly description?: string }>;
}

interface Resource {
  readonly mode: "resource" | "data source";
  readonly type: string;
  readonly name: string;
  /** As the resource names it: `aws`, `aws.peer`. */
  readonly provider: string;
}

function requirements({ terraform }: ModuleJson): string[][] {
  const wanted = sorted(terraform.required_providers).flatMap(([name, { version }]) => (version === undefined ? [] : [[name, version] as const]));
  return [["terraform", terraform.required_version] as const, ...wanted].map(([name, version]) => [anchored("requirement", name), version]);
}

/** Those that resources and data sources are made with. A provider of ephemeral resources alone is not told. */
function providers(json: ModuleJson): string[][] {
  const names = [...new Set(resources(json).map(({ provider }) => provider))].sort();
  return names.map((name) => [anchored("provider", name), json.terraform.required_providers?.[localName(name)]?.version ?? "n/a"]);
}

function moduleCalls({ module }: ModuleJson): string[][] {
  return sorted(module).map(([name, { source, version = "n/a" }]) => [anchored("module", name), source, version]);
}

function resourceRows(json: ModuleJson): string[][] {
  const byMode = resources(json).toSorted((a, b) => Number(a.mode === "data source") - Number(b.mode === "data source") || compare(addressOf(a), addressOf(b)));
  return byMode.map((resource) => [`[${addressOf(resource)}](${documentation(resource, json)})`, resource.mode]);
}

function documentation({ mode, type, provider }: Resource, { terraform }: ModuleJson): string {
  const local = localName(provider);
  const source = terraform.required_providers?.[local]?.source ?? `hashicorp/${local}`;
  const kind = mode === "resource" ? "resources" : "data-sources";
  return `https://registry.terraform.io/providers/${source}/latest/docs/${kind}/${type.replace(`${local}_`, "")}`;
}

function inputs({ variable }: ModuleJson, types: ReadonlyMap<string, string>): string[][] {
  return sorted(variable).map(([name, block]) => [
    anchored("input", name),
    cell(block.description ?? ""),
    codeCell(types.get(name) ?? block.type),
    "default" in block ? codeCell(JSON.stringify(inOrder(block.default), null, 2)) : "n/a",
    "default" in block ? "no" : "yes",
  ]);
}

function outputs({ output }: ModuleJson): string[][] {
  return sorted(output).map(([name, { description = "" }]) => [anchored("output", name), cell(description)]);
}

/** Types of variables as they stand in the module. */
function writtenTypes(stack: PlatformStack): Map<string, string> {
  const written = stack.elements().flatMap((element) => {
    const type = stack.authored.sourceOf(element)?.type;
    return type === undefined ? [] : Object.keys((element.toTerraform() as ModuleJson).variable ?? {}).map((name) => [name, type] as const);
  });
  return new Map(written);
}

function resources({ resource, data }: ModuleJson): Resource[] {
  const of = (blocks: ModuleJson["resource"], mode: Resource["mode"]) =>
    Object.entries(blocks ?? {}).flatMap(([type, named]) =>
      Object.entries(named).map(([name, { provider = type.slice(0, type.indexOf("_")) }]) => ({ mode, type, name, provider })),
    );
  return [...of(resource, "resource"), ...of(data, "data source")];
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((name) => (name === "Required" ? ":------:" : "-".repeat(name.length)));
  const table = rows.length === 0 ? [`No ${title.toLowerCase()}.`] : [line(head), line(rule), ...rows.map(line)];
  return [`## ${title}`, "", ...table].join("\n");
}

function anchored(kind: string, name: string): string {
  const shown = name.replaceAll("_", "\\_");
  return `<a name="${kind}_${name}"></a> [${shown}](#${kind}\\_${shown})`;
}

function addressOf({ type, name }: Resource): string {
  return `${type}.${name}`;
}

function localName(provider: string): string {
  return provider.split(".", 1)[0]!;
}

/** Objects with their keys in order, as Go writes them. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(sorted(value as Named<unknown>).map(([key, item]) => [key, inOrder(item)]));
}

function sorted<T>(named: Named<T> = {}): [string, T][] {
  return Object.entries(named).toSorted(([a], [b]) => compare(a, b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
