import { checkEnvironment } from "../../envs/checks";
import { dev } from "../../envs/dev/environment";
import type { Environment } from "../../envs/environment";
import { local } from "../../envs/local/environment";
import { declaredGroups } from "../../envs/node-groups";
import { prod } from "../../envs/prod/environment";
import { staging } from "../../envs/staging/environment";
import { group, qa, refusals, warnings } from "./example";

const asOf = "2026-11-21";
const wish = (instances: object, change: object = {}) => group({ instanceTypes: undefined, instances: { vcpus: 2, memoryGib: 8, asOf, ...instances }, ...change });
const inRegion = (region: string, environment: Environment) => ({ ...environment, region, network: { ...qa.network!, zones: [`${region}a`, `${region}b`] } });

function groupsOf(environment: Environment) {
  const { environment: checked } = checkEnvironment(environment);
  return declaredGroups(checked!);
}

const chosen = (environment: Environment) => groupsOf(environment)["main"]!.instanceTypes.map((type) => type.replace(".large", ""));
const said = (lines: readonly string[]) => lines.map((line) => line.replace("envs/qa/environment.ts nodeGroups.main", ""));

describe("instances by what they are like", () => {
  it("are usual and plain first, then the newest, and never more than EKS takes", () => {
    expect(chosen(wish({}))).toEqual([
      ..."m8a m8i m7a m7i m6a m6i m5 m5a".split(" "),
      ..."m8i-flex m8ib m8id m8in m7i-flex m6id m6in m5ad m5d m5n".split(" "),
      ..."m8azn m8idb".split(" "),
    ]);
  });

  it.each<[string, object, string, string]>([
    ["of the other architecture", { architecture: "arm64" }, "m9g m8g m7g m6g m9gd m8gb m8gd m8gn m7gd m6gd im4gn", "AL2023_ARM_64_STANDARD"],
    ["as many as wanted", { most: 3 }, "m8a m8i m7a", "AL2023_x86_64_STANDARD"],
    ["of some families only, in the same order", { families: ["m5", "m6i", "m6g"] }, "m6i m5", "AL2023_x86_64_STANDARD"],
    ["not of some families", { most: 3, excludedFamilies: ["m8a", "m7a"] }, "m8i m7i m6a", "AL2023_x86_64_STANDARD"],
    ["of new generations", { minGeneration: 8, most: 4 }, "m8a m8i m8i-flex m8ib", "AL2023_x86_64_STANDARD"],
    ["burstable too", { families: ["m5", "t3", "t3a", "t2"], burstable: true }, "m5 t3 t3a", "AL2023_x86_64_STANDARD"],
    ["with an accelerator and its drivers", { vcpus: 4, memoryGib: 16, accelerator: "nvidia" }, "g6f.xlarge g5.xlarge g6.xlarge g4dn.xlarge", "AL2023_x86_64_NVIDIA"],
    ["with Neuron", { vcpus: 4, memoryGib: 16, accelerator: "neuron" }, "inf2.xlarge", "AL2023_x86_64_NEURON"],
    ["within bounds", { vcpus: 2, maxVcpus: 4, memoryGib: 8, maxMemoryGib: 16, families: ["m5", "r5", "c5"] }, "c5.xlarge m5 r5 m5.xlarge", "AL2023_x86_64_STANDARD"],
  ])("can be asked for: %s", (_, instances, types, image) => {
    const environment = wish(instances);
    expect(refusals(environment)).toEqual([]);
    expect(chosen(environment).toSorted()).toEqual(types.split(" ").toSorted());
    expect(groupsOf(environment)["main"]!.amiType).toBe(image);
  });

  it("are those that the region offers", () => {
    expect(chosen(inRegion("eu-west-3", wish({ minGeneration: 6 })))).toEqual("m8i m7i m6a m6i m8i-flex m7i-flex".split(" "));
  });

  it.each<[string, Environment, string]>([
    [
      "a size that no type has",
      wish({ memoryGib: 7 }),
      `.instances: expected instances that us-east-1 offers, got "2 vCPUs, 7 GiB"; the nearest are m8a.large, m8i.large, m7a.large; try {"vcpus":2,"memoryGib":8}   [instances-none]`,
    ],
    [
      "bounds that no SPOT type is in",
      wish({ vcpus: 3, maxVcpus: 3, memoryGib: 25, maxMemoryGib: 30 }, { capacity: "SPOT" }),
      `.instances: expected instances that SPOT in us-east-1 offers, got "3 vCPUs, 25 to 30 GiB"; the nearest are r8a.xlarge, r8i.xlarge, r7a.xlarge; try {"vcpus":4,"memoryGib":32}   [instances-none]`,
    ],
    [
      "a family of another architecture",
      wish({ families: ["m6g"] }),
      `.instances: expected instances that us-east-1 offers, got "2 vCPUs, 8 GiB"; the rest of it fits no type of any size   [instances-none]`,
    ],
    ["a family that is none", wish({ families: ["m55"] }), `.instances.families[0]: expected an instance family of EC2, got "m55"; try "m5"   [instances-family-known]`],
    ["the same among those left out", wish({ excludedFamilies: ["m55"] }), `.instances.excludedFamilies[0]: expected an instance family of EC2, got "m55"; try "m5"   [instances-family-known]`],
    [
      "a day after the table's",
      wish({ asOf: "2026-11-22" }),
      `.instances.asOf: expected 2026-11-21, got "2026-11-22"; what the table learns until then would change the group; try "2026-11-21"   [instances-day]`,
    ],
    ["a day before it", wish({ asOf: "2026-11-20" }), `.instances.asOf: expected 2026-11-21, got "2026-11-20"; the table knows nothing of the days before; try "2026-11-21"   [instances-day]`],
    [
      "a region of which nothing is known",
      inRegion("us-gov-west-1", wish({})),
      `.instances: expected instanceTypes by name, got "what instances are like"; what us-gov-west-1 offers is not known here   [instances-region]`,
    ],
    ["no day", wish({ asOf: undefined }), `.instances.asOf: expected text, got nothing; it has no default   [required]`],
    ["a day that is none", wish({ asOf: "today" }), `.instances.asOf: expected a day such as 2026-11-21, got "today"   [instances-as-of]`],
    ["a part of a vCPU", wish({ vcpus: 1.5 }), `.instances.vcpus: expected a whole number from 1 to 2048, got 1.5; try 2   [instances-vcpus]`],
    ["bounds the wrong way round", wish({ maxVcpus: 1 }), `.instances.vcpus: expected a number that is at most maxVcpus, got 2; try 1   [instances-vcpus-range]`],
    ["more than EKS takes", wish({ most: 21 }), `.instances.most: expected a whole number from 1 to 20, got 21; try 20   [instances-most]`],
    [
      "types and what they are like",
      wish({}, { instanceTypes: ["m5.large"] }),
      `: expected exactly one of instanceTypes, instances, got {"instanceTypes":["m5.large"],"sizes":{"min":1,"desired":2,"max":3},"instances":{"vcpus":2,"memoryGib":8,"asOf":"2026-11…   [group-instances]`,
    ],
    ["neither", group({ instanceTypes: undefined }), `: expected exactly one of instanceTypes, instances, got {"sizes":{"min":1,"desired":2,"max":3}}   [group-instances]`],
  ])("%s is refused in one line", (_, environment, line) => {
    expect(said(refusals(environment))).toEqual([line]);
  });
});

