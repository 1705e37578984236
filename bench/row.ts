/** One line of the table: what ours takes against what the same takes elsewhere, both as measured, run by run. */
export interface Row {
  readonly what: string;
  readonly unit: "s" | "ms" | "MiB";
  readonly ours: readonly number[];
  readonly other: readonly number[];
  readonly otherName: string;
  /** At most this ratio of the medians, or at most this median of ours. Without it the line informs only. */
  readonly limit?: { readonly ratio: number } | { readonly value: number };
}

/** A line that could not be measured here. */
export interface SkippedRow {
  readonly what: string;
  readonly skipped: string;
}

export function broken(row: Row | SkippedRow): boolean {
  if ("skipped" in row || row.limit === undefined) return false;
  return "ratio" in row.limit ? ratioOf(row) > row.limit.ratio : median(row.ours) > row.limit.value;
}

/** The lines as a Markdown table. */
export function table(rows: readonly (Row | SkippedRow)[]): string {
  const head = ["measure", "ours", "compared with", "ratio", "limit", ""];
  return [head, head.map(() => "---"), ...rows.map(cells)].map((line) => `| ${line.join(" | ")} |`).join("\n");
}

function cells(row: Row | SkippedRow): string[] {
  if ("skipped" in row) return [row.what, "", "", "", "", `not measured: ${row.skipped}`];
  const { unit, ours, other, otherName, limit } = row;
  const ratio = `${ratioOf(row).toFixed(2)} (${spread(ours.map((value, index) => value / other[index]!), 2)})`;
  const bound = limit === undefined ? "" : "ratio" in limit ? String(limit.ratio) : `${limit.value} ${unit}`;
  const verdict = limit === undefined ? "" : broken(row) ? "**broken**" : "holds";
  return [row.what, measured(ours, unit), `${otherName}: ${measured(other, unit)}`, ratio, bound, verdict];
}

function measured(values: readonly number[], unit: Row["unit"]): string {
  const digits = unit === "s" ? 2 : unit === "ms" ? 1 : 0;
  return `${median(values).toFixed(digits)} ${unit} (${spread(values, digits)})`;
}

function spread(values: readonly number[], digits: number): string {
  return `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)}`;
}

function ratioOf({ ours, other }: Row): number {
  return median(ours) / median(other);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
