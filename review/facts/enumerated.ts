const shown = 4;

/** `a, b and c`; of many the first and how many more. */
export function enumerated(texts: readonly string[], none = "nothing"): string {
  const all = [...new Set(texts)];
  if (all.length <= 1) return all[0] ?? none;
  if (all.length > shown + 1) return `${all.slice(0, shown).join(", ")} and ${all.length - shown} more`;
  return `${all.slice(0, -1).join(", ")} and ${all.at(-1)!}`;
}
