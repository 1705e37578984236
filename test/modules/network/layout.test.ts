import { object } from "../../../kernel";
import { withDefaults } from "../../../kernel/check";
import { overlaps, parseCidr } from "../../../kernel/cidr";
import { networkInputs } from "../../../modules/network/inputs";
import { layout, longestPrefix, type Tier, tiers } from "../../../modules/network/layout";
import { layoutInputs, type NetworkData } from "../../../modules/network/network-data";
import { networkProblems } from "../../../modules/network/problems";
import { type NetworkInput, planBoth, type Planned, slim, subnetBlocks } from "./networks";

const zones = (letters: string, region = "us-east-1") => [...letters].map((letter) => region + letter);
const allTiers = { databaseSubnets: {}, podSubnets: { cidr: "100.64.0.0/16" } } as const;

/** Small and large, sparse letters, and the smallest block that each set of tiers fits in. */
const networks: Readonly<Record<string, NetworkInput>> = {
  usual: { ...slim, zones: zones("abc") },
  everyTier: { ...slim, zones: zones("abcd"), ...allTiers },
  eightSlots: { ...slim, zones: zones("abcdefgh"), zoneSlots: 8, ...allTiers },
  sparse: { ...slim, zones: zones("hfb"), zoneSlots: 8, ...allTiers, cidr: "10.128.0.0/17" },
  otherRegion: { ...slim, zones: zones("ac", "ap-northeast-1"), cidr: "172.16.0.0/18" },
  smallest: { ...slim, zones: zones("ad"), cidr: "10.0.254.0/23", ...allTiers, podSubnets: { cidr: "100.64.1.0/26" } },
  smallestOfEight: { ...slim, zones: zones("ah"), zoneSlots: 8, cidr: "10.0.252.0/22", ...allTiers, podSubnets: { cidr: "100.64.1.0/25" } },
  smallestPrivate: { ...slim, cidr: "192.168.1.128/25", publicSubnets: null, intraSubnets: null },
  smallestIntra: { ...slim, cidr: "192.168.1.0/24", publicSubnets: null, privateSubnets: null },
  explicitTier: {
    ...slim,
    ...allTiers,
    privateSubnets: { cidrs: { "us-east-1a": "10.0.0.0/20", "us-east-1b": "10.0.64.0/18" } },
    podSubnets: { cidr: "100.64.0.0/16", cidrs: { "us-east-1a": "100.64.0.0/17", "us-east-1b": "100.64.128.0/17" } },
  },
  inSecondary: { ...slim, secondaryCidrs: { more: "10.7.0.0/16" }, databaseSubnets: { cidrs: { "us-east-1a": "10.7.0.0/24", "us-east-1b": "10.7.1.0/24" } } },
};

/** One change each to `usual`; what was there stays. */
const changes: Readonly<Record<string, NetworkInput>> = {
  zoneAdded: { ...slim, zones: zones("abcd") },
  zoneBefore: { ...slim, zones: zones("bdca") },
  databaseAdded: { ...slim, zones: zones("abc"), databaseSubnets: {} },
  podsAdded: { ...slim, zones: zones("abc"), podSubnets: { cidr: "100.64.0.0/16" } },
};
const removals: Readonly<Record<string, NetworkInput>> = {
  zoneRemoved: { ...slim, zones: zones("ac") },
  firstZoneRemoved: { ...slim, zones: zones("bc") },
  publicRemoved: { ...slim, zones: zones("abc"), publicSubnets: null },
  intraRemoved: { ...slim, zones: zones("abc"), intraSubnets: null },
};

const complete = (network: NetworkInput) => withDefaults(object(networkInputs), network) as NetworkData;
const expected = (network: NetworkInput) => layout(layoutInputs(complete(network)));

describe("layout", () => {
  let stack: Record<string, Planned>;
  let module: Record<string, Planned>;
  beforeAll(async () => {
    ({ stack, module } = await planBoth(networks, { ...changes, ...removals }));
  }, 120_000);

  test.each(Object.keys(networks))("%s: Terraform plans the blocks that layout.ts computes, in stack and module", (name) => {
    const blocks = expected(networks[name]!);
    expect(Object.keys(blocks).length).toBeGreaterThan(0);
    expect(subnetBlocks(stack[name]!)).toEqual(blocks);
    expect(subnetBlocks(module[name]!)).toEqual(blocks);
    expect(networkProblems("network", complete(networks[name]!))).toEqual([]);
  });

  test.each(Object.keys(networks))("%s: no two blocks overlap", (name) => {
    const blocks = Object.values(expected(networks[name]!)).flatMap((byZone) => Object.values(byZone).map((cidr) => parseCidr(cidr)!));
    const overlapping = blocks.filter((block, index) => blocks.slice(0, index).some((other) => overlaps(block, other)));
    expect(overlapping).toEqual([]);
  });

  test.each(Object.keys(changes))("%s: everything that was planned before is planned the same", (name) => {
    expect(stack[name]).toMatchObject(stack["usual"]!);
    expect(Object.keys(stack[name]!).length).toBeGreaterThanOrEqual(Object.keys(stack["usual"]!).length);
  });

  test.each(Object.keys(removals))("%s: everything that is left is planned as before", (name) => {
    expect(stack["usual"]).toMatchObject(stack[name]!);
    expect(Object.keys(stack[name]!).length).toBeLessThan(Object.keys(stack["usual"]!).length);
  });
});

test.each(tiers.flatMap((tier) => [4, 8].map((slots) => [tier, slots] as const)))("the %s tier with %i slots ends in /28s at its longest prefix", (tier: Tier, slots) => {
  const prefix = longestPrefix(tier, slots);
  const own = `10.0.0.0/${prefix}`;
  const blocks = layout({ cidr: own, zones: zones("ab"), zoneSlots: slots, tiers: { [tier]: { cidrs: {}, ...(tier === "pod" && { cidr: own }) } } });
  expect(Object.values(blocks[tier]!).map((cidr) => cidr.split("/")[1])).toEqual(["28", "28"]);
});

test("documented example: a /16 over two zones", () => {
  expect(expected({ ...slim, ...allTiers })).toEqual({
    public: { "us-east-1a": "10.0.128.0/21", "us-east-1b": "10.0.136.0/21" },
    private: { "us-east-1a": "10.0.0.0/19", "us-east-1b": "10.0.32.0/19" },
    intra: { "us-east-1a": "10.0.255.192/28", "us-east-1b": "10.0.255.208/28" },
    pod: { "us-east-1a": "100.64.0.0/18", "us-east-1b": "100.64.64.0/18" },
    database: { "us-east-1a": "10.0.160.0/21", "us-east-1b": "10.0.168.0/21" },
  });
});
