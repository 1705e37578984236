/** A request as IAM sees it: what is asked of what, and what is known beside. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Does the policy of an identity allow it? As much of IAM's logic as these policies use; an operator that is not here is an error. */
export function allows(policy: string, asked: Asked): boolean {
  const { Statement: statements } = JSON.parse(policy) as { Statement: readonly Statement[] };
  if (statements.some(({ Effect }) => Effect !== "Allow")) throw new Error("only what allows is judged here");
  return statements.some((statement) => list(statement.Action).includes(asked.action) && list(statement.Resource).some((pattern) => like(pattern, asked.resource)) && holds(statement, asked));
}

function holds({ Condition: condition = {} }: Statement, { context = {} }: Asked): boolean {
  return Object.entries(condition).every(([operator, tests]) => Object.entries(tests).every(([key, wanted]) => test(operator, context[key], list(wanted))));
}

function test(operator: string, value: string | readonly string[] | undefined, wanted: readonly string[]): boolean {
  const [mode, name] = operator.includes(":") ? (operator.split(":") as [string, string]) : ["", operator];
  const one = (text: string) => (name === "StringLike" ? wanted.some((pattern) => like(pattern, text)) : name === "StringEquals" ? wanted.includes(text) : fail(operator));
  if (mode === "ForAllValues") return list(value ?? []).every(one);
  return value !== undefined && list(value).every(one);
}

function like(pattern: string, text: string): boolean {
  return new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, (mark) => (mark === "*" ? ".*" : `\\${mark}`))}$`).test(text);
}

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [value as T]);

function fail(operator: string): never {
  throw new Error(`the operator ${operator} is not known here`);
}
