/** Prices of AWS in US dollars, in us-east-1, before discounts and taxes. What is not here is not priced. */
export const priceRegion = "us-east-1";

/** Where a price is from. */
export const priceSources = {
  page: "AWS's price pages, read 2026-06",
  karpenter: "aws/karpenter-provider-aws, pkg/providers/pricing, generated 2026-07-20",
  /** Commonly known, and not compared with a page. */
  known: "general knowledge, not compared with a page",
} as const;

export interface Price {
  readonly usd: number;
  readonly per: "hour" | "month" | "GB" | "GB-month";
  readonly from: keyof typeof priceSources;
}

/** By what is billed. */
export const prices = {
  eksCluster: { usd: 0.1, per: "hour", from: "known" },
  eksClusterExtendedSupport: { usd: 0.6, per: "hour", from: "known" },
  natGateway: { usd: 0.045, per: "hour", from: "page" },
  natGatewayData: { usd: 0.045, per: "GB", from: "page" },
  /** In each zone. */
  interfaceEndpoint: { usd: 0.01, per: "hour", from: "page" },
  interfaceEndpointData: { usd: 0.01, per: "GB", from: "page" },
  gatewayEndpoint: { usd: 0, per: "hour", from: "page" },
  /** In each direction. */
  dataBetweenZones: { usd: 0.01, per: "GB", from: "page" },
  publicIpv4Address: { usd: 0.005, per: "hour", from: "page" },
  gp3Volume: { usd: 0.08, per: "GB-month", from: "known" },
  applicationLoadBalancer: { usd: 0.0225, per: "hour", from: "known" },
  applicationLoadBalancerUnit: { usd: 0.008, per: "hour", from: "known" },
  networkLoadBalancer: { usd: 0.0225, per: "hour", from: "known" },
  networkLoadBalancerUnit: { usd: 0.006, per: "hour", from: "known" },
  kmsKey: { usd: 1, per: "month", from: "known" },
  logIngestion: { usd: 0.5, per: "GB", from: "known" },
  logStorage: { usd: 0.03, per: "GB-month", from: "known" },
  fargateVcpu: { usd: 0.04048, per: "hour", from: "known" },
  fargateMemoryGb: { usd: 0.004445, per: "hour", from: "known" },
} as const satisfies Readonly<Record<string, Price>>;

export type PriceName = keyof typeof prices;

/** An average month, as AWS's own calculator counts it. */
export const hoursPerMonth = 730;

/** What one costs in a month for being there; of what is paid by size, for `gb` gigabytes. */
export function monthly({ usd, per }: Price, gb = 1): number {
  if (per === "GB") throw new Error("bug: what is paid by traffic has no price a month");
  return per === "hour" ? usd * hoursPerMonth : per === "GB-month" ? usd * gb : usd;
}
