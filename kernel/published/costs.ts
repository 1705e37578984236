import { bullets, table } from "./markdown";

/** What a module costs: parts that are paid for as long as they are there, and what is paid by use. */
export interface Costs {
  /** Where the prices hold, where they are from and as of when. */
  readonly basis: string;
  readonly fixed: readonly FixedCost[];
  /** What comes on top, each with its price or with "not priced". */
  readonly byUse: readonly string[];
}

export interface FixedCost {
  readonly part: string;
  /** US dollars a month for one, rounded to cents. Undefined: not priced. */
  readonly monthly: number | undefined;
  /** How many the minimal example makes. */
  readonly inExample: number;
}

/** The section of a README on costs. */
export function costSection({ basis, fixed, byUse }: Costs): string {
  const rows = fixed.map(({ part, monthly, inExample }) => [part, dollars(monthly), String(inExample), inExample === 0 ? "" : dollars(monthly === undefined ? undefined : monthly * inExample)]);
  const priced = fixed.reduce((sum, { monthly = 0, inExample }) => sum + monthly * inExample, 0);
  const unpriced = fixed.some(({ monthly, inExample }) => monthly === undefined && inExample > 0);
  const together = ["together", "", "", `**${dollars(priced)}**${unpriced ? ", and what is not priced" : ""}`];
  return [
    "## Costs",
    fixed.length === 0 ? "No part of this module has a fixed price." : table(["Fixed part", "Each, a month", "In the example", "A month"], [...rows, together]),
    ...(byUse.length === 0 ? [] : [`${fixed.length === 0 ? "Paid" : "On top, paid"} by use:`, bullets(byUse)]),
    ...(fixed.length > 0 || byUse.some((line) => line.includes("$")) ? [basis] : []),
  ].join("\n\n");
}

function dollars(amount: number | undefined): string {
  return amount === undefined ? "not priced" : `$${amount.toFixed(2)}`;
}
