/**
 * `break`: callers or states of the last version fail or lose something. A major version covers it.
 * `told`: what callers have not written themselves turns out otherwise. An entry of the changelog that names it covers it.
 * `addition`: callers of the last version notice nothing. It needs a minor version.
 */
export type Weight = "break" | "told" | "addition";

/** One difference between what was released and what would be. */
export interface Finding {
  readonly weight: Weight;
  /** Within the module: `input zones`. */
  readonly place: string;
  /** What an entry has to name. */
  readonly name: string;
  readonly expected: string;
  readonly got: unknown;
  readonly why: string;
  readonly suggestion?: string;
  readonly rule: string;
}

/** A finding that is only counted: nothing is ever said of it. */
export function addition(place: string): Finding {
  return { weight: "addition", place, name: place, expected: "", got: undefined, why: "", rule: "" };
}
