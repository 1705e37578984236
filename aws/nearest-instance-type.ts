import { instanceTypeNames } from "./instance-types";

/**
 * The known instance type that a misspelt one most likely means; undefined when nothing is near.
 * Among equally near names the one of the same family wins, then the one of the same size: "m5.3xlarge" is a wrong size, not a
 * wrong family.
 */
export function nearestInstanceType(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  const [family = "", size = ""] = wanted.split(".");
  let best: string | undefined;
  let bestCost = Math.max(2, Math.floor(wanted.length / 3)) + 1;
  for (const known of instanceTypeNames()) {
    const [knownFamily, knownSize] = known.split(".");
    const edits = editDistance(wanted, known, Math.ceil(bestCost));
    const cost = edits - (knownFamily === family ? 0.5 : 0) - (knownSize === size ? 0.25 : 0);
    if (cost < bestCost) {
      best = known;
      bestCost = cost;
    }
  }
  return best;
}

/** Levenshtein distance, given up (as limit + 1) once every way costs more than `limit`. */
function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[to.length] ?? limit + 1;
}
