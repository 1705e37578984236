import { snakeCase } from "../case";
import { table } from "./markdown";
import { type Inputs, inputsAt } from "../schema";
import type { PlatformStack } from "../stack";
import { rulesOf, type StatedRule } from "../validation";

/** The section of a README on what inputs must obey: alone, as validations, and together, as preconditions. */
export function ruleSection(inputs: Inputs, stack: PlatformStack): string | undefined {
  const alone = inputsAt(inputs, stack.target).flatMap(([name, schema]) => rulesOf(name, schema, stack.target).map((rule) => ({ name: snakeCase(name), rule })));
  const together = conditionsOf(stack).map((rule) => ({ name: /^\w+/.exec(rule.path)?.[0] ?? "", rule }));
  const rows = [...alone, ...together].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).map(({ rule: { path, expected, why, id } }) => [`\`${path}\``, why === undefined ? expected : `${expected}; ${why}`, `\`${id}\``]);
  if (rows.length === 0) return undefined;
  return `## Rules\n\nWhat a plan refuses. The message of Terraform ends in the rule's name.\n\n${table(["Input", "Expected", "Rule"], rows)}`;
}

type Json = Readonly<Record<string, unknown>>;

/** Rules that see several inputs, from the conditions of resources. */
function conditionsOf(stack: PlatformStack): StatedRule[] {
  const { resource = {}, data = {} } = stack.toJson() as Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Json>>>>>>;
  const bodies = [resource, data].flatMap((blocks) => Object.values(blocks)).flatMap((named) => Object.values(named));
  const lifecycles = bodies.map(({ lifecycle }) => (lifecycle ?? {}) as { precondition?: Message[]; postcondition?: Message[] });
  const stated = lifecycles.flatMap(({ precondition = [], postcondition = [] }) => [...precondition, ...postcondition]).flatMap(({ error_message }) => statedIn(error_message));
  return [...new Map(stated.map((rule) => [`${rule.path} ${rule.id}`, rule])).values()];
}

interface Message {
  readonly error_message: string;
}

/** A message in the house shape, read back: `<path>: expected <what>, got <value>[; why] [id]`. */
function statedIn(message: string): StatedRule[] {
  const words = message.replaceAll("${each.key}", "*").replace(/, got .*?(?=(?:; [^}]*)? \[[a-z0-9-]+\]$)/s, "");
  const [, path, expected, why, id] = /^([^:]+): expected (.*?)(?:; (.*))? \[([a-z0-9-]+)\]$/s.exec(words) ?? [];
  if (path === undefined || expected === undefined || id === undefined) return [];
  const plain = expected.replaceAll(/\$\{[^}]*\}/g, "…");
  return [{ path: path.replaceAll(".*", "[*]"), expected: plain, ...(why !== undefined && { why }), id }];
}