/** Pods on Windows nodes get their addresses by a setting of vpc-cni. */
const withWindows = (change: object) => ({ ...group(change), addons: { ...qa.addons, "vpc-cni": { configuration: { enableWindowsIpam: "true" } } } }) as Environment;

describe("an image by its family", () => {
  it.each<[object, string]>([
    [{}, "AL2023_x86_64_STANDARD"],
    [{ imageFamily: "bottlerocket" }, "BOTTLEROCKET_x86_64"],
    [{ imageFamily: "bottlerocket", instanceTypes: ["g5g.xlarge"] }, "BOTTLEROCKET_ARM_64_NVIDIA"],
    [{ imageFamily: "bottlerocket-fips", instanceTypes: ["m7g.large"] }, "BOTTLEROCKET_ARM_64_FIPS"],
    [{ imageFamily: "windows-core-2022" }, "WINDOWS_CORE_2022_x86_64"],
    [{ imageFamily: "windows-full-2019" }, "WINDOWS_FULL_2019_x86_64"],
    [{ imageFamily: "al2023", instanceTypes: ["p5.48xlarge"] }, "AL2023_x86_64_NVIDIA"],
  ])("%j gives %s", (change, image) => {
    expect(groupsOf(withWindows(change))["main"]!.amiType).toBe(image);
  });

  it.each<[object, string]>([
    [
      { imageFamily: "windows-core-2022", instanceTypes: ["m6g.large"] },
      `.imageFamily: expected an image family for m6g.large, got "windows-core-2022"; windows-core-2022 has no image for arm64   [group-image]`,
    ],
    [
      { imageFamily: "bottlerocket", instanceTypes: ["inf2.xlarge"] },
      `.imageFamily: expected an image family for inf2.xlarge, got "bottlerocket"; bottlerocket has no image for x86_64 with drivers of neuron   [group-image]`,
    ],
    [
      { imageFamily: "bottlerocket-fips", instanceTypes: ["g5.xlarge"] },
      `.imageFamily: expected nothing here for aws provider 5.100.0, got "BOTTLEROCKET_x86_64_NVIDIA_FIPS"; it needs aws provider 6.25.0 or newer   [provider-version]`,
    ],
    [{ imageFamily: "windows-core-2025" }, `.imageFamily: expected nothing here for aws provider 5.100.0, got "windows-core-2025"; it needs aws provider 6.25.0 or newer   [provider-version]`],
    [
      { imageFamily: "al2023", amiType: "BOTTLEROCKET_x86_64", instanceTypes: ["m5.large"] },
      `: expected at most one of amiType, imageFamily, image, got {"instanceTypes":["m5.large"],"sizes":{"min":1,"desired":2,"max":3},"imageFamily":"al2023","amiType":"BOTTLEROCKET_x86_6…   [group-image-choice]`,
    ],
  ])("%j is refused in one line", (change, line) => {
    expect(said(refusals(withWindows(change)))).toEqual([line]);
  });
});

