import { RawBlock } from "./block";
import { snakeCase } from "./case";
import { type Condition, conditionBlock } from "./condition";
import { meaningOf } from "./expression";
import type { Construct } from "./framework";
import type { Expr } from "./handle";
import { lower } from "./lower";
import { PlatformStack } from "./stack";

export interface Output {
  readonly value: Expr<unknown> | string;
  /** What it is, in one sentence. */
  readonly doc: string;
  readonly sensitive?: boolean;
  /** May be null. Terraform keeps no such output in the state, so the cdktf command must not look for it. */
  readonly nullable?: boolean;
  /** What must hold of several inputs, where no single resource stands for them. Judged before anything is made. */
  readonly preconditions?: readonly Condition[];
}

/**
 * A construct's outputs, declared once: `output` blocks of the module (`vpc_id`) and of the stack (`network_vpc_id`;
 * a name that begins with the construct's own stays as it is: `cluster_name`). What the target's provider lacks has no
 * output.
 */
export function outputs(scope: Construct, declared: Readonly<Record<string, Output>>): void {
  const stack = PlatformStack.of(scope);
  const there = Object.entries(declared).filter(([, output]) => meaningOf(output.value)?.absent === undefined);
  const taken = new Set<string>();
  const blocks = there.map(([name, { value, doc, sensitive, nullable, preconditions }]) => {
    const output = outputName(stack, scope, snakeCase(name));
    // One would stand in the other's place without a word: in the stack of `cluster`, `id` is `cluster_id` too.
    if (taken.has(output)) throw new Error(`bug: two outputs of ${scope.node.path} are called ${output}`);
    taken.add(output);
    if (nullable !== true) stack.listOutput(scope, name, output);
    const block = { description: doc, value: lower(value), ...(sensitive && { sensitive }), ...(preconditions && { precondition: preconditions.map(conditionBlock) }) };
    return [output, block] as const;
  });
  new RawBlock(scope, "outputs", { output: Object.fromEntries(blocks) });
}

function outputName(stack: PlatformStack, scope: Construct, name: string): string {
  return name.startsWith(`${stack.nameOf(scope)}_`) ? name : stack.nameIn(scope, name);
}
