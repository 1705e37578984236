import { monthly, type Price, type PriceName, prices } from "../../aws/prices";
import type { Dollars } from "../report/review";

/** What a resource costs a month for being there, or why that is not known. */
export type Bill = Priced | { readonly unpriced: string };

export interface Priced {
  readonly dollars: Dollars;
  readonly how: string;
  /** What else of it is billed, without a price here. */
  readonly besides?: readonly string[];
  /** Whose prices these are. */
  readonly from: readonly Price["from"][];
  readonly assumesSpot?: boolean;
}

/** At one price, so many times. */
export function flat(name: PriceName, how: string, times = 1): Priced {
  const usd = times * monthly(prices[name]);
  return { dollars: { low: usd, high: usd }, how, from: [prices[name].from] };
}

/** `$0.045 per GB`. */
export function rate(name: PriceName): string {
  const { usd, per }: Price = prices[name];
  return `$${usd} per ${per}`;
}
