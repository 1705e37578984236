import { type PolicyStatement, policyDocument } from "../../aws/policy-statement";

type Json = Readonly<Record<string, unknown>>;

/** Joins plain texts. */
export const text = (strings: TemplateStringsArray, ...values: readonly string[]): string => String.raw({ raw: strings }, ...values);

/** The statements of a policy in one spelling: IAM tells neither their order nor that of lists, nor a list of one from its element. */
export function statementsOf(policy: unknown): string[] {
  const { Statement } = (typeof policy === "string" ? JSON.parse(policy) : policy) as { Statement: Json[] };
  return Statement.map((statement) => JSON.stringify(spelled(statement))).sort();
}

/** The same of statements as data. */
export function statementsIn(statements: readonly PolicyStatement<string, readonly string[]>[]): string[] {
  return statementsOf(policyDocument(statements as readonly PolicyStatement[], String));
}

function spelled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(String).sort();
  if (typeof value !== "object" || value === null) return [String(value)];
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spelled(item)] as const).sort(([a], [b]) => (a < b ? -1 : 1)));
}