describe("a SPOT group is warned of", () => {
  const spot = (change: object) => group({ capacity: "SPOT", ...change });
  const list = `try ["m5.large","m8a.large","m8i.large","m7a.large","m7i.large"]`;

  it.each<[string, Environment, readonly string[]]>([
    [
      "with few pools, and told what to add",
      spot({ instanceTypes: ["m5.large"] }),
      [`.instanceTypes: expected SPOT types for at least 10 pools (types × zones), got "1 in 2 zones"; the fewer pools, the more interruptions; ${list}   [spot-pools]`],
    ],
    [
      "with few pools by its own wish",
      wish({ most: 2 }, { capacity: "SPOT" }),
      [
        `: expected SPOT types for at least 10 pools (types × zones), got "2 in 2 zones"; the fewer pools, the more interruptions; try {"instanceTypes":["m8a.large","m8i.large","m7a.large","m7i.large","m6a.large"]}   [spot-pools]`,
      ],
    ],
    [
      "with few pools where nothing is known of the region, without a suggestion",
      inRegion("us-gov-west-1", spot({ instanceTypes: ["m5.large"] })),
      [`.instanceTypes: expected SPOT types for at least 10 pools (types × zones), got "1 in 2 zones"; the fewer pools, the more interruptions   [spot-pools]`],
    ],
    [
      "in one zone of two",
      spot({ instanceTypes: "m8a m8i m7a m7i m6a m6i m5 m5a m5d m5n".split(" ").map((family) => `${family}.large`), zones: ["us-east-1a"] }),
      [`.zones: expected more than one zone for SPOT, got ["us-east-1a"]; a zone without capacity would leave no node; try ["us-east-1a","us-east-1b"]   [spot-zone]`],
    ],
    [
      "of burstable types",
      spot({ instanceTypes: ["t3.large", "m5.large", "m8a.large", "m8i.large", "m7a.large"] }),
      [
        `.instanceTypes: expected no burstable types for SPOT, got ["t3.large"]; a short life earns few credits, and what is used beyond them is paid for; try ["m5.large","m8a.large","m8i.large","m7a.large","m7i.large"]   [spot-burstable]`,
      ],
    ],
    [
      "of unequal memory",
      spot({ instanceTypes: ["m5.large", "r5.large", "m8a.large", "m8i.large", "m7a.large"] }),
      [
        `.instanceTypes: expected SPOT types of one size, got ["2 vCPUs with 8 GiB","2 vCPUs with 16 GiB"]; which of them comes is chance, so a number of nodes says nothing of their room; ${list}   [spot-sizes]`,
      ],
    ],
    [
      "of one family",
      spot({ instanceTypes: ["m5.large", "m5.xlarge", "m5.2xlarge", "m5.4xlarge", "m5.8xlarge"] }),
      [
        `.instanceTypes: expected SPOT types of one size, got ["2 vCPUs with 8 GiB","4 vCPUs with 16 GiB","8 vCPUs with 32 GiB","16 vCPUs with 64 GiB","32 vCPUs with 128 GiB"]; which of them comes is chance, so a number of nodes says nothing of their room; ${list}   [spot-sizes]`,
        `.instanceTypes: expected SPOT types of more than one family, got "m5"; types of a family run out together; ${list}   [spot-family]`,
      ],
    ],
  ])("%s", (_, environment, lines) => {
    expect(refusals(environment)).toEqual([]);
    expect(said(warnings(environment))).toEqual(lines);
  });

  it.each<[string, Environment]>([
    ["with ten pools", spot({ instanceTypes: ["m5.large", "m8a.large", "m8i.large", "m7a.large", "m7i.large"] })],
    ["that takes all there is", spot({ instanceTypes: ["inf2.xlarge"] })],
    ["by a wish", wish({}, { capacity: "SPOT" })],
    ["on demand, whatever its types", group({ instanceTypes: ["t3.large"], zones: ["us-east-1a"] })],
  ])("but not one %s", (_, environment) => {
    expect([...refusals(environment), ...warnings(environment)]).toEqual([]);
  });

  it("and the suggestion ends the warning", () => {
    expect(warnings(spot({ instanceTypes: ["m5.large", "m8a.large", "m8i.large", "m7a.large", "m7i.large"] }))).toEqual([]);
  });
});

