import type { AttributeChange, Counts, Dollars, Review, Shown } from "../report/review";
import { secretInside } from "../report/shown";

/** `1 key`, `3 keys`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousands.format(count)} ${count === 1 ? one : many}`;
}

export const thousands = new Intl.NumberFormat("en-US");

/** `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** The first few, and how many there are besides. */
export function firstOf(names: readonly string[], most: number): string {
  return names.length <= most + 1 ? names.join(", ") : `${names.slice(0, most).join(", ")} and ${thousands.format(names.length - most)} more`;
}

/** `1 to replace, 2 to add`, in Terraform's words. */
export function countsText(counts: Counts): string {
  const words: Readonly<Record<keyof Counts, string>> = { replace: "replace", delete: "destroy", forget: "forget", update: "change", create: "add", import: "import", move: "move" };
  const told = (Object.keys(words) as (keyof Counts)[]).filter((key) => counts[key] > 0).map((key) => `${thousands.format(counts[key])} to ${words[key]}`);
  return told.join(", ");
}

/** Of a value that is not known or not to be seen: Terraform's words. */
export function shownText({ kind, text }: Shown): string {
  return { value: text, absent: "nothing", unknown: "(known after apply)", secret: text === secretInside ? `(${text})` : "(sensitive value)" }[kind];
}

/** The secret itself may change where both sides read alike. */
export function isSecret({ before, after }: AttributeChange): boolean {
  return before.kind === "secret" && after.kind === "secret";
}

/** A range where SPOT has one. */
export function dollarsText({ low, high }: Dollars): string {
  return low === high ? dollars.format(low) : `${dollars.format(low)} to ${dollars.format(high)}`;
}

/** None where one side is a range: a difference of ranges says less than it seems to. */
export function differenceText(before: Dollars, after: Dollars): string {
  if (before.low !== before.high || after.low !== after.high || before.low === after.low) return "";
  return signed.format(after.low - before.low);
}

const dollars = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD" });
const signed = new Intl.NumberFormat("en-US", { style: "currency", currency: "USD", signDisplay: "exceptZero" });

/** Which program was planned, when and where. */
export function originText({ commit, at, plannedIn }: Review): string {
  const program = commit === undefined ? [] : [`commit ${commit.id.slice(0, 7)}${commit.dirty ? " with changes that are not committed" : ""}`];
  const place = plannedIn.kind === "local" ? "planned locally" : `planned in ${plannedIn.host}, organization ${plannedIn.organization}`;
  return [...program, timeText(at), place].join(", ");
}

function timeText(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
