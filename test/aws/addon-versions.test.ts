import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addonMinor, addonVersions, corednsMinors, knownAddonVersion } from "../../aws/addon-versions";
import { creatableVersions, minorOf } from "../../aws/kubernetes-versions";
import { projectRoot } from "../../cli/root";

const pinned = Object.entries(addonVersions).flatMap(([addon, versions]) => Object.entries(versions).map(([kubernetes, version]) => [addon, kubernetes, version] as const));

describe("versions of add-ons", () => {
  it("of kube-proxy and coredns are for their Kubernetes version, for each that a cluster may be made with", () => {
    for (const kubernetes of creatableVersions()) {
      expect(addonMinor(knownAddonVersion("kube-proxy", kubernetes)!)).toBe(minorOf(kubernetes));
      expect(corednsMinors[kubernetes]).toContain(addonMinor(knownAddonVersion("coredns", kubernetes)!));
      expect(knownAddonVersion("vpc-cni", kubernetes)).toBeDefined();
    }
  });

  it("that nobody knows are left to EKS", () => {
    expect([knownAddonVersion("adot", "1.35"), knownAddonVersion("vpc-cni", "1.99"), knownAddonVersion("toString", "1.35"), addonMinor("v6.4.0-eksbuild.1")]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it("are all offered by the emulator", () => {
    const { addons } = JSON.parse(readFileSync(join(projectRoot, "emulator/facts/addons.json"), "utf8")) as { addons: Record<string, { releases: { version: string; clusters: string[] }[] }> };
    const offered = ([addon, kubernetes, version]: (typeof pinned)[number]) => addons[addon]!.releases.some((release) => release.version === version && release.clusters.includes(kubernetes));
    expect(pinned.filter((pin) => !offered(pin))).toEqual([]);
  });
});
