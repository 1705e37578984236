import { snakeCase } from "./case";
import type { Condition } from "./condition";
import { call, part, text as template } from "./expression";
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
  return { condition: holds, message: template`${snakeCase(rule.field)}: expected ${rule.expected}, got ${shownIn(got)}${why} [${rule.id}]` };
}

/** A value in a message. Behind `try` where reading it can fail: a message that cannot be made would replace the sentence. */
export function shownIn(got: Expr<unknown>): Expr<string> {
  const json = call<string>("jsonencode", got);
  return /^((var|local)\.\w+|each\.key|each\.value\.\w+)$/.test(part(got).hcl) ? json : call<string>("try", json, "another value");
}
