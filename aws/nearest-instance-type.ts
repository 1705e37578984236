import { instanceTypeNames } from "./instance-types";

/**
 * The known instance type that a misspelt one most likely means; undefined when nothing is near.
 * Names are so short that many are equally near: the one that agrees longest from the left wins, so that "m7.large" gives
 * m7a.large and not m1.large.
 */
export function nearestInstanceType(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  let best: string | undefined;
  let bestCost = limit + 1;
  for (const known of instanceTypeNames()) {
    const cost = editDistance(wanted, known, limit) - commonPrefix(wanted, known) / 100;
    if (cost < bestCost && cost <= limit) {
      best = known;
      bestCost = cost;
    }
  }
  return best;
}

/** Levenshtein distance; more than `limit` as soon as it is sure to be. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}

function commonPrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
