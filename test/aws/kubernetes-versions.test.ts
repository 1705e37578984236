import { readFileSync } from "node:fs";
import {
  creatableVersions,
  kubernetesSupport,
  kubernetesVersions,
  kubernetesVersionsAsOf,
  minorOf,
  newestVersion,
} from "../../aws/kubernetes-versions";
import { domainFacts, domainFactsMissing } from "../domain-facts";
import { itUnless } from "../skip";

const source = "domain/data/eks_versions.json";

interface Recorded {
  readonly asOf: string;
  readonly versions: readonly { readonly v: string; readonly eksRelease: string; readonly endStandard: string; readonly endExtended: string }[];
}

describe("Kubernetes versions", () => {
  itUnless(domainFactsMissing(source), "every date is the one that endoflife.date has", () => {
    const { asOf, versions } = JSON.parse(readFileSync(domainFacts(source)!, "utf8")) as Recorded;
    expect(asOf).toContain(kubernetesVersionsAsOf);
    expect(kubernetesVersions).toEqual(
      versions.map(({ v, eksRelease, endStandard, endExtended }) => ({
        version: v,
        released: eksRelease,
        standardSupportEnds: endStandard,
        extendedSupportEnds: endExtended,
      })),
    );
  });

  it("versions follow each other newest first without a gap, and each date follows the one before", () => {
    const minors = kubernetesVersions.map(({ version }) => minorOf(version));
    expect(minors).toEqual(minors.map((_, index) => minors[0]! - index));
    for (const { released, standardSupportEnds, extendedSupportEnds } of kubernetesVersions) {
      expect([released, standardSupportEnds, extendedSupportEnds]).toEqual([released, standardSupportEnds, extendedSupportEnds].toSorted());
    }
  });

  it.each([
    ["1.34", "2026-12-02", "standard"],
    ["1.34", "2026-12-03", "extended"],
    ["1.31", "2026-11-26", "extended"],
    ["1.31", "2026-11-27", "ended"],
    ["1.36", "2026-06-01", "unknown"],
    ["1.36", "2026-06-02", "standard"],
    ["1.24", "2026-08-22", "ended"],
    ["1.99", "2026-08-22", "unknown"],
    ["1.3x", "2026-08-22", "unknown"],
    ["v1.34", "2026-08-22", "unknown"],
  ])("%s on %s is in support: %s", (version, day, support) => {
    expect(kubernetesSupport(version, day)).toBe(support);
    expect(kubernetesSupport(version, new Date(`${day}T12:00:00Z`))).toBe(support);
  });

  it("without a day the day of the data counts, whatever the clock says", () => {
    jest.useFakeTimers({ now: new Date("2040-01-01") });
    expect(kubernetesSupport("1.36")).toBe("standard");
    expect(kubernetesSupport("1.33")).toBe("extended");
    expect(kubernetesSupport("1.30")).toBe("ended");
    jest.useRealTimers();
  });

  it("new clusters may have what is in standard or extended support", () => {
    expect(creatableVersions("2026-11-21")).toEqual(["1.36", "1.35", "1.34", "1.33", "1.32", "1.31"]);
    expect(newestVersion("2026-05-01")).toBe("1.35");
  });

  it.each([
    ["1.34", 34],
    ["1.9", 9],
    ["1.09", undefined],
    ["2.1", undefined],
    ["1.34.2", undefined],
  ])("the minor of %s is %s", (version, minor) => {
    expect(minorOf(version)).toBe(minor);
  });
});
