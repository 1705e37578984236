import { readFileSync } from "node:fs";
import { architectureOfName, instanceType, instanceTypeNames, type InstanceType } from "../../aws/instance-types";
import { nearestInstanceType } from "../../aws/nearest-instance-type";
import { domainFacts, domainFactsMissing } from "../domain-facts";
import { itUnless } from "../skip";

interface Recorded {
  readonly enis: number;
  readonly ipv4PerEni: number;
  readonly hypervisor: string;
  readonly bareMetal?: boolean;
  readonly vcpu?: number;
  readonly memMiB?: number;
  readonly arch?: readonly string[];
  readonly gpu?: boolean;
}

const source = "domain/data/eni_limits.json";
const recorded = (): [string, Recorded][] => Object.entries(JSON.parse(readFileSync(domainFacts(source)!, "utf8")) as Record<string, Recorded>);

const all = (): InstanceType[] => instanceTypeNames().map((name) => instanceType(name)!);

describe("instance types", () => {
  itUnless(domainFactsMissing(source), "every type that the VPC CNI knows is there with its interfaces and addresses", () => {
    const types = recorded();
    expect(types.length).toBeGreaterThanOrEqual(1391);
    const wrong = types.filter(([name, { enis, ipv4PerEni }]) => {
      const known = instanceType(name);
      return known?.networkInterfaces !== enis || known.ipv4PerInterface !== ipv4PerEni;
    });
    expect(wrong).toEqual([]);
  });

  itUnless(domainFactsMissing(source), "vCPUs, memory, architecture and hypervisor agree wherever the source tells them", () => {
    const wrong = recorded().filter(([name, facts]) => {
      const known = instanceType(name)!;
      const hypervisor = facts.hypervisor === "nitro" || facts.hypervisor === "xen" ? facts.hypervisor : undefined;
      return (
        (facts.vcpu !== undefined && facts.vcpu !== known.vcpus) ||
        (facts.memMiB !== undefined && facts.memMiB !== known.memoryMib) ||
        (facts.arch?.[0] !== undefined && facts.arch[0] !== known.architecture) ||
        (facts.bareMetal ?? false) !== known.bareMetal ||
        (!known.bareMetal && hypervisor !== undefined && hypervisor !== known.hypervisor)
      );
    });
    expect(wrong).toEqual([]);
  });

  itUnless(domainFactsMissing(source), "every type with a GPU has an accelerator", () => {
    const gpus = recorded().filter(([, { gpu }]) => gpu);
    expect(gpus.length).toBeGreaterThan(60);
    expect(gpus.filter(([name]) => instanceType(name)!.accelerator === undefined)).toEqual([]);
  });

  it("a family's name tells the architecture of every type in the table", () => {
    expect(all().filter(({ name, architecture }) => architectureOfName(name) !== architecture)).toEqual([]);
  });

  it.each([
    ["m7g.large", "arm64"],
    ["a1.metal", "arm64"],
    ["im4gn.large", "arm64"],
    ["g5g.xlarge", "arm64"],
    ["g4dn.xlarge", "x86_64"],
    ["p6e-gb200.36xlarge", "arm64"],
    ["m99gd.large", "arm64"],
    ["mac2-m2.metal", "arm64_mac"],
  ])("the name %s tells %s", (name, architecture) => {
    expect(architectureOfName(name)).toBe(architecture);
  });

  it("each line of the table is whole, and no name is there twice", () => {
    const names = instanceTypeNames();
    expect(new Set(names).size).toBe(names.length);
    const broken = all().filter(
      (type) =>
        !/^[a-z0-9-]+\.[a-z0-9-]+$/.test(type.name) ||
        [type.vcpus, type.memoryMib].some((value) => value !== undefined && !(value > 0)) ||
        !(type.networkInterfaces > 0 && type.ipv4PerInterface > 0),
    );
    expect(broken).toEqual([]);
  });

  it.each(["", "m5", "m5.larg", "M5.large", "m5.large ", "\nm5.large", "toString"])("%j is no instance type", (name) => {
    expect(instanceType(name)).toBeUndefined();
  });

  it("m5.large has the facts that AWS publishes", () => {
    expect(instanceType("m5.large")).toEqual({
      name: "m5.large",
      architecture: "x86_64",
      vcpus: 2,
      memoryMib: 8192,
      networkInterfaces: 3,
      ipv4PerInterface: 10,
      hypervisor: "nitro",
      bareMetal: false,
      accelerator: undefined,
      spot: true,
    });
  });

  it.each([
    ["m5.larg", "m5.large"],
    ["m5large", "m5.large"],
    ["T3.Medium", "t3.medium"],
    ["c6g.2xlage", "c6g.2xlarge"],
    ["m7.large", "m7a.large"],
    ["completely-else", undefined],
  ])("nearest to %s is %s", (wrong, right) => {
    expect(nearestInstanceType(wrong)).toBe(right);
  });
});
