import { grouped } from "../../../review/grouped";
import type { AttributeChange } from "../../../review/report/review";
import { largePlan, recordedPlan } from "../large-plan";
import { onlyLayer, reviewOfPlans } from "./planned";

const recorded = (name: string) => reviewOfPlans({ local: recordedPlan(name) });
const lines = (attributes: readonly AttributeChange[]) => attributes.map(({ path, before, after }) => `${path}: ${before.text} → ${after.text}`);

describe("the verdict on a recorded plan", () => {
  it.each([
    ["unchanged", 0, "nothing changes"],
    ["first-create", 2, "adds 57; widens access in 2 places"],
    ["node-group-replaced", 2, "replaces node group system (1 node drains, the new one is there first)"],
    ["cluster-replaced", 1, "refused by replace-cluster and destroy-logs; replaces cluster (everything in it is lost), log group cluster (its logs are lost) and 25 more, changes KMS key cluster secrets in place; widens access in 5 places"],
    ["access-widened", 2, "destroys access policy viewers/AmazonEKSViewPolicy (who has these rights loses them), changes IAM role policy identities secrets orders in place, adds 1; widens access in 2 places"],
    ["drifted", 2, "changes cluster in place, adds 1; widens access in 2 places; 3 resources were changed outside of Terraform"],
    ["addresses-and-secrets", 2, "replaces terraform_data trigger (nothing outside of Terraform's state), destroys 3 terraform_data, forgets 1, changes 7 terraform_data in place, adds 1, imports 1, moves 1"],
  ])("%s: exit code %d", (name, exitCode, sentence) => {
    const { verdict, layers } = recorded(name);
    expect(verdict).toMatchObject({ exitCode, sentence });
    expect(layers[0]).toMatchObject({ changed: exitCode !== 0, counts: verdict.counts });
  });
});

it("a first deploy is told by part and block, with keys", () => {
  const { created } = onlyLayer(recorded("first-create"));
  expect(created.map(({ part, total }) => `${part} ${total}`)).toEqual(["network 29", "cluster 11", "node_groups 8", "addons 6", "identities 3"]);
  const [network] = created;
  expect(network!.collections).toContainEqual({ address: "aws_subnet.network_private", type: "aws_subnet", what: "subnet private", keys: ["us-east-1a", "us-east-1b"] });
});

it("the parts need each other as the program says", () => {
  const { dependencies } = onlyLayer(recorded("first-create"));
  expect(dependencies.needs).toEqual(expect.arrayContaining([["cluster", "network"], ["node_groups", "cluster"], ["identities", "cluster"]]));
  expect(dependencies.needs.filter(([from]) => from === "network")).toEqual([]);
});

it("a node group is replaced because of its instance types, and what the provider finds out is left out", () => {
  const [group] = onlyLayer(recorded("node-group-replaced")).gone;
  expect(group).toMatchObject({ what: "node group system", verb: "replace", severity: "disruption", createdFirst: true, meaning: "1 node drains, the new one is there first" });
  expect(group).not.toHaveProperty("reason");
  expect(lines(group!.because)).toEqual(['instance_types: ["m6g.large"] → ["m6g.xlarge"]']);
  expect(group!.attributes.map(({ path }) => path)).toEqual(["instance_types", "node_group_name", "release_version"]);
});

it("of what goes with a cluster, the cluster is the worst", () => {
  const { gone } = onlyLayer(recorded("cluster-replaced"));
  expect(gone[0]).toMatchObject({ what: "cluster", severity: "loss", meaning: "everything in it is lost: workloads, claims of volumes and what owns load balancers" });
  expect(lines(gone[0]!.because)).toContain('name: "eks-local" → "eks-other"');
  const severities = gone.map(({ severity }) => severity);
  expect(severities).toEqual([...severities].sort((one, other) => ["loss", "disruption", "harmless"].indexOf(one) - ["loss", "disruption", "harmless"].indexOf(other)));
});

it("a resource has one name in all that is said of it", () => {
  const { guards, cost, access } = recorded("cluster-replaced");
  expect(guards.map(({ sentence }) => sentence)).toEqual(["replaces cluster: everything in it is lost", "replaces log group cluster: its logs are lost"]);
  expect(cost.items.map(({ what }) => what).sort()).toEqual(["Elastic IP address us-east-1a", "KMS key cluster secrets", "NAT gateway us-east-1a", "cluster", "node group spot", "node group system"]);
  expect(access.map(({ sentence }) => sentence)).toEqual([
    "cluster: role admin of account 123456789012 may administer all of it",
    "cluster: role viewer of account 123456789012 gets AmazonEKSViewPolicy in namespace shop (read workloads, not secrets)",
    "pods of shop/orders get a role that this plan makes",
    "IAM role identities orders can be assumed by pods.eks.amazonaws.com, now where ArnEquals aws:SourceArn arn:aws:eks:us-east-1:123456789012:cluster/eks-other",
    "what 2 policies and trusts allow is known after apply: those of IAM role addons vpc-cni and KMS key cluster secrets",
  ]);
});

