/**
 * An IAM policy statement as plain data.
 * `T` is what stands for a text that is not known here, such as an expression handle; every place that may hold one says so.
 * Lists in place of objects, because a condition's variable may be such a text too and cannot be an object's key.
 */
export interface PolicyStatement<T = string> {
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  /** Absent in trust policies. */
  readonly resources?: readonly (string | T)[];
  /** Absent in policies of identities. */
  readonly principals?: readonly PolicyPrincipal<T>[];
  readonly conditions?: readonly PolicyCondition<T>[];
}

export interface PolicyPrincipal<T = string> {
  readonly type: "AWS" | "Service" | "Federated";
  readonly identifiers: readonly (string | T)[];
}

export interface PolicyCondition<T = string> {
  readonly test: string;
  readonly variable: string | T;
  readonly values: readonly (string | T)[];
}

/** Joins texts of which some are not known here: a template tag, so that `String.raw` fits for plain texts and a tag over handles too. */
export type TextTag<T> = (strings: TemplateStringsArray, ...values: readonly (string | T)[]) => string | T;

/** The policy document in the form of IAM's JSON. `key` turns a condition's variable into an object key. */
export function policyDocument<T>(
  statements: readonly PolicyStatement<T>[],
  key: (variable: string | T) => string,
): Record<string, unknown> {
  return policyJson(statements, (entries) => {
    const variables: Record<string, unknown> = {};
    for (const [variable, values] of entries) {
      const name = key(variable);
      // A second value list under one key would replace the first without a word and widen the policy.
      if (name in variables) throw new Error(`bug: a condition names ${name} twice`);
      variables[name] = values;
    }
    return variables;
  });
}

/** The same where a condition's variable may be unknown here. `objectOf` makes an object of keys and values. */
export function policyJson<T>(
  statements: readonly PolicyStatement<T>[],
  objectOf: (entries: readonly (readonly [string | T, unknown])[]) => unknown,
): Record<string, unknown> {
  return { Version: "2012-10-17", Statement: statements.map((statement) => statementJson(statement, objectOf)) };
}

type ObjectOf<T> = Parameters<typeof policyJson<T>>[1];

function statementJson<T>(statement: PolicyStatement<T>, objectOf: ObjectOf<T>): Record<string, unknown> {
  const { sid, effect, actions, resources, principals, conditions } = statement;
  return {
    ...(sid !== undefined && { Sid: sid }),
    Effect: effect,
    ...(principals && { Principal: grouped(principals.map((p) => [p.type, p.identifiers] as const)) }),
    Action: oneOrMany(actions),
    ...(resources && { Resource: oneOrMany(resources) }),
    ...(conditions && { Condition: conditionJson(conditions, objectOf) }),
  };
}

function conditionJson<T>(conditions: readonly PolicyCondition<T>[], objectOf: ObjectOf<T>) {
  const tests = [...new Set(conditions.map(({ test }) => test))];
  const of = (test: string) => conditions.filter((condition) => condition.test === test);
  return Object.fromEntries(tests.map((test) => [test, objectOf(of(test).map(({ variable, values }) => [variable, oneOrMany(values)] as const))]));
}

function grouped<V>(entries: readonly (readonly [string, readonly V[]])[]): Record<string, V | readonly V[]> {
  const groups: Record<string, readonly V[]> = {};
  for (const [name, values] of entries) groups[name] = [...(groups[name] ?? []), ...values];
  return Object.fromEntries(Object.entries(groups).map(([name, values]) => [name, oneOrMany(values)]));
}

/** IAM gives a list of one back as the bare value; written so from the start, nothing differs on the next read. */
function oneOrMany<V>(values: readonly V[]): V | readonly V[] {
  return values.length === 1 ? values[0]! : values;
}
