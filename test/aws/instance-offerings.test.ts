import { createHash } from "node:crypto";
import { instanceFamily, isBurstable } from "../../aws/instance-families";
import { instanceOfferingTable } from "../../aws/instance-offering-table";
import { isKnownRegion, isOffered, offeringDays } from "../../aws/instance-offerings";
import { instanceType, instanceTypes } from "../../aws/instance-types";
import { regions } from "../../aws/regions";

const lines = instanceOfferingTable.trim().split("\n");

describe("what regions offer", () => {
  it.each([
    ["m5.large", "us-east-1", true],
    ["m8a.large", "us-east-1", true],
    ["m8a.large", "eu-west-3", false],
    // A family of which the region lacks sizes.
    ["c5d.large", "ap-east-1", true],
    ["c5d.metal", "ap-east-1", false],
    ["m5.large", "us-gov-west-1", undefined],
    ["dl1.24xlarge", "us-east-1", undefined],
    ["m99.large", "us-east-1", undefined],
  ])("%s in %s: %s", (type, region, offered) => {
    expect(isOffered(type, region)).toBe(offered);
  });

  it("is nothing before the first day", () => {
    expect(isOffered("m5.large", "us-east-1", "2026-11-20")).toBeUndefined();
    expect(isOffered("m5.large", "us-east-1", offeringDays().first)).toBe(true);
  });

  it.each([
    ["us-east-1", "2026-11-21", true],
    ["us-east-1", "2026-11-20", false],
    ["us-gov-west-1", "2026-11-21", false],
  ])("in %s are known on %s: %s", (region, day, known) => {
    expect(isKnownRegion(region, day)).toBe(known);
  });

  it("stands in lines of known regions and known types, one a region and day", () => {
    const wrong = lines.flatMap((line) => {
      const [region = "", day = "", ...families] = line.split(" ");
      const sizes = families.flatMap((text) => (text.split("!")[1]?.split(",") ?? []).map((size) => `${text.split("!")[0]}.${size}`));
      const known = families.every((text) => instanceTypes().some(({ name }) => name.startsWith(`${text.split("!")[0]}.`)));
      return regions.includes(region) && /^20\d\d-\d\d-\d\d$/.test(day) && known && sizes.every((type) => instanceType(type)) ? [] : [region];
    });
    expect(wrong).toEqual([]);
    expect(new Set(lines.map((line) => line.split(" ").slice(0, 2).join(" "))).size).toBe(lines.length);
  });

  // Environments choose from these lines, and from the sizes of these types. Another choice would replace node groups that exist.
  it("never changes for a day that is past, nor do the facts by which types are chosen", () => {
    const past = lines.filter((line) => line.split(" ")[1]! <= "2026-11-21");
    const facts = instanceTypes()
      .filter(({ name }) => past.some((line) => isOffered(name, line.split(" ")[0]!, "2026-11-21")))
      .map(({ name, vcpus, memoryMib, architecture, hypervisor, accelerator, spot }) => [name, vcpus, memoryMib, architecture, hypervisor, accelerator, spot].join(" "));
    const digest = createHash("sha256").update([...past, ...facts].join("\n")).digest("hex");
    expect(digest.slice(0, 16)).toBe("d90ce73527d5ad6a");
  });
});

it.each([
  ["m5", { series: "m", generation: 5, extras: 0 }],
  ["m6idn", { series: "m", generation: 6, extras: 2 }],
  ["m7g", { series: "m", generation: 7, extras: 0 }],
  ["m7i-flex", { series: "m", generation: 7, extras: 1 }],
  ["im4gn", { series: "im", generation: 4, extras: 1 }],
  ["u7in-16tb", { series: "u", generation: 7, extras: 2 }],
  ["u-6tb1", { series: "u-6tb1", generation: 0, extras: 0 }],
])("the name %s tells %j", (family, facts) => {
  expect(instanceFamily(family)).toEqual(facts);
});

it("burstable types are those of the series t", () => {
  const families = new Set(instanceTypes().map(({ name }) => name).filter(isBurstable).map((name) => name.split(".")[0]));
  expect([...families]).toEqual(["t1", "t2", "t3", "t3a", "t4g", "t8i"]);
});
