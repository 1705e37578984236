import { RawBlock } from "./block";
import { snakeCase } from "./case";
import { meaningOf, part } from "./expression";
import type { Construct } from "./framework";
import type { Expr } from "./handle";
import { lower } from "./lower";
import { PlatformStack } from "./stack";

export interface Output {
  readonly value: Expr<unknown>;
  /** What it is, in one sentence. */
  readonly doc: string;
  readonly sensitive?: boolean;
}

/**
 * A construct's outputs, declared once: `output` blocks of the module (`vpc_id`) and of the stack (`network_vpc_id`).
 * What the target's provider lacks has no output.
 */
export function outputs(scope: Construct, declared: Readonly<Record<string, Output>>): void {
  const stack = PlatformStack.of(scope);
  const there = Object.entries(declared).filter(([, output]) => meaningOf(output.value)?.absent === undefined);
  const blocks = there.map(([name, { value, doc, sensitive }]) => {
    const block = { description: doc, value: `\${${part(value).hcl}}`, ...(sensitive && { sensitive }) };
    return [stack.nameIn(scope, snakeCase(name)), part(value).pieces === undefined ? block : { ...block, value: lower(value) }] as const;
  });
  new RawBlock(scope, "outputs", { output: Object.fromEntries(blocks) });
}
