import { dnsSuffixOf, isZoneOf, partitionOf, partitions, regionOfZone, regions, zoneIdsWithoutControlPlane, zonesOf } from "../../aws/regions";

describe("regions", () => {
  it("each has two zones or more, named after it", () => {
    expect(regions.length).toBeGreaterThanOrEqual(38);
    for (const region of regions) {
      const zones = zonesOf(region)!;
      expect(zones.length).toBeGreaterThanOrEqual(2);
      expect(zones.map(regionOfZone)).toEqual(zones.map(() => region));
      expect(zones.every((zone) => isZoneOf(zone, region))).toBe(true);
    }
  });

  it.each([
    ["us-east-1", "aws", "amazonaws.com"],
    ["cn-north-1", "aws-cn", "amazonaws.com.cn"],
    ["us-gov-west-1", "aws-us-gov", "amazonaws.com"],
    ["eusc-de-east-1", "aws-eusc", "amazonaws.eu"],
    ["us-iso-east-1", "aws-iso", "c2s.ic.gov"],
    ["us-isob-east-1", "aws-iso-b", "sc2s.sgov.gov"],
    ["us-isof-south-1", "aws-iso-f", "csp.hci.ic.gov"],
    ["xx-new-1", "aws", "amazonaws.com"],
  ] as const)("%s lies in %s and its names end in %s", (region, partition, suffix) => {
    expect(partitionOf(region)).toBe(partition);
    expect(dnsSuffixOf(partition)).toBe(suffix);
    expect(partitions).toContain(partition);
  });

  it.each([
    ["us-east-1f", "us-east-1", true],
    ["us-east-1g", "us-east-1", false],
    ["eu-west-1a", "us-east-1", false],
    ["us-west-1c", "us-west-1", true],
    ["us-east-1-bos-1a", "us-east-1", false],
    ["us-east-1ab", "us-east-1", false],
    ["us-east-1", "us-east-1", false],
    ["xx-new-1a", "xx-new-1", undefined],
    ["a", "toString", undefined],
  ])("%s can be a zone of %s: %s", (zone, region, expected) => {
    expect(isZoneOf(zone, region)).toBe(expected);
  });

  it.each([
    ["us-gov-east-1b", "us-gov-east-1"],
    ["us-east-1-bos-1a", undefined],
    ["use1-az3", undefined],
    ["us-east-1", undefined],
  ])("the region of %s is %s", (zone, region) => {
    expect(regionOfZone(zone)).toBe(region);
  });

  it("zones without a control plane belong to known regions", () => {
    expect(Object.keys(zoneIdsWithoutControlPlane).every((region) => regions.includes(region))).toBe(true);
    expect(zonesOf("xx-new-1")).toBeUndefined();
  });
});
