import { snakeCase } from "./case";
import type { Condition } from "./condition";
import { call, text as template } from "./expression";
import type { Expr } from "./handle";
import type { Problem } from "./problem";

/** A rule that sees more than one input. The same words at synth and in Terraform; each side has its own test of it. */
export interface CrossRule {
  readonly id: string;
  /** The input at which the problem is shown. */
  readonly field: string;
  readonly expected: string;
  readonly why?: string;
}

/** The problem of a rule that sees several inputs. */
export function broken(path: string, rule: CrossRule, got: unknown, suggestion?: unknown): Problem {
  const { id, field, expected, why } = rule;
  return { path: `${path}.${field}`, expected, got, ...(why !== undefined && { why }), ...(suggestion !== undefined && { suggestion }), rule: id };
}

/** The same rule as Terraform judges it, before it makes anything. */
export function crossCondition(rule: CrossRule, holds: Expr<boolean>, got: Expr<unknown>): Condition {
  const why = rule.why === undefined ? "" : `; ${rule.why}`;
  // Behind `try`: a message that cannot be made would replace the sentence.
  const shown = call<string>("try", call("jsonencode", got), "another value");
  return { condition: holds, message: template`${snakeCase(rule.field)}: expected ${rule.expected}, got ${shown}${why} [${rule.id}]` };
}
