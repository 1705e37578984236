import { dev } from "../../envs/dev/environment";
import type { Environment } from "../../envs/environment";
import { stacksOf } from "./stack";

const layered: Environment = { ...dev, layout: "layered", platform: {} };

describe("layers of an environment", () => {
  const stacks = stacksOf(layered);

  it("each has a stack and a state of its own, in the order in which they are made", () => {
    const keys = Object.entries(stacks).map(([name, stack]) => [name, stack["terraform"].backend.s3.key]);
    expect(keys).toEqual([
      ["dev-network", "eks-platform/dev/network/terraform.tfstate"],
      ["dev-cluster", "eks-platform/dev/cluster/terraform.tfstate"],
      ["dev-platform", "eks-platform/dev/platform/terraform.tfstate"],
    ]);
  });

  it("every output that a layer reads is one that the layer below has", () => {
    const read = Object.values(stacks).flatMap((stack) => [...JSON.stringify(stack).matchAll(/data\.terraform_remote_state\.(\w+)\.outputs\.(\w+)/g)].map(([, layer, output]) => [layer!, output!] as const));
    expect(new Set(read.map(([layer]) => layer))).toEqual(new Set(["network", "cluster"]));
    for (const [layer, output] of read) expect(Object.keys(stacks[`dev-${layer}`]!["output"])).toContain(output);
  });

  it("a layer requires the providers that it uses", () => {
    const providers = Object.entries(stacks).map(([name, stack]) => [name, Object.keys(stack["terraform"].required_providers)]);
    expect(providers).toEqual([
      ["dev-network", ["aws"]],
      ["dev-cluster", ["aws"]],
      ["dev-platform", ["aws", "helm", "kubernetes"]],
    ]);
  });

  it("the addresses of a layer are those of the one stack", () => {
    const addresses = (stack: object) => Object.entries((stack as { resource?: object }).resource ?? {}).flatMap(([type, named]) => Object.keys(named as object).map((name) => `${type}.${name}`));
    const one = Object.values(stacksOf({ ...layered, layout: "one" }));
    expect(one).toHaveLength(1);
    expect(Object.values(stacks).flatMap(addresses).sort()).toEqual(addresses(one[0]!).sort());
  });
});
