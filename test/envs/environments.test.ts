import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { dev } from "../../envs/dev/environment";
import { local } from "../../envs/local/environment";
import { prod } from "../../envs/prod/environment";
import { clusterProviderVersions } from "../../envs/provider-versions";
import { staging } from "../../envs/staging/environment";
import { stackOf, stacksOf } from "./stack";

const checkout = resolve(__dirname, "..", "..");
const read = (path: string) => readFileSync(join(checkout, path), "utf8");
const shipped = { dev, local, prod, staging };
const folders = readdirSync(join(checkout, "envs")).filter((name) => existsSync(join(checkout, "envs", name, "environment.ts")));
const stacks = Object.values(shipped).flatMap((environment) => Object.entries(stacksOf(environment)).map(([stack, json]) => ({ stack, environment, json })));
const remote = stacks.filter(({ environment }) => environment.state.s3);

it("every folder is an environment of that name, in main.ts, with an entry point of its own", () => {
  expect(folders.toSorted()).toEqual(Object.keys(shipped));
  expect(Object.entries(shipped).map(([folder, { name }]) => [folder, name])).toEqual(folders.toSorted().map((name) => [name, name]));
  const main = read("main.ts");
  for (const name of folders) {
    expect(main).toContain(`import { ${name} } from "./envs/${name}/environment";`);
    expect(/synthesize\(\[(.*?)\]/.exec(main)?.[1]?.split(", ")).toContain(name);
    expect(read(`envs/${name}/main.ts`)).toContain(`runProgram(() => synthesize([${name}]));`);
  }
});

it("prod and staging are stacks in layers, dev and local one each", () => {
  expect(stacks.map(({ stack }) => stack)).toEqual(["dev", "local", "prod-network", "prod-cluster", "prod-platform", "staging-network", "staging-cluster", "staging-platform"]);
});

const pins = stacks.flatMap(({ json }) => Object.values(json["terraform"].required_providers as Record<string, { source: string; version: string }>));

it("every provider that a stack pins, or may pin for what runs inside a cluster, has a lock file, and every lock file is one's", () => {
  const names = [...pins.map(({ source, version }) => `${source.split("/")[1]}-${version}.hcl`), ...Object.entries(clusterProviderVersions).map(([name, version]) => `${name}-${version}.hcl`)];
  expect(readdirSync(join(checkout, "locks")).toSorted()).toEqual([...new Set(names)].toSorted());
});

it.each(readdirSync(join(checkout, "locks")))("the lock file %s is of that provider and version, for every machine", (file) => {
  const [, name, version] = /^([a-z]+)-(.*)\.hcl$/.exec(file)!;
  const locked = [...read(`locks/${file}`).matchAll(/^provider "(.*)" \{\n {2}version {5}= "(.*)"\n {2}constraints = "(.*)"\n {2}hashes = \[([^\]]*)\]/gm)];
  expect(locked.map(([, source, pinned, constraints]) => [source, pinned, constraints])).toEqual([[`registry.terraform.io/hashicorp/${name}`, version, version]]);
  // Those who review and those who deploy sit at different machines: the hashes of the registry cover them all.
  expect(locked[0]![4]!.match(/"zh:/g)?.length).toBeGreaterThan(10);
});

it("prod is the classic example", () => {
  const { network, cluster, node_groups: nodes, addons } = Object.fromEntries(Object.entries(stackOf({ ...prod, layout: "one" })["variable"]).map(([name, variable]) => [name, (variable as { default: any }).default]));
  expect(network).toMatchObject({ cidr: "10.10.0.0/16", zones: ["us-east-1a", "us-east-1b", "us-east-1c"] });
  expect(cluster).toMatchObject({ name: "eks-prod", kubernetes_version: "1.35" });
  expect(Object.values(nodes.groups)).toEqual([
    expect.objectContaining({
      capacity: "SPOT",
      instance_types: ["m5.large", "m5a.large", "m5d.large", "m5n.large"],
      sizes: { min: 1, desired: 2, max: 5 },
      ami_type: "AL2023_x86_64_STANDARD",
    }),
  ]);
  const overwrite = { resolve_conflicts_on_create: "OVERWRITE", resolve_conflicts_on_update: "OVERWRITE" };
  expect(addons.addons).toMatchObject({ coredns: overwrite, "kube-proxy": overwrite, "vpc-cni": overwrite });
  // And the driver that its storage class needs.
  expect(Object.keys(addons.addons)).toHaveLength(4);
});

describe.each(stacks)("the stack $stack", ({ environment: { name, account, region, provider }, json }) => {
  it("has one provider, which touches one account and region, tags everything and leaves controllers' tags alone", () => {
    const [aws, ...others] = json["provider"].aws;
    expect(others).toEqual([]);
    expect(aws).toMatchObject({ region, allowed_account_ids: [account] });
    expect(aws.default_tags).toEqual([{ tags: expect.objectContaining({ Environment: name, ManagedBy: "terraform" }) }]);
    expect(aws.ignore_tags[0].key_prefixes).toEqual(expect.arrayContaining(["k8s.io/cluster-autoscaler/", "elbv2.k8s.aws/", "eks:"]));
    expect(aws.assume_role).toEqual(provider?.roleArn == null ? undefined : [{ role_arn: provider.roleArn, session_name: `eks-platform-${name}` }]);
  });

  it("pins its providers exactly", () => {
    expect(json["terraform"].required_version).toBe(">= 1.11");
    const { aws, ...others } = json["terraform"].required_providers as Record<string, { version: string }>;
    expect(aws!.version).toBe("5.100.0");
    expect(Object.values(others).filter(({ version }) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });
});

it.each(remote)("$stack assumes a role of its own account", ({ environment: { account, provider } }) => {
  expect(provider?.roleArn).toContain(`:${account}:`);
});

it.each(remote)("the state of $stack is in S3 with lock file, table and key", ({ stack, environment: { name, account }, json }) => {
  expect(json["terraform"].backend).toEqual({
    s3: {
      bucket: `example-terraform-states-${name}`,
      key: `eks-platform/${stack.replace("-", "/")}/terraform.tfstate`,
      region: "us-east-1",
      encrypt: true,
      kms_key_id: expect.stringContaining(`:${account}:key/`),
      use_lockfile: true,
      dynamodb_table: "terraform-locks",
    },
  });
});

it("the state of local is a file beside the output, on any machine", () => {
  expect(stackOf(local)["terraform"].backend).toEqual({ local: { path: "terraform.local.tfstate" } });
});

it("a state can be in Terraform Cloud", () => {
  const { terraform } = stackOf({ ...local, state: { cloud: { organization: "example" } } });
  expect(terraform).toMatchObject({ cloud: { organization: "example", hostname: "app.terraform.io", workspaces: { name: "eks-platform-local" } } });
  expect(terraform.backend).toBeUndefined();
});

it("accounts, networks and cluster names of the shipped environments are all different", () => {
  const all = Object.values(shipped);
  for (const values of [all.map(({ account }) => account), all.map(({ network }) => network?.cidr), all.map(({ cluster }) => cluster.name)]) expect(new Set(values).size).toBe(4);
});
