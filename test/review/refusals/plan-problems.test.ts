import { refused } from "./refused";

type Values = Readonly<Record<string, unknown>>;

/** A change as a plan's JSON has it. */
function change(address: string, before: Values | null, after: Values | null, extra: Values = {}) {
  const type = /\b(aws_\w+)\.\w+(?:\[.*\])?$/.exec(address)![1];
  const same = JSON.stringify(before) === JSON.stringify(after);
  const actions = before === null ? ["create"] : after === null ? ["delete"] : same ? ["no-op"] : ["update"];
  const { actions: told = actions, ...others } = extra;
  return { address, mode: "managed", type, change: { actions: told, before, after }, ...others };
}

function problems(...changes: readonly object[]): string[] {
  return refused({ format_version: "1.2", planned_values: {}, resource_changes: changes });
}

const control = (version: string | undefined, more: Values = {}) => ({ name: "eks", ...(version === undefined ? {} : { version }), ...more });
const nodes = (version: string | undefined, more: Values = {}) => ({ cluster_name: "eks", ...(version === undefined ? {} : { version }), ...more });
const mode = (authentication_mode: string, creator = false) => control("1.35", { access_config: [{ authentication_mode, bootstrap_cluster_creator_admin_permissions: creator }] });
const admin = (principal_arn: string, scope: Values = { type: "cluster" }, policy = "AmazonEKSClusterAdminPolicy") => ({ cluster_name: "eks", principal_arn, policy_arn: `arn:aws:eks::aws:cluster-access-policy/${policy}`, access_scope: [scope] });
const entry = (principal_arn: string, more: Values = {}) => ({ cluster_name: "eks", principal_arn, ...more });

const cluster = "aws_eks_cluster.this";
const group = "aws_eks_node_group.this";
const ruleIds = (lines: readonly string[]) => lines.map((line) => /\[([\w-]+)\]$/.exec(line)?.[1]);

const versions: readonly (readonly [string, readonly object[], readonly string[]])[] = [
  ["nothing is known of a version that follows from the apply", [change(cluster, control("1.33"), control(undefined)), change(group, nodes("1.33"), nodes("1.36"))], []],
  ["a version that is no minor is none of ours", [change(cluster, control("1.33"), control("latest"))], []],
  ["a cluster that is made anew begins at any version", [change(cluster, control("1.32"), control("1.35"), { actions: ["delete", "create"] })], []],
  ["and so does a new one", [change(cluster, null, control("1.36"))], []],
  ["a cluster that goes has no next version", [change(cluster, control("1.32"), null), change(group, nodes("1.32"), null)], []],
  ["a new group without a version takes its cluster's", [change(cluster, control("1.34"), control("1.35")), change(group, null, nodes(undefined))], []],
  ["a group that stays three minors behind may", [change(cluster, control("1.35"), control("1.35")), change(group, nodes("1.32"), nodes("1.32"))], []],
  ["one of four may not", [change(cluster, control("1.35"), control("1.35")), change(group, nodes("1.31"), nodes("1.31"))], ["nodes-too-old"]],
  ["a group with an image of its own has no version to judge", [change(cluster, control("1.34"), control("1.35")), change(group, nodes("1.30", { ami_type: "CUSTOM" }), nodes("1.30", { ami_type: "CUSTOM" }))], []],
  ["a group made anew is still there, behind, when the control plane's turn comes", [change(cluster, control("1.34"), control("1.35")), change(group, nodes("1.33"), nodes("1.35"), { actions: ["create", "delete"] })], ["nodes-before-step"]],
  ["one that goes may go first", [change(cluster, control("1.34"), control("1.35")), change(group, nodes("1.33"), null)], []],
  ["one that is forgotten stays", [change(cluster, control("1.34"), control("1.35")), change(group, nodes("1.33"), null, { actions: ["forget"] })], ["nodes-before-step"]],
  ["two minors at once with a group behind are two mistakes", [change(cluster, control("1.33"), control("1.35")), change(group, nodes("1.32"), nodes("1.35"))], ["kubernetes-step", "nodes-before-step"]],
  ["a group goes back to its cluster's version", [change(cluster, control("1.34"), control("1.34")), change(group, nodes("1.35"), nodes("1.34"))], []],
  ["a moved group is judged where it is", [change(cluster, control("1.34"), control("1.34")), change('aws_eks_node_group.new["a"]', nodes("1.34"), nodes("1.35"), { previous_address: group })], ["nodes-ahead"]],
  ["a group of no cluster of the plan is not judged", [change(cluster, control("1.33"), control("1.33")), change(group, null, { cluster_name: "another", version: "1.36" })], []],
  ["nor one of a cluster that is not known yet", [change(cluster, control("1.33"), control("1.33")), change(group, null, { version: "1.36" })], []],
  ["an older kube-proxy and any other add-on pass", [change(cluster, null, control("1.34")), change("aws_eks_addon.a", null, { cluster_name: "eks", addon_name: "kube-proxy", addon_version: "v1.33.0-eksbuild.1" }), change("aws_eks_addon.b", null, { cluster_name: "eks", addon_name: "vpc-cni", addon_version: "v1.99.0-eksbuild.1" })], []],
  ["a data source is no cluster", [{ ...change(cluster, control("1.32"), control("1.35")), mode: "data" }], []],
];

