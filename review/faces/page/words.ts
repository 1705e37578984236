import type { Counts, Dollars } from "../../report/review";

export type Verb = keyof Counts;

/** The worst first, each with Terraform's sign. */
const signs: Readonly<Record<Verb, string>> = { replace: "-/+", delete: "-", forget: ".", update: "~", create: "+", import: "=", move: ">" };

export const verbs = Object.keys(signs) as readonly Verb[];

export function signOf(verb: Verb, createdFirst = false): string {
  return createdFirst ? "+/-" : signs[verb];
}

/** `1 replace, 2,000 update`; empty where nothing changes. */
export function countsText(counts: Counts): string {
  return verbs.flatMap((verb) => (counts[verb] === 0 ? [] : [`${numberText(counts[verb])} ${verb}`])).join(", ");
}

/** `1 subnet`, `2,000 subnets`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

export function numberText(value: number): string {
  return value.toLocaleString("en-US");
}

/** `$12.50`, `$12.50 to $20.00`. */
export function dollarsText({ low, high }: Dollars): string {
  const [from, to] = [low, high].map((value) => value.toLocaleString("en-US", { style: "currency", currency: "USD" }));
  return from === to ? from! : `${from} to ${to}`;
}
