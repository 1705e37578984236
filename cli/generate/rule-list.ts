import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { accountInputs } from "../../accounts/account";
import { environmentInputs } from "../../envs/environment";
import type { Rule } from "../../kernel";
import { snakeCase } from "../../kernel/case";
import { table } from "../../kernel/published/markdown";
import type { AnySchema, Inputs } from "../../kernel/schema";
import { modules } from "../../modules";
import { encrypted } from "../../review/guards/encryption";
import { guardIds, guardList } from "../../review/guards/guard-list";
import { doors } from "../../review/guards/open-to-world";
import { stateful } from "../../review/guards/stateful";

interface Row {
  readonly id: string;
  readonly where: string;
  readonly expected: string;
}

/** docs/rules.md: every rule id that a message can end in, where it is judged and what it allows. */
export function ruleList(root: string): string {
  const declared = [
    ...modules.flatMap(({ name, inputs }) => rulesOf(inputs, `module ${name}: `, snakeCase)),
    ...rulesOf(environmentInputs, "environment: ", (name) => name),
    ...rulesOf(accountInputs, "account: ", (name) => name),
  ];
  const rows = [...new Map(declared.map((row) => [row.id, row] as const).reverse()).values()].sort(byId);
  const types = guardedTypes();
  const judged = writtenIds(root).filter(({ id }) => !rows.some((row) => row.id === id));
  return [
    "# Rules",
    "Every message ends in the id of the rule that refused. This list is written by `npm run generate`.",
    "## Rules of inputs",
    "Judged at synth for environments and by Terraform for modules.",
    table(["Rule", "Input", "Expected"], rows.map(({ id, where, expected }) => [`\`${id}\``, where, expected])),
    "## Rules between inputs, and of programs",
    "Judged where the file says: `modules/` also in Terraform as preconditions where it can be; `accounts/`, `envs/`, `kernel/` and `cli/` before Terraform starts; `review/` in a plan, before it is applied.",
    table(["Rule", "Judged in"], judged.map(({ id, where }) => [`\`${id}\``, where])),
    "## Guards",
    "Judged in the plans of `review`, `plan` and `deploy`. Each may be [passed with a reason](deploy.md#guards).",
    table(["Guard", "Expected", "Of"], guardIds.map((id) => [`\`${id}\``, guardList[id], types.get(id) ?? ""])),
  ].join("\n\n").concat("\n");
}

/** The types of resources that a guard judges, where there are several. */
function guardedTypes(): ReadonlyMap<string, string> {
  const of = (types: readonly string[]) => types.map((type) => `\`${type}\``).join(", ");
  return new Map([
    ...stateful.flatMap(({ destroyed, replaced, types }) => [[destroyed, of(types)] as const, [replaced, of(types)] as const]),
    ["open-to-world", of(doors)] as const,
    ["encryption-off", of(Object.keys(encrypted))] as const,
  ]);
}

function rulesOf(inputs: Inputs, prefix: string, spell: (name: string) => string): Row[] {
  const walk = (schema: AnySchema, path: string): Row[] => {
    const own = ((schema.meta.rules ?? []) as readonly Rule<never>[]).map(({ id, expected }) => ({ id, where: `${prefix}\`${path}\``, expected }));
    const { shape } = schema;
    if (shape.kind === "list" || shape.kind === "map") return [...own, ...walk(shape.element, `${path}[*]`)];
    if (shape.kind !== "object") return own;
    return [...own, ...Object.entries(shape.fields).flatMap(([name, field]) => walk(field, `${path}.${spell(name)}`))];
  };
  return Object.entries(inputs).flatMap(([name, schema]) => walk(schema, spell(name)));
}

/** Ids that stand in the sources: `rule: "…"` of a problem, `id: "…"` in a table of rules, `[…]` at the end of a message. */
function writtenIds(root: string): { id: string; where: string }[] {
  const found = new Map<string, Set<string>>();
  for (const file of ["accounts", "aws", "cli", "envs", "kernel", "modules", "review"].flatMap((folder) => sources(join(root, folder)))) {
    const text = readFileSync(file, "utf8");
    for (const [, id] of text.matchAll(file.endsWith("-rules.ts") ? /\bid: "([a-z][a-z0-9-]+)"/g : /\brule: "([a-z][a-z0-9-]+)"/g)) add(found, id!, relative(root, file));
    for (const [, id] of text.matchAll(/ \[([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\][`"]/g)) add(found, id!, relative(root, file));
  }
  return [...found].map(([id, files]) => ({ id, where: [...files].sort().map((file) => `\`${file}\``).join(", ") })).sort(byId);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.m?ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function add(found: Map<string, Set<string>>, id: string, file: string): void {
  found.set(id, (found.get(id) ?? new Set()).add(file));
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
