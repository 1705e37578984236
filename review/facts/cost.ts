import { type Price, priceRegion } from "../../aws/prices";
import { assumedSpotDiscount } from "../../aws/spot";
import type { PlannedResource, ReadLayer } from "../plan-json";
import type { CostChange, CostItem, Dollars } from "../report/review";
import { text } from "../values";
import type { Bill, Priced } from "./bill";
import { billings, isUnlooked, unpricedTypes } from "./bills";
import { templatesIn } from "./node-group-template";
import { type Side, sideOf, sides } from "./sides";

/**
 * What an environment costs a month before a plan and after it, on a day, by list prices. What the plan leaves as it is counts
 * on both sides. Where a resource has no price on one side it counts on none, and `notPriced` names it.
 */
export function costChange(layers: readonly ReadLayer[], at: Date): CostChange {
  const all = { before: sides(layers, "before"), after: sides(layers, "after") };
  const templates = { before: templatesIn(all.before), after: templatesIn(all.after) };
  const judged = layers.flatMap((layer) => layer.resources.filter(({ type }) => type in billings).map((resource) => judge(layer, resource, templates, at)));
  const items = judged.flatMap(({ item }) => item ?? []);
  const present = [...all.before, ...all.after];
  return {
    region: priceRegion,
    before: sum(items.map((item) => item.before)),
    after: sum(items.map((item) => item.after)),
    items,
    notPriced: [...new Set([...judged.flatMap(({ notPriced }) => notPriced), ...byUse(present)])],
    sources: [...sourcesOf(judged), ...elsewhere(present)],
  };
}

/** Of the prices that are in it. */
function sourcesOf(judged: readonly Judged[]): string[] {
  const from = new Set(judged.flatMap(({ bills }) => bills.flatMap((bill) => bill.from)));
  const { least, most } = assumedSpotDiscount;
  const spot = judged.some(({ bills }) => bills.some(({ assumesSpot }) => assumesSpot)) ? [`SPOT assumed ${100 * least} to ${100 * most} % below the price on demand`] : [];
  return [...(Object.keys(sourceNames) as Price["from"][]).filter((name) => from.has(name)).map((name) => sourceNames[name]), ...spot];
}

/** As short as a reader needs them. */
const sourceNames: Readonly<Record<Price["from"], string>> = { page: "AWS's price pages (2026-06)", karpenter: "Karpenter's price list (2026-07-20)", known: "common knowledge" };

interface Judged {
  readonly item?: CostItem;
  readonly notPriced: readonly string[];
  readonly bills: readonly Priced[];
}

function judge(layer: ReadLayer, resource: PlannedResource, templates: Readonly<Record<"before" | "after", readonly Side[]>>, at: Date): Judged {
  const { bill } = billings[resource.type]!;
  const [before, after] = (["before", "after"] as const).map((when) => {
    const side = sideOf(layer, resource, when);
    return side === undefined ? undefined : bill(side, templates[when], at);
  });
  const what = layer.nameOf(resource.address);
  const unpriced = [before, after].flatMap((one) => (isPriced(one) || one === undefined ? [] : `${what}: ${one.unpriced}`));
  if (unpriced.length > 0) return { notPriced: unpriced, bills: [] };
  return itemOf({ layer: layer.layer, address: resource.address, what }, { before: before as Priced | undefined, after: after as Priced | undefined });
}

function itemOf(of: Pick<CostItem, "layer" | "address" | "what">, { before, after }: { readonly before: Priced | undefined; readonly after: Priced | undefined }): Judged {
  const bills = [before, after].filter((bill) => bill !== undefined);
  const item: CostItem = {
    ...of,
    ...(before && { before: cents(before.dollars) }),
    ...(after && { after: cents(after.dollars) }),
    how: [...new Set(bills.map(({ how }) => how))].join(" → "),
  };
  return { ...(bills.some(({ dollars }) => dollars.high > 0) && { item }), notPriced: bills.flatMap(({ besides }) => besides ?? []), bills };
}

function isPriced(bill: Bill | undefined): bill is Priced {
  return bill !== undefined && "dollars" in bill;
}

/** What is paid for by use, and what nobody here knows. */
function byUse(present: readonly Side[]): string[] {
  return [...new Set(present.map(({ type }) => type))].flatMap((type) => billings[type]?.byUse ?? unpricedTypes[type] ?? (isUnlooked(type) ? `${type}: nothing is known of its price here` : []));
}

/** Regions that these are not the prices of. */
function elsewhere(present: readonly Side[]): string[] {
  const regions = new Set(present.map(regionOf).filter((region) => region !== undefined && region !== priceRegion));
  return [...regions].sort().map((region) => `those of ${region} differ`);
}

/** As a subnet's zone or an ARN says it: in the oldest provider no resource has a region of its own. */
function regionOf({ values }: Side): string | undefined {
  const zone = /^[a-z]{2,}(?:-[a-z]+)+-\d+/.exec(text(values, "availability_zone") ?? "")?.[0];
  const ofArn = text(values, "arn")?.split(":")[3];
  return text(values, "region") ?? zone ?? (ofArn === "" ? undefined : ofArn);
}

function sum(parts: readonly (Dollars | undefined)[]): Dollars {
  const add = (end: keyof Dollars) => parts.reduce((total, part) => total + (part?.[end] ?? 0), 0);
  return cents({ low: add("low"), high: add("high") });
}

function cents({ low, high }: Dollars): Dollars {
  return { low: Math.round(low * 100) / 100, high: Math.round(high * 100) / 100 };
}
