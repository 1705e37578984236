import { readFileSync } from "node:fs";
import {
  argumentSince,
  attributesNewerThanFloor,
  bindingsProvider,
  everywhereNewerThanFloor,
  newerThanFloor,
  providerFloor,
  resourcesNewerThanFloor,
} from "../../aws/provider-floor";

const bindings = (type: string): string =>
  readFileSync(require.resolve(`@cdktf/provider-aws/lib/${type.replace(/^aws_/, "").replaceAll("_", "-")}/index.d.ts`), "utf8");

const camel = (name: string): string => name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const minorOf = (version: string): number => Number(version.split(".")[1]);

const versions = [newerThanFloor, attributesNewerThanFloor, { everywhere: everywhereNewerThanFloor, resources: resourcesNewerThanFloor }].flatMap(
  (table) => Object.values(table as Readonly<Record<string, Readonly<Record<string, string>>>>).flatMap((fields) => Object.values(fields)),
);

describe("what the provider floor lacks", () => {
  it("the bindings are generated from the version that is named", () => {
    const { cdktf } = JSON.parse(readFileSync(require.resolve("@cdktf/provider-aws/package.json"), "utf8")) as { cdktf: { provider: { version: string } } };
    expect(cdktf.provider.version).toBe(bindingsProvider);
  });

  it("every version lies between the floor and the bindings", () => {
    expect(providerFloor).toBe("5.100.0");
    expect(versions.length).toBeGreaterThan(30);
    expect(versions.filter((version) => !/^6\.\d+$/.test(version) || minorOf(version) > minorOf(bindingsProvider))).toEqual([]);
  });

  it.each(Object.entries(newerThanFloor))("the bindings of %s have each of its newer arguments", (type, fields) => {
    const text = bindings(type);
    for (const path of Object.keys(fields)) expect(text).toMatch(new RegExp(`readonly ${camel(path.split(".").at(-1)!)}\\??:`));
  });

  it.each(Object.keys(resourcesNewerThanFloor))("the bindings have %s", (type) => {
    expect(bindings(type)).toContain(`tfResourceType = "${type}"`);
  });

  it.each([
    ["aws_eks_cluster", "deletion_protection", "6.9"],
    ["aws_eks_cluster", "name", undefined],
    ["aws_nat_gateway", "availability_mode", "6.24"],
    ["aws_eks_capability", "type", "6.25"],
    ["aws_vpc", "region", "6.0"],
    ["aws_vpc", "toString", undefined],
  ])("%s %s came with %s", (type, argument, since) => {
    expect(argumentSince(type, argument)).toBe(since);
  });
});
