import type { Found } from "./state";

/** What becomes of a resource: it moves, is imported under another type, stays in AWS without a state, or goes. */
export type Fate =
  | { readonly kind: "moves"; readonly to: string }
  | { readonly kind: "imported"; readonly to: string }
  | { readonly kind: "stays"; readonly why: string }
  | { readonly kind: "goes"; readonly why: string };

/** By `<type>.<name>` of theirs: what becomes of each instance. */
export type Table = Readonly<Record<string, (resource: Found) => Fate>>;

export const moves = (to: string): Fate => ({ kind: "moves", to });
export const keyed = (to: string, key: string | undefined, why = "its place is taken"): Fate => (key === undefined ? { kind: "stays", why } : moves(`${to}[${JSON.stringify(key)}]`));
export const stays = (why: string) => (): Fate => ({ kind: "stays", why });
export const goes = (why: string) => (): Fate => ({ kind: "goes", why });

/** What the table says; what it does not know stays, and is named. */
export function fateOf(table: Table, resource: Found): Fate {
  return table[`${resource.type}.${resource.name}`]?.(resource) ?? { kind: "stays", why: "these modules have no such resource" };
}
