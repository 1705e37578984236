import { instancePrice } from "../aws/instance-prices";
import { monthly, type Price, type PriceName, priceRegion, priceSources, prices } from "../aws/prices";
import type { Costs, FixedCost } from "../kernel";

/** Stands behind a price that is not from AWS's own pages. */
const marks: Readonly<Record<Price["from"], string>> = { page: "", known: "\\*", karpenter: "†" };

/** A part that is paid for as long as it is there. Without a price it is "not priced". */
export function fixed(part: string, price: PriceName | Price | undefined, inExample: number, gb?: number): FixedCost {
  const known = typeof price === "string" ? prices[price] : price;
  return known === undefined ? { part, monthly: undefined, inExample } : { part: part + marks[known.from], monthly: monthly(known, gb), inExample };
}

export function instances(type: string, inExample: number): FixedCost {
  return fixed(`${type}, on demand`, instancePrice(type), inExample);
}

/** `$0.045 per GB`. */
export function rate(name: PriceName): string {
  const { usd, per, from } = prices[name];
  return `$${usd} per ${per}${marks[from]}`;
}

export function costs(fixedParts: readonly FixedCost[], byUse: readonly string[] = []): Costs {
  const shown = [...fixedParts.map(({ part }) => part), ...byUse].join();
  const others = (["known", "karpenter"] as const).filter((from) => shown.includes(marks[from])).map((from) => ` ${marks[from]}: ${priceSources[from]}.`);
  const basis = `Prices of ${priceRegion} in US dollars, without discounts and taxes; a month has 730 hours. Source: ${priceSources.page}.${others.join("")}`;
  return { basis, fixed: fixedParts, byUse };
}
