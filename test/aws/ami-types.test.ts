import { amiType, amiTypeFor, amiTypes, type AmiType } from "../../aws/ami-types";

const all: readonly AmiType[] = amiTypes;

describe("AMI types", () => {
  it("the columns agree with what each name says", () => {
    for (const { amiType: name, architecture, accelerator, fips, release } of all) {
      if (name === "CUSTOM") continue;
      expect(architecture).toBe(name.includes("ARM_64") ? "arm64" : "x86_64");
      expect(accelerator).toBe(/NVIDIA|GPU/.test(name) ? "nvidia" : name.includes("NEURON") ? "neuron" : undefined);
      expect(fips ?? false).toBe(name.endsWith("_FIPS"));
      expect(release).toBe(/_(20\d\d)_/.exec(name)?.[1]);
    }
  });

  it("every type that has not ended is the answer to its own columns", () => {
    const asked = all.filter(({ architecture }) => architecture !== undefined);
    expect(asked.length).toBe(22);
    for (const { amiType: name, family, architecture, accelerator, fips, release } of asked) {
      if (family === "custom" || architecture === undefined) throw new Error("bug: filtered");
      expect(amiTypeFor(family, architecture, accelerator, { ...(fips && { fips }), ...(release && { release }) })).toBe(name);
    }
  });

  it.each([
    ["bottlerocket", "x86_64", "neuron"],
    ["al2023", "arm64", "neuron"],
    ["windows-core", "arm64", undefined],
  ] as const)("AWS makes no %s image for %s with %s", (family, architecture, accelerator) => {
    expect(amiTypeFor(family, architecture, accelerator)).toBeUndefined();
  });

  it("Amazon Linux 2 has ended with Kubernetes 1.32, all of it and nothing else", () => {
    expect(all.filter(({ ended }) => ended !== undefined).map(({ family }) => family)).toEqual(["al2", "al2", "al2"]);
    expect(amiType("AL2_x86_64")?.ended).toEqual({ lastKubernetes: "1.32", on: "2025-11-26" });
    expect(amiType("AL2_x86")).toBeUndefined();
  });
});
