import { RawBlock } from "./block";
import type { Construct } from "./framework";
import type { Expr } from "./handle";
import { lower } from "./lower";
import { PlatformStack } from "./stack";

/** What must hold, and the sentence that is printed when it does not. */
export interface Condition {
  readonly condition: Expr<boolean>;
  /** In the house shape; a `text` template may name values. */
  readonly message: string | Expr<string>;
}

/** As Terraform writes it: `precondition`, `postcondition` and `assert` share the shape. */
export function conditionBlock({ condition, message }: Condition): { condition: unknown; error_message: unknown } {
  return { condition: lower(condition), error_message: lower(message) };
}

/** A `check` block: reported as a warning after every plan and apply, and stops nothing. */
export function check(scope: Construct, id: string, assertions: readonly Condition[]): void {
  const name = PlatformStack.of(scope).nameIn(scope, id);
  new RawBlock(scope, `check.${id}`, { check: { [name]: { assert: assertions.map(conditionBlock) } } });
}
