import type { Environment } from "../../envs/environment";
import { planFiles } from "../harness";
import { offlineProvider, planned } from "../offline";
import { problemsOf } from "../synth";
import { cluster, existing, network, qa, qaWith } from "./example";
import { stackOf } from "./stack";

const ids = { "us-east-1a": "subnet-0a", "us-east-1b": "subnet-0b" };

/** Planned without AWS, with the default tags of the environment's own provider. */
async function planOf(environment: Environment) {
  const stack = stackOf(environment);
  const { provider, ...json } = planned(stack);
  return planFiles({ "cdk.tf.json": { ...json, provider: { aws: { ...provider.aws, default_tags: stack["provider"].aws[0].default_tags } } } });
}

it("an environment in an existing network makes none, and takes text as written", async () => {
  // Terraform reads its JSON as templates: unescaped, these would be evaluated.
  const text = 'a ${var.secret} %{ if true }b"\\';
  const environment = existing(
    {},
    {
      tags: { [`note ${text}`]: text },
      nodeGroups: { main: { ...qa.nodeGroups?.["main"], scriptBefore: `#!/bin/sh\necho ${text}` } },
      nodePolicies: { registry: "arn:aws:iam::444444444444:policy/registry" },
    },
  );
  const everything = { Environment: "qa", ManagedBy: "terraform", [`note ${text}`]: text };
  const { resources } = await planOf(environment);
  expect(Object.keys(resources).filter((address) => /aws_(vpc|subnet|nat_gateway|route)\b/.test(address))).toEqual([]);
  expect(resources['aws_iam_role_policy_attachment.node_groups_further["registry"]']).toMatchObject({ policy_arn: "arn:aws:iam::444444444444:policy/registry" });
  // Without intra subnets the control plane stands where the nodes do.
  expect(resources["aws_eks_cluster.cluster_this"]).toMatchObject({ tags_all: everything, vpc_config: [{ subnet_ids: Object.values(ids) }] });
  const nodes = resources[`aws_eks_node_group.node_groups_this["main"]`]!;
  expect(nodes).toMatchObject({ subnet_ids: Object.values(ids) });
  const userData = resources[`aws_launch_template.node_groups_this["main"]`]!["user_data"] as string;
  expect(Buffer.from(userData, "base64").toString("utf8")).toContain(`#!/bin/sh\necho ${text}\n`);
  // Auto Scaling does not know the provider's default tags, so the group brings them itself.
  expect(nodes["tags"]).toEqual(everything);
  const instance = resources[`aws_launch_template.node_groups_this["main"]`]!["tag_specifications"].find((one: { resource_type: string }) => one.resource_type === "instance");
  expect(instance.tags).toMatchObject(everything);
});

it("a private environment has no way to the internet, and its nodes reach AWS through endpoints", async () => {
  const services = ["ec2", "ecr.api", "ecr.dkr", "eks", "sts"];
  const { resources } = await planOf(network({ nat: "none", publicSubnets: null, interfaceEndpoints: Object.fromEntries(services.map((service) => [service, {}])) }));
  const addresses = Object.keys(resources);
  expect(addresses.filter((address) => /aws_(internet_gateway|nat_gateway|eip)\b/.test(address))).toEqual([]);
  expect(services.filter((service) => !addresses.some((address) => address.startsWith("aws_vpc_endpoint.") && address.includes(`["${service}"]`)))).toEqual([]);
  expect(resources["aws_eks_cluster.cluster_this"]).toMatchObject({ vpc_config: [{ endpoint_private_access: true, endpoint_public_access: false }] });
});

describe("an environment on a newer provider", () => {
  const newer = (changes: Readonly<Record<string, unknown>>) => ({ ...qaWith(changes), provider: { version: "6.25.0" as const } });

  it("has what came with it", () => {
    const json = stackOf({ ...newer({ network: { ...qa.network, nat: "regional", publicSubnets: null } }), cluster: { ...qa.cluster, deletionProtection: false } });
    expect(json["terraform"].required_providers.aws.version).toBe("6.25.0");
    expect(Object.keys(json["resource"].aws_nat_gateway)).toContain("network_regional");
    expect(json["variable"].cluster.default.deletion_protection).toBe(false);
    expect(json["resource"].aws_eks_cluster.cluster_this.deletion_protection).toBe("${var.cluster.deletion_protection}");
  });

  it("is refused the same on an older one, with the version that it needs", () => {
    const regional = network({ nat: "regional", publicSubnets: null });
    expect(problemsOf(() => stackOf({ ...regional, cluster: cluster({ deletionProtection: false }).cluster }))).toEqual([
      `envs/qa/environment.ts network.nat: expected nothing here for aws provider 5.100.0, got "regional"; it needs aws provider 6.24.0 or newer   [provider-version]`,
      `envs/qa/environment.ts cluster.deletionProtection: expected nothing here for aws provider 5.100.0, got false; it needs aws provider 6.9 or newer   [provider-version]`,
    ]);
  });

  it("is protected from deletion unless it says otherwise", () => {
    expect(stackOf(newer({}))["variable"].cluster.default.deletion_protection).toBe(true);
    expect(JSON.stringify(stackOf(qa))).not.toContain("deletion_protection");
  });
});

it("roles in another account are planned with that account's provider, beside its own copy of the OIDC provider", async () => {
  const stack = stackOf(
    qaWith({ otherAccounts: { audit: { account: "555555555555", identities: { auditor: { namespace: "shop", serviceAccount: "auditor", method: "irsa", permissions: { xray: {} } } } } } }),
  );
  const own = (stack["provider"].aws as { readonly alias?: string }[]).map(({ alias }) => ({ ...offlineProvider, ...(alias !== undefined && { alias }) }));
  const { resources, json } = await planFiles({ "cdk.tf.json": { ...planned(stack), provider: { aws: own } } });
  const there = Object.keys(resources).filter((address) => address.includes("audit"));
  expect(there).toEqual(expect.arrayContaining([expect.stringMatching(/^aws_iam_role\..*\["auditor"\]$/), expect.stringMatching(/^aws_iam_openid_connect_provider\./), expect.stringMatching(/^aws_iam_role_policy\..*xray/)]));
  const providers = (json["configuration"].root_module.resources as { address: string; provider_config_key: string }[]).filter(({ address }) => address.includes("audit")).map(({ provider_config_key: key }) => key);
  expect(new Set(providers)).toEqual(new Set(["aws.audit"]));
});
