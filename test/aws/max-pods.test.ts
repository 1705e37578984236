import { readFileSync } from "node:fs";
import { instanceType } from "../../aws/instance-types";
import { canDelegatePrefixes, kubeReservedMemoryMib, managedMaxPods, maxPods } from "../../aws/max-pods";
import { domainFacts, domainFactsMissing } from "../domain-facts";
import { itUnless } from "../skip";

const source = "domain/data/eni-max-pods.txt";

describe("pods of a node", () => {
  itUnless(domainFactsMissing(source), "the formula gives the number that AWS publishes for each of its types", () => {
    const rows = readFileSync(domainFacts(source)!, "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "" && !line.startsWith("#"))
      .map((line) => line.split(/\s+/) as [string, string]);
    expect(rows.length).toBeGreaterThanOrEqual(1391);
    expect(rows.filter(([name, pods]) => maxPods(instanceType(name)!) !== Number(pods))).toEqual([]);
  });

  // https://docs.aws.amazon.com/eks/latest/best-practices/prefix-mode-linux.html and custom-networking.html
  it.each([
    [{}, 29],
    [{ customNetworking: true }, 20],
    [{ prefixDelegation: true }, 434],
    [{ prefixDelegation: true, customNetworking: true }, 290],
  ])("m5.large with %j has addresses for %i", (addressing, pods) => {
    expect(maxPods(instanceType("m5.large")!, addressing)).toBe(pods);
  });

  it.each([
    [["m5.4xlarge"], {}, 110],
    [["m5.24xlarge"], {}, 250],
    [["m5.large"], {}, 29],
    [["m5.24xlarge", "m5.large"], {}, 29],
    [["m5.large"], { prefixDelegation: true }, 110],
    [[], {}, undefined],
  ])("EKS sets for a group of %j with %j at most %s", (names, addressing, pods) => {
    expect(managedMaxPods(names.map((name) => instanceType(name)!), addressing)).toBe(pods);
  });

  it("a type of unknown vCPUs gets the lower cap", () => {
    expect(managedMaxPods([{ networkInterfaces: 15, ipv4PerInterface: 50, vcpus: undefined }])).toBe(110);
  });

  it.each([
    ["m5.large", true],
    ["m5.metal", true],
    ["m4.large", false],
  ])("%s delegates prefixes: %s", (name, can) => {
    expect(canDelegatePrefixes(instanceType(name)!)).toBe(can);
  });

  it("the kubelet keeps 11 MiB a pod and 255 MiB besides", () => {
    expect(kubeReservedMemoryMib(29)).toBe(574);
  });
});
