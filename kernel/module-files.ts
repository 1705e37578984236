import { snakeCase } from "./case";
import { hclFiles } from "./hcl/files";
import { type ModuleDefinition, moduleStack } from "./module";
import { indented, testFile } from "./module-tests";
import { refuse } from "./problem";
import { literal } from "./quote";
import { type Inputs, inputsAt } from "./schema";
import type { ModuleStack } from "./stack";
import type { Target } from "./target";
import { moduleVariable } from "./variable";

/**
 * The files of a published module by path. Pure: the same definition and target give the same bytes.
 *
 * @throws ProblemsError when something leaked into the output or a variable is read nowhere.
 */
export function moduleFiles(definition: ModuleDefinition, target: Target): Record<string, string> {
  const stack = moduleStack(definition, target);
  const files = hclFiles(stack);
  refuse([...stack.check(), ...unread(definition, files)]);
  return { ...files, ...texts(stack.files), "README.md": readme(definition, stack), ...examples(definition), ...tests(definition, stack) };
}

/** A published module is read by people and compared by line. */
function texts(files: ModuleStack["files"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => {
      if (typeof content !== "string") throw new Error(`bug: the file ${path} of a module is no text`);
      return [path, content];
    }),
  );
}

function examples({ name, example, complete }: ModuleDefinition): Record<string, string> {
  const files = Object.entries({ minimal: example, complete }).filter(([, given]) => given !== undefined);
  return Object.fromEntries(files.map(([which, given]) => [`examples/${which}/main.tf`, callText(name, "../..", given!)]));
}

function tests({ name, example, tests }: ModuleDefinition, stack: ModuleStack): Record<string, string> {
  return tests === undefined ? {} : { [`tests/${name}.tftest.hcl`]: testFile(example, tests, stack) };
}

/** An input that no argument reads would be accepted and ignored. */
function unread(definition: ModuleDefinition, files: Readonly<Record<string, string>>) {
  const { "variables.tf": variables = "", ...rest } = files;
  const text = Object.values(rest).join("\n");
  return [...variables.matchAll(/^variable "(\w+)"/gm)]
    .map((match) => match[1]!)
    .filter((name) => !new RegExp(`\\bvar\\.${name}\\b`).test(text))
    .map((name) => ({ path: `modules/${definition.name} ${name}`, expected: "an input that the body reads", got: undefined, rule: "unread-input" }));
}

function readme(definition: ModuleDefinition, stack: ModuleStack): string {
  const outputs = Object.entries((stack.toJson()["output"] ?? {}) as Record<string, { description: string; sensitive?: boolean }>);
  return [
    `# ${definition.name}`,
    definition.doc,
    "```hcl\n" + callText(definition.name, `./${definition.name}`, definition.example) + "```",
    "## Requirements",
    requirements(stack),
    "## Inputs",
    table(["Name", "Description", "Type", "Default", "Required"], inputRows(definition.inputs, stack.target)),
    "## Outputs",
    table(["Name", "Description"], outputs.sort(byName).map(([name, { description }]) => [name, description])),
    ...(definition.notes === undefined ? [] : [definition.notes.trim()]),
  ].join("\n\n").concat("\n");
}

function requirements(stack: ModuleStack): string {
  const { required_version: terraform, required_providers: providers } = stack.toJson()["terraform"] as TerraformBlock;
  return `${[`Terraform ${terraform}`, ...Object.values(providers).map(({ source, version }) => `provider ${source} ${version}`)].join(", ")}.`;
}

interface TerraformBlock {
  readonly required_version: string;
  readonly required_providers: Readonly<Record<string, { readonly source: string; readonly version: string }>>;
}

function inputRows(inputs: Inputs, target: Target): string[][] {
  return inputsAt(inputs, target)
    .map(([name, schema]): [string, string[]] => {
      const variable = moduleVariable(name, schema, target);
      const value = schema.isOptional ? code(literal(variable.default)) : "n/a";
      const rules = (schema.meta.rules ?? []).map((rule) => rule.expected);
      const doc = [variable.description ?? "", ...(rules.length > 0 ? [`Rules: ${rules.join("; ")}.`] : [])].join(" ");
      return [snakeCase(name), [snakeCase(name), doc, code(variable.type), value, schema.isOptional ? "no" : "yes"]];
    })
    .sort(byName)
    .map(([, row]) => row);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

/** A call of the published module with arguments as HCL. */
function callText(name: string, source: string, given: string): string {
  return [`module "${name.replaceAll("-", "_")}" {`, `  source = "${source}"`, "", ...indented(given, 1), "}", ""].join("\n");
}

function code(text: string): string {
  return `\`${text}\``;
}

function byName(a: readonly [string, ...unknown[]], b: readonly [string, ...unknown[]]): number {
  return a[0] < b[0] ? -1 : 1;
}
