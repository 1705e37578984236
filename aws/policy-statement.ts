import type { IamAction } from "./iam-actions";

/**
 * An IAM policy statement as plain data.
 * `T` is what stands for a text that is not known here, such as an expression handle, and `L` for a list of such texts; every
 * place that may hold one says so. Lists in place of objects, because a condition's variable may be such a text too and cannot be
 * an object's key.
 */
export interface PolicyStatement<T = string, L = never> {
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly IamAction[] | L;
  /** Absent in trust policies. */
  readonly resources?: Texts<T, L>;
  /** Absent in policies of identities. */
  readonly principals?: readonly PolicyPrincipal<T>[];
  readonly conditions?: readonly PolicyCondition<T, L>[];
}

/** Some texts: each known by itself, or all of them a list that is not known here. */
export type Texts<T, L> = readonly (string | T)[] | L;

export interface PolicyPrincipal<T = string> {
  readonly type: "AWS" | "Service" | "Federated";
  readonly identifiers: readonly (string | T)[];
}

export interface PolicyCondition<T = string, L = never> {
  readonly test: string;
  readonly variable: string | T;
  readonly values: Texts<T, L>;
  /** Left out where the value is null. */
  readonly optional?: true;
}

/** Joins texts of which some are not known here: a template tag, so that `String.raw` fits for plain texts and a tag over handles too. */
export type TextTag<T> = (strings: TemplateStringsArray, ...values: readonly (string | T)[]) => string | T;

/** How the objects of a document are made, where not every key and not every value is known here. */
export interface ObjectWriter<T> {
  object(entries: readonly (readonly [key: string | T, value: unknown])[]): unknown;
  /** The same without the entries whose value is null. */
  sparse(entries: readonly (readonly [key: string | T, value: unknown])[]): unknown;
}

/** The policy document in the form of IAM's JSON. `key` turns a condition's variable into an object key. */
export function policyDocument<T>(
  statements: readonly PolicyStatement<T>[],
  key: (variable: string | T) => string,
): Record<string, unknown> {
  const object: ObjectWriter<T>["object"] = (entries) => Object.fromEntries(entries.map(([name, value]) => [key(name), value]));
  const writer = { object, sparse: (entries: Parameters<typeof object>[0]) => object(entries.filter(([, value]) => value != null)) };
  return { Version: policyVersion, Statement: statements.map((statement) => statementJson(statement, writer)) };
}

/** Of the policy language: the only one in which variables such as `${aws:PrincipalTag/…}` are read. */
export const policyVersion = "2012-10-17";

/** One statement in the form of IAM's JSON. */
export function statementJson<T, L>(statement: PolicyStatement<T, L>, writer: ObjectWriter<T>): Record<string, unknown> {
  const { sid, effect, actions, resources, principals, conditions } = statement;
  return {
    ...(sid !== undefined && { Sid: sid }),
    Effect: effect,
    ...(principals && { Principal: grouped(principals.map((p) => [p.type, p.identifiers] as const)) }),
    Action: oneOrMany(actions),
    ...(resources !== undefined && { Resource: oneOrMany(resources) }),
    ...(conditions && { Condition: conditionJson(conditions, writer) }),
  };
}

function conditionJson<T, L>(conditions: readonly PolicyCondition<T, L>[], writer: ObjectWriter<T>): Record<string, unknown> {
  const tests = [...new Set(conditions.map(({ test }) => test))];
  return Object.fromEntries(
    tests.map((test) => {
      const own = conditions.filter((condition) => condition.test === test);
      const twice = own.find(({ variable }, index) => own.findIndex((other) => other.variable === variable) !== index);
      // A second value list under one key would replace the first without a word and widen the policy.
      if (twice !== undefined) throw new Error(`bug: a condition names ${typeof twice.variable === "string" ? twice.variable : "a variable"} twice`);
      const entries = own.map(({ variable, values }) => [variable, oneOrMany(values)] as const);
      return [test, own.some(({ optional }) => optional) ? writer.sparse(entries) : writer.object(entries)];
    }),
  );
}

function grouped<V>(entries: readonly (readonly [string, readonly V[]])[]): Record<string, unknown> {
  const groups: Record<string, readonly V[]> = {};
  for (const [name, values] of entries) groups[name] = [...(groups[name] ?? []), ...values];
  return Object.fromEntries(Object.entries(groups).map(([name, values]) => [name, oneOrMany(values)]));
}

/** IAM gives a list of one back as the bare value; written so from the start, nothing differs on the next read. */
function oneOrMany<V, L>(values: readonly V[] | L): V | readonly V[] | L {
  return Array.isArray(values) && values.length === 1 ? (values[0] as V) : values;
}
