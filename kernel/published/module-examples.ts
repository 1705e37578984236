import { blockLines, bodyLines } from "../hcl/body";
import type { ModuleDefinition } from "../module";
import { indented } from "./module-tests";
import { literal, quoted } from "../quote";
import { callName, callText } from "./readme";
import type { ModuleStack } from "../module-stack";
import { providerSource } from "../target";

interface OutputBlock {
  readonly description: string;
  readonly sensitive?: boolean;
}

/**
 * Examples by path. Each is a root that can be copied as it is: the call, the providers that it is made with, and what it
 * gives. `versions` is the module's own `versions.tf`.
 */
export function exampleFiles(definition: ModuleDefinition, stack: ModuleStack, versions: string): Record<string, string> {
  const { name, example, complete, examples = {} } = definition;
  const around = { "outputs.tf": outputsText(name, stack), "providers.tf": providersText(stack), "versions.tf": versions };
  const calls = Object.entries({ minimal: example, complete }).flatMap(([which, given]) => (given === undefined ? [] : [[which, { "main.tf": callText(name, { source: "../.." }, given), ...around }] as const]));
  const files = [...calls, ...Object.entries(examples)].flatMap(([which, texts]) => Object.entries(texts).map(([path, text]) => [`examples/${which}/${path}`, text] as const));
  return Object.fromEntries(files.filter(([, text]) => text !== ""));
}

/** How each provider is told where it works. A test's mocks take its place. */
function providersText(stack: ModuleStack): string {
  const { required_providers: required } = stack.toJson()["terraform"] as { readonly required_providers: object };
  const blocks = Object.keys(required).map((name) => {
    const { example } = providerSource(stack.target, name);
    return blockLines(`provider ${quoted(name)}`, example === undefined ? [] : indented(example, 1), 0);
  });
  return joined(blocks);
}

function outputsText(module: string, stack: ModuleStack): string {
  const declared = (stack.toJson()["output"] ?? {}) as Readonly<Record<string, OutputBlock>>;
  const blocks = Object.entries(declared).map(([name, { description, sensitive }]) => {
    const value = `\${module.${callName(module)}.${name}}`;
    return blockLines(`output ${quoted(name)}`, bodyLines({ description: `\${${literal(description)}}`, value, ...(sensitive === true && { sensitive }) }, {}, 1), 0);
  });
  return joined(blocks);
}

function joined(blocks: readonly (readonly string[])[]): string {
  return blocks.length === 0 ? "" : `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
