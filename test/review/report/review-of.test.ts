import { counted } from "../../../review/naming/named";
import type { LayerInput } from "../../../review/report/review-input";
import { recordedPlan } from "../large-plan";
import { onlyLayer, planOf, reviewOfPlans } from "./planned";

const planned = (layer: string, plan: unknown): LayerInput => ({ layer, outcome: "planned", plan, onOldOutputsOf: [] });
const unchanged = planned("qa-network", { format_version: "1.2", resource_changes: [] });
const waits: LayerInput = { layer: "qa-platform", outcome: "waits", for: "qa-cluster" };
const failed: LayerInput = { layer: "qa-cluster", outcome: "failed", error: "Error: no valid credential sources found" };
const cluster = (actions: readonly string[]) => planned("qa-cluster", planOf("aws_eks_cluster.this", actions, { before: { name: "eks" } }));
const logs = planned("qa-network", planOf("aws_cloudwatch_log_group.this", ["delete"], { before: { name: "logs" } }));
const run = (result: "failed" | "errored" | "advisory") => ({ id: "run-1", url: "https://app.terraform.io/app/example/runs/run-1", status: "policy_checked", policies: [{ kind: "opa" as const, name: "sizes", result }] });
const output = planned("qa-network", { format_version: "1.2", resource_changes: [], output_changes: { id: { actions: ["update"], before: 1, after: 2 } } });

describe("the verdict", () => {
  it.each<[sentence: string, kind: string, exitCode: number, layers: readonly LayerInput[]]>([
    ["nothing changes", "unchanged", 0, [unchanged]],
    ["qa-platform waits for qa-cluster", "changes", 2, [unchanged, waits]],
    ["changes outputs only", "changes", 2, [output]],
    ["qa-cluster could not be planned; qa-platform waits for qa-cluster", "failed", 1, [unchanged, failed, waits]],
    ["refused by destroy-cluster; destroys cluster (everything in it is lost)", "refused", 1, [cluster(["delete"])]],
    ["forgets 1", "changes", 2, [cluster(["forget"])]],
    ["refused by plan-format", "refused", 1, [planned("qa", {})]],
    ["refused by replace-cluster and destroy-logs; replaces cluster (everything in it is lost), destroys log group (its logs are lost)", "refused", 1, [logs, cluster(["delete", "create"])]],
    ["refused by destroy-cluster and sizes; destroys cluster (everything in it is lost)", "refused", 1, [{ ...cluster(["delete"]), run: run("failed") } as LayerInput]],
    ["refused by sizes", "refused", 1, [{ ...unchanged, run: run("errored") } as LayerInput]],
    ["nothing changes", "unchanged", 0, [{ ...unchanged, run: run("advisory") } as LayerInput]],
  ])("%s: %s, exit code %d", (sentence, kind, exitCode, layers) => {
    expect(reviewOfPlans({}, { layers }).verdict).toMatchObject({ kind, exitCode, sentence });
  });

  it("what somebody allows is not refused, and is still named", () => {
    const allowed = [{ guard: "destroy-cluster", reason: "the environment ends", by: "command" as const }];
    const { verdict, guards } = reviewOfPlans({}, { layers: [cluster(["delete"])], allowed });
    expect(verdict).toMatchObject({ kind: "changes", exitCode: 2, sentence: "destroys cluster (everything in it is lost)" });
    expect(guards).toEqual([expect.objectContaining({ guard: "destroy-cluster", allowed: { reason: "the environment ends", by: "command" } })]);
  });
});

describe("the error of a layer that could not be planned", () => {
  const errorOf = (error: string, ...others: readonly LayerInput[]) => JSON.stringify(reviewOfPlans({}, { layers: [...others, { layer: "qa", outcome: "failed", error }] }).layers);
  const letters = (length: number) => "aB3".repeat(length).slice(0, length);

  it.each([
    ["what is assigned to a secret's name", `password = "hush two words"`],
    ["the same within a text", String.raw`invalid value "{\"dbPassword\": \"hush\"}"`],
    ["a password in an address", "dial postgres://app:hush@db:5432 failed"],
    ["a private key", "-----BEGIN RSA PRIVATE KEY-----\nhush\n-----END RSA PRIVATE KEY-----"],
    ["an access key of AWS", `key ${"AKIA"}HUSHHUSHHUSHHUSH`],
    ["its secret", `signed with hush${letters(36)}, refused`],
    ["a session token", `token IQoJhush${letters(120)}`],
    ["a token of GitHub", `ghp_hush${letters(32)}`],
    ["a token of Terraform Cloud", `${letters(14)}.atlasv1.hush${letters(60)}`],
    ["a signed token", `eyJ${letters(20)}.hush${letters(20)}.hush${letters(20)}`],
    ["a header", "Authorization: Bearer hush-0123456789"],
  ])("is without %s", (_, error) => {
    const told = errorOf(`Error: before ${error} after`);
    expect(told).toMatch(/before .*\(secret\).* ?after/);
    expect(told).not.toMatch(/hush/i);
  });

  it("is without what the plan of another layer marks as secret", () => {
    const other = planned("qa-network", planOf("aws_any.this", ["update"], { before: { a: "hush-hush" }, after: { a: "other" }, secret: { a: true } }));
    expect(errorOf("the value hush-hush is refused", other)).toContain("the value (secret) is refused");
  });

  it("says all else", () => {
    const error = `Error: reading sha1 ${"0123456789".repeat(4)} of arn:aws:iam::123456789012:role/eks, RequestID: 7c1b2d3e-0000-4444-8888-123456789012`;
    expect(errorOf(error)).toContain(error);
  });
});