it("what goes with a cluster names it, and what has a cause of its own does not", () => {
  const { gone } = onlyLayer(recorded("cluster-replaced"));
  const byCause = Object.fromEntries([...grouped(gone, ({ follows }) => follows ?? "")].map(([cause, all]) => [cause, [...new Set(all.map(({ type }) => type))].sort()]));
  expect(byCause).toEqual({
    "": ["aws_cloudwatch_log_group", "aws_eks_cluster", "aws_iam_role", "aws_kms_alias", "aws_launch_template"],
    "aws_eks_cluster.cluster_this": ["aws_eks_access_entry", "aws_eks_access_policy_association", "aws_eks_addon", "aws_eks_node_group", "aws_eks_pod_identity_association", "aws_iam_openid_connect_provider"],
    "aws_iam_role.cluster_this[0]": ["aws_iam_role_policy_attachment"],
    "aws_iam_role.node_groups_this": ["aws_iam_role_policy_attachment"],
    'aws_iam_role.addons_this["vpc-cni"]': ["aws_iam_role_policy_attachment"],
    'aws_iam_role.identities_this["orders"]': ["aws_iam_role_policy"],
  });
});

describe("a node group that is replaced for its role", () => {
  const replaced = (address: string, type: string, before: object, path: string) => ({ address, mode: "managed", type, change: { actions: ["create", "delete"], before, after: {}, after_unknown: { [path]: true }, replace_paths: [[path]] } });
  const block = (address: string, attribute: string, ...references: readonly string[]) => ({ address, expressions: { [attribute]: { references } } });
  const plan = (...references: readonly string[]) => ({
    format_version: "1.2",
    resource_changes: [
      replaced('module.a["x"].aws_iam_role.nodes', "aws_iam_role", { name: "nodes", arn: "arn:nodes" }, "name"),
      replaced('module.a["x"].aws_iam_role_policy_attachment.nodes["cni"]', "aws_iam_role_policy_attachment", { role: "nodes" }, "role"),
      replaced('module.a["x"].aws_eks_node_group.this["a"]', "aws_eks_node_group", { node_role_arn: "arn:nodes" }, "node_role_arn"),
    ],
    configuration: { root_module: { module_calls: { a: { module: { resources: [block("aws_iam_role.nodes", "name", "var.name"), block("aws_iam_role_policy_attachment.nodes", "role", ...references), block("aws_eks_node_group.this", "node_role_arn", "aws_iam_role.nodes.arn", "aws_iam_role.nodes")] } } } } },
  });
  const causes = (...references: readonly string[]) => onlyLayer(reviewOfPlans({ qa: plan(...references) })).gone.map(({ type, follows }) => [type, follows]);

  it("stands for itself, as it is worse; what is no worse follows", () => {
    expect(causes("aws_iam_role.nodes.name", "aws_iam_role.nodes")).toEqual([["aws_eks_node_group", undefined], ["aws_iam_role", undefined], ["aws_iam_role_policy_attachment", 'module.a["x"].aws_iam_role.nodes']]);
  });

  it("what refers to a local has no known cause", () => {
    expect(causes("local.role").at(-1)).toEqual(["aws_iam_role_policy_attachment", undefined]);
  });
});

it("policies that nobody can read until they are made are told once", () => {
  const unread = recorded("cluster-replaced").access.filter(({ after }) => after === "known after apply");
  expect(unread).toHaveLength(1);
});

it("in a policy that changes, a reader sees where", () => {
  const { updated } = onlyLayer(recorded("access-widened"));
  expect(updated.map(({ what, attributes }) => [what, lines(attributes)])).toEqual([
    ["IAM role policy identities secrets orders", ['policy.Statement[0].Resource: ["arn:aws:secretsmanager:us-east-1:123456789012:secret:shop/orders-??????"] → ["arn:aws:secretsmanager:us-east-1:123456789012:secret:*"]']],
  ]);
});