describe("versions", () => {
  it.each(versions)("%s", (_, changes, rules) => {
    expect(ruleIds(problems(...changes))).toEqual(rules);
  });
});

const [one, two] = ["arn:aws:iam::111122223333:role/one", "arn:aws:iam::111122223333:role/two"];
const api = change(cluster, mode("API"), mode("API"));
const association = (before: Values | null, after: Values | null, key = "a", extra: Values = {}) => change(`aws_eks_access_policy_association.this["${key}"]`, before, after, extra);

const access: readonly (readonly [string, readonly object[], readonly string[]])[] = [
  ["a mode that is not known is not judged", [change(cluster, mode("API"), control("1.35", { access_config: [{}] }))], []],
  ["a cluster that is made anew may have any mode", [change(cluster, mode("API"), mode("CONFIG_MAP", true), { actions: ["delete", "create"] })], []],
  ["a new cluster that lets nobody in", [change(cluster, null, mode("API"))], ["cluster-locked"]],
  ["its creator is let in", [change(cluster, null, mode("API", true))], []],
  ["aws-auth lets in, too", [change(cluster, null, mode("API_AND_CONFIG_MAP"))], []],
  ["an administrator", [change(cluster, null, mode("API")), association(null, admin(one))], []],
  ["one whose policy is not known yet may be", [change(cluster, null, mode("API")), association(null, { cluster_name: "eks" })], []],
  ["one of a namespace is none", [change(cluster, null, mode("API")), association(null, admin(one, { type: "namespace", namespaces: ["a"] }))], ["cluster-locked"]],
  ["one who may look is none", [change(cluster, null, mode("API")), association(null, admin(one, { type: "cluster" }, "AmazonEKSViewPolicy"))], ["cluster-locked"]],
  ["a group of Kubernetes may do anything", [change(cluster, null, mode("API")), change("aws_eks_access_entry.this", null, entry(one, { kubernetes_groups: ["ops"] }))], []],
  ["entries that are made elsewhere are left alone", [api, association(null, admin(one, { type: "cluster" }, "AmazonEKSViewPolicy"))], []],
  ["the last administrator goes", [api, association(admin(one), null)], ["cluster-locked"]],
  ["one of two goes", [api, association(admin(one), null), association(admin(two), admin(two), "b")], []],
  ["the last one's policy becomes a weaker one", [api, association(admin(one), admin(one, { type: "cluster" }, "AmazonEKSViewPolicy"), "a", { actions: ["delete", "create"] })], ["cluster-locked"]],
  ["an entry takes its policies away with it", [api, change("aws_eks_access_entry.this", entry(one), null), association(admin(one), admin(one))], ["cluster-locked"]],
  ["an entry that is made anew does not", [api, change("aws_eks_access_entry.this", entry(one), entry(one), { actions: ["delete", "create"] }), association(admin(one), admin(one))], []],
  ["a cluster that goes locks nobody out", [change(cluster, mode("API"), null), association(admin(one), null)], []],
];

describe("access", () => {
  it.each(access)("%s", (_, changes, rules) => {
    expect(ruleIds(problems(...changes))).toEqual(rules);
  });
});

