import type { AccessChange } from "../report/review";
import { isUnknown, text } from "../values";
import { enumerated } from "./enumerated";
import { type Condition, conditionChanges, type Grant, grantsOf, uncovered } from "./policy-document";
import type { Side } from "./sides";
import { unreadSentence } from "./unread-policies";

export interface Documents {
  readonly before: Side | undefined;
  readonly after: Side;
  readonly who: string;
  readonly kind: AccessChange["kind"];
  readonly attribute: string;
  /** Which of the wider grants are worth a line. */
  readonly told: (grant: Grant) => boolean;
  readonly trust?: boolean;
}

/** What a policy allows that it did not, and what it no longer denies. */
export function documentChanges({ before, after, who, kind, attribute, told, trust = false }: Documents): AccessChange[] {
  const at = { layer: after.layer, address: after.address, kind };
  const [from, to] = [grantsOf(text(before?.values, attribute) ?? ""), grantsOf(text(after.values, attribute) ?? "")];
  if (isUnknown(after.values[attribute])) {
    if (before === undefined) return [];
    return [{ ...at, sentence: unreadSentence(who, trust), before: summary(from), after: "known after apply" }];
  }
  const then = from.filter(({ effect }) => effect === "Allow");
  const wider = to.filter(({ effect }) => effect === "Allow").flatMap((grant) => uncovered(grant, then) ?? []);
  const denied = from.filter(({ effect }) => effect === "Deny").flatMap((grant) => uncovered(grant, to.filter(({ effect }) => effect === "Deny")) ?? []);
  return [
    ...wider.filter(told).map((grant) => ({ ...at, sentence: sentence(who, grant, { trust, old: then }), before: summary(then), after: phrase(grant) })),
    ...denied.map((grant) => ({ ...at, sentence: `${who} no longer denies ${phrase(grant)}`, before: phrase(grant), after: "not denied" })),
  ];
}

interface Manner {
  readonly trust: boolean;
  readonly old: readonly Grant[];
}

function sentence(who: string, grant: Grant, { trust, old }: Manner): string {
  const principals = enumerated(grant.principals.map(principalWord));
  const { lost, changed } = conditionChanges(grant, old);
  const without = `${lost.length === 0 ? "" : `, no longer only where ${conditionWords(lost)}`}${changed.length === 0 ? "" : `, now where ${conditionWords(changed)}`}`;
  if (trust) return `${who} can be assumed by ${principals}${without}`;
  if (grant.principals.length > 0) return `${who} lets ${principals} call ${phrase(grant)}${without}`;
  return `${who} may call ${phrase(grant)}${without}`;
}

function conditionWords(conditions: readonly Condition[]): string {
  return enumerated(conditions.map(({ test, values }) => `${test} ${values.join(" or ")}`));
}

function phrase({ actions, resources }: Grant): string {
  const on = resources.length === 0 ? "" : ` on ${enumerated(resources.map((resource) => (resource === "*" ? "every resource (*)" : resource)))}`;
  return `${enumerated(actions.map((action) => (action === "*" ? "every action (*)" : action)))}${on}`;
}

function principalWord(principal: string): string {
  return principal === "*" ? "everybody (*)" : principal.replace(/^(AWS|Service|Federated) /, "");
}

function summary(grants: readonly Grant[]): string {
  return grants.length === 0 ? "nothing" : grants.map((grant) => [...(grant.principals.length === 0 ? [] : [`${enumerated(grant.principals.map(principalWord))}:`]), phrase(grant)].join(" ")).join("; ");
}

/** Every wider grant is told. */
export function all(): boolean {
  return true;
}