describe("drift", () => {
  it("is what somebody changed in AWS", () => {
    const { drift } = onlyLayer(recorded("drifted"));
    expect(drift.map(({ what, deleted, attributes }) => [what, deleted, lines(attributes)])).toEqual([
      ["default security group", false, ['ingress[0].cidr_blocks: nothing → ["0.0.0.0/0"]', "ingress[0].from_port: nothing → 22", 'ingress[0].protocol: nothing → "tcp"', "ingress[0].to_port: nothing → 22"]],
      ["cluster", false, ['tags["owner"]: nothing → "somebody"']],
      ["IAM role policy network flow_logs", true, []],
    ]);
  });

  it("is not what Terraform's own apply did to neighbours, of which the plan after it is full", () => {
    expect((recordedPlan("unchanged")["resource_drift"] as unknown[]).length).toBeGreaterThan(5);
    expect(onlyLayer(recorded("unchanged")).drift).toEqual([]);
  });

  it("is a rule of which one neighbour has the port and another one the range", () => {
    const rule = (port: number, cidr: string) => ({ id: `sgr-${port}`, security_group_id: "sg-1", from_port: port, cidr_ipv4: cidr });
    const plan = (ingress: object) => ({
      format_version: "1.2",
      resource_changes: [rule(443, "10.0.0.0/8"), rule(22, "192.168.0.0/16")].map((before, index) => ({ address: `aws_vpc_security_group_ingress_rule.this[${index}]`, mode: "managed", type: "aws_vpc_security_group_ingress_rule", change: { actions: ["no-op"], before, after: before } })),
      resource_drift: [{ address: "aws_security_group.this", mode: "managed", type: "aws_security_group", change: { actions: ["update"], before: { id: "sg-1", ingress: [] }, after: { id: "sg-1", ingress: [ingress] } } }],
    });
    expect(onlyLayer(reviewOfPlans({ qa: plan({ from_port: 443, cidr_blocks: ["10.0.0.0/8"] }) })).drift).toEqual([]);
    expect(onlyLayer(reviewOfPlans({ qa: plan({ from_port: 22, cidr_blocks: ["10.0.0.0/8"] }) })).drift).toHaveLength(1);
  });
});

describe("secrets and addresses", () => {
  const review = recorded("addresses-and-secrets");
  const layer = onlyLayer(review);
  const attributes = (address: string) => lines(layer.updated.find((one) => one.address === address)!.attributes);

  it("no secret is anywhere in a review, marked by Terraform or called one", () => {
    const plan = JSON.stringify(recordedPlan("addresses-and-secrets"));
    const secrets = [...new Set(plan.match(/(marked|named|other)-secret-\w+/g))];
    expect(secrets.length).toBeGreaterThanOrEqual(12);
    const text = JSON.stringify(review);
    expect(secrets.filter((secret) => text.includes(secret) || text.includes(Buffer.from(secret).toString("base64")))).toEqual([]);
  });

  it("what is not secret beside them is shown, inside of documents and scripts, too", () => {
    expect(attributes("terraform_data.secret")).toEqual(["input.nested[0].deep: secret → secret"]);
    expect(attributes("terraform_data.chart")).toEqual(["input.auth.adminPassword: secret → secret", 'input.auth.url: "redis://(secret)@cache" → a secret in it changes', "input.replicas: 2 → 3"]);
    expect(attributes("terraform_data.document")).toEqual(['input.Statement[0].Action: "s3:GetObject" → "s3:*"', "input.dbPassword: secret → secret"]);
    expect(attributes("terraform_data.script")).toEqual(['input: ["#!/bin/sh", "echo one", "export DB_PASSWORD=(secret)", "echo (secret)", ""] → ["#!/bin/sh", "echo two", "export DB_PASSWORD=(secret)", "echo (secret)", ""]']);
  });

  it("letters of all scripts stay as they are", () => {
    expect(attributes("terraform_data.words")[0]).toContain("世界 🙂");
    expect(layer.gone.map(({ what }) => what)).toContain('terraform_data keyed a"b');
  });

  it("what moves, is imported or forgotten is said", () => {
    expect(layer.moved).toEqual([{ from: "terraform_data.old", to: "terraform_data.renamed" }]);
    expect(layer.imported).toEqual([{ address: "terraform_data.adopted", id: "made-elsewhere" }]);
    expect(layer.gone.filter(({ verb }) => verb === "forget")).toEqual([expect.objectContaining({ address: "terraform_data.kept", meaning: "it stays as it is, and Terraform no longer manages it", severity: "harmless", reason: "no longer in the program" })]);
  });

  it("Terraform's reasons are sentences", () => {
    expect(Object.fromEntries(layer.gone.map(({ address, reason }) => [address, reason]))).toMatchObject({
      "terraform_data.counted[1]": "the program has fewer of them",
      'terraform_data.keyed["a\\"b"]': "its key is no longer in the program",
      'module.network["b.c"].terraform_data.this': "its module is no longer in the program",
      "terraform_data.trigger": undefined,
    });
  });
});

it("of 2,000 resources, what is new is told by block", () => {
  const { counts, created, gone, updated } = onlyLayer(reviewOfPlans({ large: largePlan(2_000) }));
  expect(counts).toMatchObject({ replace: 20, update: 200, create: 400 });
  expect([gone.length, updated.length, created.reduce((sum, { total }) => sum + total, 0)]).toEqual([20, 200, 400]);
  expect(created).toHaveLength(36);
});