describe("clusters of one name", () => {
  const arn = (region: string, rest: string) => ({ arn: `arn:aws:eks:${region}:111122223333:${rest}` });
  const two = (version: string) => [
    change("module.east.aws_eks_cluster.this", control("1.33", arn("us-east-1", "cluster/eks")), control("1.33", arn("us-east-1", "cluster/eks"))),
    change("module.west[0].aws_eks_cluster.this", control("1.35", arn("us-west-2", "cluster/eks")), control(version, arn("us-west-2", "cluster/eks"))),
  ];

  it("are told apart by region and account", () => {
    const east = nodes("1.33", arn("us-east-1", "nodegroup/eks/a/1"));
    const west = nodes("1.35", arn("us-west-2", "nodegroup/eks/a/2"));
    expect(problems(...two("1.35"), change(`${group}["east"]`, east, east), change(`${group}["west"]`, west, west))).toEqual([]);
    expect(ruleIds(problems(...two("1.35"), change(`${group}["east"]`, east, { ...east, version: "1.34" })))).toEqual(["nodes-ahead"]);
  });

  it("and what is new by the module that it is made in", () => {
    expect(problems(...two("1.35"), change(`module.west[0].module.nodes["a.b"].${group}`, null, nodes("1.35")))).toEqual([]);
    expect(ruleIds(problems(...two("1.35"), change(`module.east.${group}`, null, nodes("1.35"))))).toEqual(["nodes-ahead"]);
  });

  it("what may be of either is not judged", () => {
    expect(problems(...two("1.35"), change(group, null, nodes("1.36")))).toEqual([]);
  });
});

describe("what a plan with targets passes over", () => {
  const state = (resources: readonly object[]) => ({ values: { root_module: { child_modules: [{ resources }] } } });
  const inState = (address: string, values: Values) => ({ address, mode: "managed", type: "aws_eks_cluster", values });

  it("is read from the state", () => {
    const prior_state = state([inState("module.a.aws_eks_cluster.this", control("1.34"))]);
    const plan = { format_version: "1.2", prior_state, resource_changes: [change(group, nodes("1.34"), nodes("1.35"))] };
    expect(refused(plan)).toEqual([
      `${group} version: expected 1.34 or older, got "1.35"; nodes are never newer than their control plane, module.a.aws_eks_cluster.this; try "1.34"   [nodes-ahead]`,
    ]);
  });

  it("unless it moved", () => {
    const prior_state = state([inState("module.a.aws_eks_cluster.this", control("1.34"))]);
    const moved = change("aws_eks_cluster.this", control("1.34"), control("1.35"), { previous_address: "module.a.aws_eks_cluster.this" });
    expect(refused({ format_version: "1.2", prior_state, resource_changes: [moved, change(group, nodes("1.34"), nodes("1.35"))] })).toEqual([]);
  });
});

it.each([
  ["an empty document", {}],
  ["a state", { format_version: "1.0", values: {} }],
  ["another format", { format_version: "2.0", planned_values: {}, resource_changes: [] }],
])("%s is not taken for a plan", (_, json) => {
  const got = "format_version" in json ? JSON.stringify(json.format_version) : "nothing";
  expect(refused(json)).toEqual([`plan: expected what \`terraform show -json <plan file>\` prints, in format 1, got ${got}   [plan-format]`]);
});

it("a plan without changes is fine", () => {
  expect(refused({ format_version: "1.2", planned_values: {} })).toEqual([]);
});

it("a plan of a hundred clusters and ten thousand groups is judged in a moment", () => {
  const changes = Array.from({ length: 100 }, (_, index) => [
    change(`module.c["${index}"].${cluster}`, control("1.34", { name: `c${index}` }), control("1.35", { name: `c${index}` })),
    ...Array.from({ length: 100 }, (__, at) => change(`module.c["${index}"].${group}["${at}"]`, nodes("1.34", { cluster_name: `c${index}` }), nodes(at === 7 ? "1.36" : "1.35", { cluster_name: `c${index}` }))),
  ]).flat();
  const begun = performance.now();
  expect(problems(...changes)).toHaveLength(100);
  expect(performance.now() - begun).toBeLessThan(2000);
});