describe("a Helm release that the state has and the plan makes", () => {
  const release = (address: string) => ({ address, mode: "managed", type: "helm_release" });
  const create = { actions: ["create"], before: null, after: { name: "a" } };
  const plan = {
    format_version: "1.2",
    resource_changes: [{ ...release("helm_release.fluentd_this"), change: create }, { ...release("helm_release.new"), change: create }],
    resource_drift: [{ ...release("helm_release.fluentd_this"), change: { actions: ["delete"], before: { name: "a" }, after: null } }],
  };

  it("is called lost, and is neither new nor drift; one that the state has not is new", () => {
    const review = reviewOfPlans({ qa: plan });
    const { lostReleases, created, counts, drift, problems, changed } = onlyLayer(review);
    expect({ lostReleases, counts: counts.create, drift, changed }).toEqual({ lostReleases: ["helm_release.fluentd_this"], counts: 1, drift: [], changed: true });
    expect(created.flatMap(({ collections }) => collections.map(({ address }) => address))).toEqual(["helm_release.new"]);
    expect(problems.map(({ rule }) => rule)).toEqual(["release-lost"]);
    expect(review.verdict.sentence).toBe("refused by release-lost; adds 1, cannot see 1 Helm release of the state");
  });
});

describe("what it means", () => {
  const group = (size: number) => ({ scaling_config: [{ desired_size: size }] });
  const address = 'aws_eks_node_group.node_groups_this["a"]';

  it.each<[address: string, actions: readonly string[], before: object, meaning: string]>([
    [address, ["create", "delete"], group(3), "3 nodes drain, the new ones are there first"],
    [address, ["create", "delete"], group(1), "1 node drains, the new one is there first"],
    [address, ["delete", "create"], group(2), "2 nodes drain before the new ones are there"],
    [address, ["delete"], group(2), "2 nodes drain, and their pods look for room elsewhere"],
    [address, ["delete"], {}, "its nodes drain, and their pods look for room elsewhere"],
    ["aws_kms_key.this", ["delete"], { deletion_window_in_days: 7 }, "what it encrypts cannot be read any more; deleted for good after 7 days"],
    ["aws_route.this", ["delete"], {}, "what takes it is cut off"],
    ["aws_route.this", ["delete", "create"], {}, "what takes it is cut off until the new one is there"],
    ["aws_route.this", ["create", "delete"], {}, "the new one is there first"],
    ["kubernetes_namespace_v1.this", ["delete"], {}, "everything in it is lost: workloads, secrets and claims of volumes"],
    ["aws_unheard_of.this", ["delete"], {}, "it is destroyed"],
    ["aws_unheard_of.this", ["delete", "create"], {}, "it is destroyed and made anew"],
  ])("of %s, %j", (of, actions, before, meaning) => {
    expect(onlyLayer(reviewOfPlans({ qa: planOf(of, actions, { before, after: actions.length > 1 ? before : null }) })).gone).toEqual([expect.objectContaining({ meaning })]);
  });

  it.each<[what: string, address: string, before: object, after: object, meaning: string | undefined]>([
    ["a version of a cluster", "aws_eks_cluster.this", { version: "1.34" }, { version: "1.35" }, "the control plane is upgraded: ten minutes and more, and no way back"],
    ["tags of a cluster", "aws_eks_cluster.this", { tags: {} }, { tags: { a: "b" } }, undefined],
    ["a release of nodes", address, { ...group(3), release_version: "a" }, { ...group(3), release_version: "b" }, "its 3 nodes are replaced one after the other"],
    ["fewer nodes", address, group(3), group(2), "3 to 2 nodes: 1 drains"],
    ["more nodes", address, group(2), group(3), "2 to 3 nodes"],
    ["limits of nodes", address, { scaling_config: [{ desired_size: 2, max_size: 2 }] }, { scaling_config: [{ desired_size: 2, max_size: 3 }] }, undefined],
  ])("that %s changes in place", (_, of, before, after, meaning) => {
    const [updated] = onlyLayer(reviewOfPlans({ qa: planOf(of, ["update"], { before, after }) })).updated;
    expect(updated!.meaning).toBe(meaning);
  });
});

describe("what a resource is called", () => {
  it.each([
    ['aws_subnet.network_private["us-east-1a"]', "subnet private us-east-1a"],
    ['aws_eks_node_group.node_groups_autoscaled["spot"]', "node group spot"],
    ["aws_iam_role_policy.cluster_secrets_key[0]", "IAM role policy cluster secrets_key"],
    ['module.fleet["eu"].aws_eks_node_group.this["a.b"]', "node group fleet eu a.b"],
    ["module.platform.module.network.aws_vpc.this", "VPC platform.network"],
    ["aws_vpc.mine", "VPC mine"],
    ["aws_sqs_queue.jobs", "sqs queue jobs"],
    ['helm_release.fluentd_this["$${a}"]', "Helm release fluentd ${a}"],
  ])("%s: %s", (address, what) => {
    const plan = { ...planOf(address, ["delete"], { before: {} }), configuration: { root_module: { variables: { network: {}, node_groups: {}, cluster: {}, fluentd: {} } } } };
    expect(onlyLayer(reviewOfPlans({ qa: plan })).gone[0]!.what).toBe(what);
  });
});

it.each([
  ["null_data", "data"],
  ["aws_config_rules", "config rules"],
  ["aws_config_alias", "config aliases"],
  ["aws_config_class", "config classes"],
  ["aws_config_policy", "config policies"],
])("two of %s are 2 %s", (type, words) => {
  expect(counted(2, type)).toBe(`2 ${words}`);
});

it("a review of the same plans twice is the same", () => {
  expect(reviewOfPlans({ local: recordedPlan("cluster-replaced") })).toEqual(reviewOfPlans({ local: recordedPlan("cluster-replaced") }));
});
