import type { Problem } from "../kernel";

/** What a check found: what is refused, and what works today but will not go well for long. */
export interface Judged {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export const fine: Judged = { problems: [], warnings: [] };

export function merged(all: readonly Judged[]): Judged {
  return { problems: all.flatMap(({ problems }) => problems), warnings: all.flatMap(({ warnings }) => warnings) };
}
