import { type ObjectWriter, type PolicyStatement, policyVersion, statementJson } from "../aws/policy-statement";
import { call, type Expr, type Handle, json, objectOf, present, tf, where } from "../kernel";

/** A statement of which some texts, and some lists of them, are known to Terraform only. */
export type Statement = PolicyStatement<Expr<string>, Expr<readonly string[]>>;

/** Statements that stand in a policy where the condition holds. */
export type Sometimes = readonly [holds: Expr<boolean>, statements: readonly Statement[]];

const writer: ObjectWriter<Expr<string>> = {
  object: (entries) => (entries.every(([key]) => typeof key === "string") ? Object.fromEntries(entries) : objectOf(entries)),
  sparse: (entries) => where(objectOf<Readonly<Record<string, unknown>>>(entries), (_, value) => present(value)),
};

/** A policy of these statements, and of others where their condition holds: `jsonencode({ … })`. */
export function policyJson(always: readonly Statement[], ...sometimes: readonly Sometimes[]): Handle<string> {
  const lists = [...(always.length > 0 ? [tf`${always.map(inJson)}`] : []), ...sometimes.map(([holds, statements]) => when(holds, statements.map(inJson)))];
  return policyOf(lists.length === 1 ? lists[0] : call("concat", ...lists));
}

/** Terraform gives both branches of `? :` one type, which unlike statements do not have. */
function when(holds: Expr<boolean>, statements: readonly object[]): Handle<unknown> {
  return statements.length === 1 ? tf`${holds} ? ${statements} : []` : tf`[for statement in ${statements} : statement if ${holds}]`;
}

/** A policy whose statements are a list made by Terraform. */
export function policyOf(statements: unknown): Handle<string> {
  return json({ Version: policyVersion, Statement: statements });
}

/** One statement as a part of an expression. */
export function inJson(statement: Statement): object {
  return statementJson(statement, writer);
}
