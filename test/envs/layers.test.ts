import { checkEnvironment } from "../../envs/checks";
import { dev } from "../../envs/dev/environment";
import type { Environment } from "../../envs/environment";
import { describe as describeProblem } from "../../kernel";
import { stacksOf } from "./stack";

const deployer = { principalArn: dev.provider!.roleArn!, policies: { AmazonEKSClusterAdminPolicy: {} } };
const layered: Environment = { ...dev, layout: "layered", platform: {}, cluster: { ...dev.cluster, accessEntries: { deployer } } };

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

  it.each<[string, Environment["state"], object]>([
    [
      "S3, in the role of the state",
      { s3: { ...dev.state.s3!, key: "teams/<layer>.tfstate", roleArn: "arn:aws:iam::111111111111:role/state" } },
      { backend: "s3", config: { bucket: "example-terraform-states-dev", key: "teams/network.tfstate", region: "us-east-1", assume_role: { role_arn: "arn:aws:iam::111111111111:role/state" } } },
    ],
    ["Terraform Cloud", { cloud: { organization: "example" } }, { backend: "remote", config: { organization: "example", hostname: "app.terraform.io", workspaces: { name: "eks-platform-dev-network" } } }],
    ["a file", { local: {} }, { backend: "local", config: { path: "../dev-network/terraform.dev-network.tfstate" } }],
  ])("reads the layer below where that one writes: %s", (_, state, read) => {
    const { "dev-network": network, "dev-cluster": cluster } = stacksOf({ ...layered, state });
    expect(cluster!["data"].terraform_remote_state.network).toEqual(read);
    const written = network!["terraform"].cloud ?? network!["terraform"].backend;
    const { config } = read as { config: { key?: string; path?: string; workspaces?: object } };
    expect(written).toMatchObject(config.key ? { s3: { key: config.key } } : config.path ? { local: { path: config.path.slice("../dev-network/".length) } } : { workspaces: config.workspaces });
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

describe("what a layered environment and a platform need", () => {
  const state = (key: string) => ({ s3: { ...dev.state.s3!, key } });
  const sentence = (data: Environment) => checkEnvironment(data).problems.map(describeProblem);

  it("refuses one key for all layers", () => {
    expect(sentence({ ...layered, platform: null, state: state("teams/dev.tfstate") })).toEqual([
      'envs/dev/environment.ts state.s3.key: expected a key with <layer> in it, got "teams/dev.tfstate"; each layer has a state of its own   [state-key-layer]',
    ]);
    expect(sentence({ ...layered, platform: null, state: state("teams/dev/<layer>.tfstate") })).toEqual([]);
    expect(sentence({ ...dev, state: state("teams/dev.tfstate") })).toEqual([]);
  });

  it("refuses a platform that the deploying role may not install", () => {
    expect(sentence({ ...dev, platform: {} })).toEqual([
      'envs/dev/environment.ts platform.access: expected an access entry of arn:aws:iam::111111111111:role/platform-deploy with AmazonEKSClusterAdminPolicy for the whole cluster, got ["developers"]; it installs what runs inside the cluster   [platform-access]',
    ]);
    const letIn = (access: object) => ({ ...dev, platform: {}, cluster: { ...dev.cluster, accessEntries: { deployer: { ...deployer, policies: { AmazonEKSClusterAdminPolicy: access } } }, creatorAdmin: false } });
    expect(sentence(letIn({ namespaces: ["shop"] })).filter((text) => text.endsWith("[platform-access]"))).toHaveLength(1);
    expect(sentence(letIn({}))).toEqual([]);
    // Whoever made the cluster, and a role that is somebody's own affair.
    expect(sentence({ ...dev, platform: {}, cluster: { ...dev.cluster, creatorAdmin: true } })).toEqual([]);
    expect(sentence({ ...dev, platform: { access: { exec: { roleArn: dev.cluster.accessEntries!["developers"]!.principalArn } } } })).toEqual([]);
  });
});
