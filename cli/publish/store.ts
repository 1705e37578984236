import type { Problem } from "../../kernel/problem";

/** What is to be delivered to one place, as it was found there. */
export interface Delivery {
  /** `network 1.0.0`, or `all modules 1.0.0`. */
  readonly what: string;
  /** Where, as its reader names it; without secrets. */
  readonly to: string;
  /** What is there, and so what is to be done: `new`, or what is missing. */
  readonly found: string;
  /** Absent where nothing is to be done. May be repeated after a cut. */
  readonly deliver?: (note: (line: string) => void) => Promise<void>;
}

export interface Examination {
  readonly deliveries: readonly Delivery[];
  /** What is there and must not be overwritten, or cannot be reached. */
  readonly problems: readonly Problem[];
}

/** A place to which versions are published. Never changes one that is there. */
export interface Store {
  /** Looks, and changes nothing. */
  examine(): Promise<Examination>;
}

export const published = "already published";

/** What each of them came to: something to deliver, or that it is there, or what is wrong. */
export function examination(found: readonly (Delivery | Problem)[]): Examination {
  return { deliveries: found.filter((one): one is Delivery => "found" in one), problems: found.filter((one): one is Problem => "rule" in one) };
}