describe("types of unequal sizes under an autoscaler", () => {
  const unequal = { instanceTypes: ["m5.large", "m5.xlarge"], autoscaler: {} };

  it.each(["ON_DEMAND", "SPOT"])("are refused, %s", (capacity) => {
    const environment = group({ ...unequal, capacity });
    expect(said(refusals(environment))).toEqual([
      `.instanceTypes: expected instance types of one size, got ["2 vCPUs with 8 GiB","4 vCPUs with 16 GiB"]; the autoscaler takes every node for the same   [autoscaler-sizes]`,
    ]);
    expect(warnings(environment)).toEqual([]);
  });

  it("are not where there is none, nor types of one size", () => {
    expect([...refusals(group({ ...unequal, autoscaler: null })), ...refusals(group({ ...unequal, instanceTypes: ["m5.large", "m5a.large"] }))]).toEqual([]);
  });
});

it("a SPOT group in each zone has the pools of its zone", () => {
  const environment = group({ capacity: "SPOT", perZone: {}, instanceTypes: ["m5.large", "m8a.large", "m8i.large", "m7a.large", "m7i.large"] });
  expect(said(warnings(environment)).map((line) => line.split("; try")[0])).toEqual([
    `.instanceTypes: expected SPOT types for at least 10 pools (types × zones), got "5 in 1 zone"; the fewer pools, the more interruptions`,
  ]);
});

it("a type that the region is not known to offer is warned of", () => {
  expect(said(warnings(inRegion("eu-west-3", group({ instanceTypes: ["m5.large", "m8a.large"] }))))).toEqual([
    `.instanceTypes[1]: expected an instance type that eu-west-3 is known to offer, got "m8a.large"   [instance-region]`,
  ]);
});

describe("the shipped environments", () => {
  it.each([dev, local, prod, staging])("$name is without a warning", (environment) => {
    expect(warnings(environment)).toEqual([]);
  });

  it("have these types", () => {
    const types = Object.fromEntries([dev, local, prod, staging].map((environment) => [environment.name, Object.fromEntries(Object.entries(groupsOf(environment)).map(([key, { instanceTypes }]) => [key, instanceTypes.join(" ")]))]));
    expect(types).toEqual({
      dev: { spot: "m8a.large m8i.large m7a.large m7i.large m6a.large m6i.large m5.large m5a.large m8i-flex.large m8ib.large m8id.large m8in.large m7i-flex.large m6id.large m6in.large m5ad.large m5d.large m5n.large m8azn.large m8idb.large" },
      local: { system: "m6g.large", spot: "m5.large m5a.large m5d.large m5n.large m6i.large" },
      prod: { spot: "m5.large m5a.large m5d.large m5n.large" },
      staging: { system: "m6g.large", spot: "m5.large m5a.large m5d.large m5n.large" },
    });
  });
});
