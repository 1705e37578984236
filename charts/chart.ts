/** A chart that somebody publishes. */
export interface Chart {
  readonly name: string;
  readonly repository: string;
  /** What is known of its versions, the newest first. A version that is not here may be good: nothing is known of it. */
  readonly versions: Readonly<Record<string, ChartVersion>>;
}

export interface ChartVersion {
  readonly values: ValueKeys;
}

/** The keys that a chart knows among its values. Below `any` it takes what it is given: a scalar, a list, a map with keys of your own. */
export type ValueKeys = typeof any | { readonly [key: string]: ValueKeys };
export const any = "any";

/** Keys of which each takes what it is given. */
export function open(...keys: readonly string[]): Readonly<Record<string, typeof any>> {
  return Object.fromEntries(keys.map((key) => [key, any]));
}
