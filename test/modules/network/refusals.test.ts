import { describe as sentence, object } from "../../../kernel";
import { checkInputs, withDefaults } from "../../../kernel/check";
import type { AnySchema } from "../../../kernel/schema";
import { existingNetworkInputs } from "../../../modules/network/existing-network";
import { crossRules } from "../../../modules/network/cross-rules";
import { networkInputs } from "../../../modules/network/inputs";
import type { NetworkData } from "../../../modules/network/network-data";
import { networkProblems } from "../../../modules/network/problems";
import { inFolder, init, runTerraform } from "../../harness";
import { floor, type Json, newest } from "../../synth";
import { calls, type NetworkInput, slim } from "./networks";
import { refusedNetworks } from "./refused-networks";

const refusals = Object.entries(refusedNetworks);

/** As an environment is checked: first each input, then what lies between them. */
function problems(written: object, target = floor): string[] {
  const network = { ...slim, ...written };
  const declared = checkInputs(networkInputs, network, { path: "network", target });
  const found = declared.length > 0 ? declared : networkProblems("network", withDefaults(object(networkInputs), network) as NetworkData);
  return found.map(sentence);
}

function ruleIds(schema: AnySchema): string[] {
  const { shape, meta } = schema;
  const inner = shape.kind === "object" ? Object.values(shape.fields) : "element" in shape ? [shape.element] : [];
  return [...(meta.rules ?? []).map((rule) => rule.id), ...inner.flatMap(ruleIds)];
}

const idOf = (text: string) => /\[([a-z-]+)\]$/.exec(text)![1]!;

test.each(refusals)("synth refuses %s", (_, { written, synth }) => {
  expect(problems(written)).toEqual(synth);
});

test("several mistakes are told at once", () => {
  expect(problems({ cidr: "10.0.0.0/25", nat: "single", publicSubnets: null, natZone: "us-east-1z" }).map(idOf)).toEqual(["vpc-too-small", "nat-public-tier", "nat-zone"]);
});

test("every rule of the network is in the table, and both readers name the same", () => {
  const declared = new Set([...ruleIds(object(networkInputs)), ...Object.values(crossRules).map((rule) => rule.id)]);
  const refused = new Set(refusals.flatMap(([, { synth }]) => synth.map(idOf)));
  expect([...declared].filter((id) => !refused.has(id))).toEqual([]);
  for (const [, { synth, terraform }] of refusals.filter(([, { terraform: said }]) => said.length > 0)) {
    expect(terraform.map(idOf)).toContain(idOf(synth[0]!) === "provider-version" ? "choice" : idOf(synth[0]!));
  }
});

test("a provider that has regional NAT takes it, with an address for every zone or none", () => {
  const addresses = { "us-east-1a": "eipalloc-0a", "us-east-1b": "eipalloc-0b" };
  expect(problems({ nat: "regional", publicSubnets: null }, newest)).toEqual([]);
  expect(problems({ nat: "regional", natElasticIps: addresses }, newest)).toEqual([]);
  expect(problems({ nat: "regional", natElasticIps: { "us-east-1a": "eipalloc-0a" } }, newest).map(idOf)).toEqual(["nat-elastic-ips"]);
});

describe("the published module", () => {
  const told = refusals.filter(([, { terraform }]) => terraform.length > 0);
  const seesSeveral = new Set<string>(Object.values(crossRules).map((rule) => rule.id));
  // A wrong variable ends the plan before anything with a precondition is planned.
  test.each([
    ["variables", told.filter(([, { synth }]) => !seesSeveral.has(idOf(synth[0]!)))],
    ["preconditions", told.filter(([, { synth }]) => seesSeveral.has(idOf(synth[0]!)))],
  ])("refuses the same by its %s", async (_, cases) => {
    expect(cases.length).toBeGreaterThan(10);
    const networks = Object.fromEntries(cases.map(([, { written }], index) => [`n${index}`, { ...slim, ...written } as NetworkInput]));
    expect(await diagnostics(networks)).toEqual(cases.flatMap(([, { terraform }]) => terraform).sort());
  });
});

/** The sentences of every error that a plan of the module calls stops with. */
async function diagnostics(networks: Readonly<Record<string, NetworkInput>>): Promise<string[]> {
  return inFolder(calls(networks), async (folder) => {
    await init({ terraformDir: folder });
    const { stdout } = await runTerraform({ terraformDir: folder }, ["plan", "-json", "-lock=false"], { accept: [1] });
    const lines = stdout.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as Json);
    return lines.filter((line) => line["@level"] === "error").map((line) => (line["diagnostic"].detail as string).split("\n\n")[0]!).sort();
  });
}

test.each<[object, string]>([
  [{ vpcId: "10.0.0.0" }, 'existingNetwork.vpcId: expected a VPC id, got "10.0.0.0"   [existing-vpc-id]'],
  [{ cidr: "10.0.0.1/16" }, 'existingNetwork.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.0.0.1/16"; try "10.0.0.0/16"   [existing-vpc-cidr]'],
  [{ privateSubnetIds: { "us-east-1a": "subnet-0a" } }, 'existingNetwork.privateSubnetIds: expected at least 2 elements, got {"us-east-1a":"subnet-0a"}; a cluster needs subnets in two zones   [existing-zones-count]'],
  [{ privateSubnetIds: { a: "subnet-0a", b: "subnet-0b" } }, 'existingNetwork.privateSubnetIds: expected a map in which each key is the name of an availability zone such as us-east-1a, got {"a":"subnet-0a","b":"subnet-0b"}   [existing-private-zone]'],
  [{ privateSubnetIds: { "us-east-1a": "a", "us-east-1b": "subnet-0b" } }, 'existingNetwork.privateSubnetIds["us-east-1a"]: expected a subnet id, got "a"   [existing-private-subnet-id]'],
  [{ podSubnetIds: { "us-east-1a": "10.0.0.0/24" } }, 'existingNetwork.podSubnetIds["us-east-1a"]: expected a subnet id, got "10.0.0.0/24"   [existing-pod-subnet-id]'],
  [{ intraSubnetIds: { a: "subnet-0a" } }, 'existingNetwork.intraSubnetIds: expected a map in which each key is the name of an availability zone such as us-east-1a, got {"a":"subnet-0a"}   [existing-intra-zone]'],
  [{ natPublicIps: ["nat.example.com"] }, 'existingNetwork.natPublicIps[0]: expected an IPv4 address, got "nat.example.com"   [existing-nat-ip]'],
])("an existing network refuses %j", (written, expected) => {
  const network = { vpcId: "vpc-0a", cidr: "10.0.0.0/16", privateSubnetIds: { "us-east-1a": "subnet-0a", "us-east-1b": "subnet-0b" }, ...written };
  const found = checkInputs(existingNetworkInputs, network, { path: "existingNetwork", target: floor }).map(sentence);
  expect(found).toEqual([expected]);
});
