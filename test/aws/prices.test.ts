import { readFileSync } from "node:fs";
import { instancePriceTable } from "../../aws/instance-price-table";
import { instancePrice } from "../../aws/instance-prices";
import { monthly, type PriceName, priceRegion, priceSources, prices } from "../../aws/prices";
import { domainFacts, domainFactsMissing } from "../domain-facts";
import { itUnless } from "../skip";

interface Recorded {
  readonly region: string;
  readonly ec2OnDemandHourly: { readonly source: string; readonly prices: Readonly<Record<string, number>> };
  readonly services: Readonly<Record<string, { readonly price: number; readonly status: string }>>;
}

const source = "domain/data/prices.json";
const recorded = (): Recorded => JSON.parse(readFileSync(domainFacts(source)!, "utf8")) as Recorded;

/** What the source calls each. */
const names: Readonly<Record<PriceName, string>> = {
  eksCluster: "eksClusterHourly",
  eksClusterExtendedSupport: "eksClusterExtendedSupportHourly",
  natGateway: "natGatewayHourly",
  natGatewayData: "natGatewayPerGb",
  interfaceEndpoint: "interfaceEndpointHourlyPerZone",
  interfaceEndpointData: "interfaceEndpointPerGb",
  gatewayEndpoint: "gatewayEndpointHourly",
  dataBetweenZones: "crossZonePerGbEachDirection",
  publicIpv4Address: "publicIpv4Hourly",
  gp3Volume: "ebsGp3PerGbMonth",
  applicationLoadBalancer: "albHourly",
  applicationLoadBalancerUnit: "albLcuHourly",
  networkLoadBalancer: "nlbHourly",
  networkLoadBalancerUnit: "nlbLcuHourly",
  kmsKey: "kmsKeyMonthly",
  logIngestion: "cloudwatchLogsIngestPerGb",
  logStorage: "cloudwatchLogsStorePerGbMonth",
  fargateVcpu: "fargateVcpuHourly",
  fargateMemoryGb: "fargateGbHourly",
};

describe("prices", () => {
  itUnless(domainFactsMissing(source), "every price of a service is that of the source, and says where it is from", () => {
    const { region, services } = recorded();
    const from = { "AWS page, 2026-06": "page", "general knowledge": "known" } as Readonly<Record<string, string>>;
    const ours = Object.entries(names).map(([name, theirs]) => [theirs, { usd: prices[name as PriceName].usd, from: prices[name as PriceName].from }]);
    expect(Object.fromEntries(ours)).toEqual(Object.fromEntries(Object.entries(services).map(([name, { price, status }]) => [name, { usd: price, from: from[status] }])));
    expect(region).toBe(priceRegion);
  });

  itUnless(domainFactsMissing(source), "every instance type of the source is there with its price, and no other", () => {
    const { prices: theirs, source: where } = recorded().ec2OnDemandHourly;
    expect(Object.keys(theirs).filter((type) => instancePrice(type)?.usd !== theirs[type])).toEqual([]);
    const pairs = instancePriceTable.trim().split("\n").map((line) => (line.split(" ").length - 1) / 2);
    expect(pairs.reduce((sum, count) => sum + count)).toBe(Object.keys(theirs).length);
    expect(where.replace(" (", ", ").replace(" pkg", ", pkg").replace(")", "")).toBe(priceSources.karpenter);
  });

  it("m5.large costs what AWS asks", () => {
    expect(instancePrice("m5.large")).toEqual({ usd: 0.096, per: "hour", from: "karpenter" });
  });

  it.each(["", "m5", "m5.", "m5.larg", "m99.large", "M5.large", "m5.0.096", "m5.0", ".large", "toString"])("%j has no price", (type) => {
    expect(instancePrice(type)).toBeUndefined();
  });

  it("a month has 730 hours; volumes are paid by their size, keys by the month", () => {
    expect([monthly(prices.natGateway), monthly(prices.gp3Volume, 50), monthly(prices.kmsKey)].map((usd) => usd.toFixed(2))).toEqual(["32.85", "4.00", "1.00"]);
  });

  it("traffic has no price a month", () => {
    expect(() => monthly(prices.natGatewayData)).toThrow("what is paid by traffic has no price a month");
  });
});
