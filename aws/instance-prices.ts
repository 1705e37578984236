import { instancePriceTable } from "./instance-price-table";
import type { Price } from "./prices";

/** The on-demand price of an instance type. Undefined: not priced. A SPOT price moves and is never a figure here. */
export function instancePrice(type: string): Price | undefined {
  const [family = "", size = ""] = type.split(".");
  const start = /^[a-z][a-z0-9-]*$/.test(family) ? instancePriceTable.indexOf(`\n${family} `) : -1;
  if (start < 0) return undefined;
  const sizes = instancePriceTable.slice(start + 1, instancePriceTable.indexOf("\n", start + 1)).split(" ");
  const at = sizes.indexOf(size, 1);
  return at % 2 === 1 ? { usd: Number(sizes[at + 1]), per: "hour", from: "karpenter" } : undefined;
}
