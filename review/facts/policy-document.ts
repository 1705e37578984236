import { isRecord } from "../../kernel/check";
import type { Values } from "../values";

/** A statement of an IAM policy, with lists where IAM takes a text too. `all but …` stands for what NotAction and the like say. */
export interface Grant {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** `AWS arn:…`, `Service eks.amazonaws.com`, `*`; empty in a policy of an identity. */
  readonly principals: readonly string[];
  readonly conditions: readonly Condition[];
}

export interface Condition {
  /** Operator and key: `StringEquals aws:SourceAccount`. */
  readonly test: string;
  readonly values: readonly string[];
}

/** Of a text that is no policy, nothing. */
export function grantsOf(document: string): Grant[] {
  let read: unknown;
  try {
    read = JSON.parse(document);
  } catch {
    return [];
  }
  const statements = isRecord(read) ? read["Statement"] : undefined;
  return (Array.isArray(statements) ? statements : [statements]).filter(isRecord).map(grantOf);
}

/** What a grant allows that none of others does: its actions, resources and principals, as far as they are in it. */
export function uncovered(grant: Grant, others: readonly Grant[]): Grant | undefined {
  const atoms = grant.actions.flatMap((action) =>
    anyOf(grant.resources).flatMap((resource) => anyOf(grant.principals).map((principal) => ({ action, resource, principal }))),
  );
  const open = atoms.filter((atom) => !others.some((other) => allows(other, atom) && isNoStricter(other, grant)));
  if (open.length === 0) return undefined;
  const kept = (all: readonly string[], of: (atom: Atom) => string) => all.filter((text) => open.some((atom) => of(atom) === text));
  return { ...grant, actions: kept(grant.actions, ({ action }) => action), resources: kept(grant.resources, ({ resource }) => resource), principals: kept(grant.principals, ({ principal }) => principal) };
}

/** What becomes of the conditions under which the same was allowed before. */
export function conditionChanges(grant: Grant, others: readonly Grant[]): { readonly lost: readonly Condition[]; readonly changed: readonly Condition[] } {
  const same = others.find((other) => uncovered(grant, [{ ...other, conditions: [] }]) === undefined)?.conditions ?? [];
  return {
    lost: same.filter(({ test }) => !grant.conditions.some((condition) => condition.test === test)),
    changed: grant.conditions.filter((condition) => same.some((old) => old.test === condition.test && !isHeld(old, [condition]))),
  };
}

interface Atom {
  readonly action: string;
  readonly resource: string;
  readonly principal: string;
}

function grantOf(statement: Values): Grant {
  return {
    effect: String(statement["Effect"]),
    actions: listed(statement, "Action"),
    resources: listed(statement, "Resource"),
    principals: principalsOf(statement["Principal"] ?? {}, statement["NotPrincipal"]),
    conditions: Object.entries(isRecord(statement["Condition"]) ? statement["Condition"] : {}).flatMap(([test, keys]) =>
      Object.entries(isRecord(keys) ? keys : {}).map(([key, values]) => ({ test: `${test} ${key}`, values: textsOf(values) })),
    ),
  };
}

function listed(statement: Values, name: string): string[] {
  const not = textsOf(statement[`Not${name}`]);
  return not.length > 0 ? [`all but ${not.join(", ")}`] : textsOf(statement[name]);
}

function principalsOf(principal: unknown, not: unknown): string[] {
  if (not !== undefined) return [`all but ${principalsOf(not, undefined).join(", ")}`];
  if (!isRecord(principal)) return textsOf(principal);
  return Object.entries(principal).flatMap(([kind, names]) => textsOf(names).map((name) => (name === "*" ? "*" : `${kind} ${name}`)));
}

function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((item) => item !== undefined && item !== null).map(String);
}

function anyOf(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? [""] : texts;
}

function allows(other: Grant, { action, resource, principal }: Atom): boolean {
  return [
    [other.actions, action.toLowerCase()],
    [other.resources, resource],
    [other.principals, principal],
  ].every(([patterns, text], index) => anyOf(patterns as string[]).some((pattern) => covers(index === 0 ? pattern.toLowerCase() : pattern, text as string)));
}

/** What the one asks for, the other asks for too. */
function isNoStricter(other: Grant, grant: Grant): boolean {
  return other.conditions.every((condition) => isHeld(condition, grant.conditions));
}

/** By the same values or fewer; of a denied value, or more. Whether another pattern is narrower is not judged. */
function isHeld({ test, values }: Condition, conditions: readonly Condition[]): boolean {
  return conditions.some((own) => {
    if (own.test !== test) return false;
    const [inner, outer] = /Not/.test(test.split(" ")[0]!) ? [values, own.values] : [own.values, values];
    return inner.every((value) => outer.includes(value));
  });
}

/** A pattern of IAM covers a text, which may be a narrower pattern. */
function covers(pattern: string, text: string): boolean {
  return pattern === text || new RegExp(`^${pattern.replace(/[\\^$.|+()[\]{}]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".")}$`, "s").test(text);
}
