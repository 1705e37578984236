/** From what nobody may miss to what is good to know: the same in every face. */
export const order = [
  "failed",
  "gone",
  "refused",
  "allowed",
  "policies",
  "updated",
  "access",
  "created",
  "restated",
  "forgotten",
  "drift",
  "lost-releases",
  "cost",
  "addresses",
  "support",
  "differences",
  "outputs",
  "layers",
  "dependencies",
] as const;

type SectionName = (typeof order)[number];

/** Of the sections that a face has, each where it belongs. */
export function inOrder<T>(sections: Readonly<Partial<Record<SectionName, T>>>): T[] {
  return order.flatMap((name) => sections[name] ?? []);
}
