import { testAccount } from "../../emulator/account";
import { eks, until } from "../../emulator/aws-call";
import { apply, init, planAndShowWithStruct, temporaryFolder, useEmulator, writeFiles } from "../../harness";
import { refused } from "./refused";

/** Versions of the add-on that the emulator offers. */
const kubeProxies = { "1.34": "v1.34.7-eksbuild.2", "1.35": "v1.35.4-eksbuild.2" };
type KubeProxy = keyof typeof kubeProxies;

/** Roles of the account. */
type Admin = "bare" | "pod";

interface Cluster {
  readonly version: string;
  /** What it was made at, with all its groups, where some of them stayed behind. */
  readonly madeAt?: string;
  readonly mode?: string;
  /** Principals that administer it. */
  readonly admins?: readonly Admin[];
  /** Versions of its node groups by name. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly kubeProxy?: KubeProxy;
}

const ahead = (group: string, cluster: string, version: string, control: string) =>
  `module.fleet.aws_eks_node_group.this["${group}"] version: expected ${control} or older, got "${version}"; nodes are never newer than their control plane, module.fleet.aws_eks_cluster.this["${cluster}"]; try "${control}"   [nodes-ahead]`;
const clusterVersion = (key: string) => `module.fleet.aws_eks_cluster.this["${key}"] version`;
const mode = (key: string) => `module.fleet.aws_eks_cluster.this["${key}"] access_config[0].authentication_mode`;
const nobody = "in the mode API access entries alone let anybody in, and none has AmazonEKSClusterAdminPolicy in the whole cluster or groups of its own";

/** A cluster as it is, as it shall be, and what is said of that. All are in one state and one plan. */
const cases: Readonly<Record<string, readonly [before: Cluster | undefined, after: Cluster | undefined, problems?: readonly string[]]>> = {
  same: [{ version: "1.34", madeAt: "1.33", groups: { a: "1.33" } }, { version: "1.34", groups: { a: "1.33" } }],
  "one-minor": [{ version: "1.34", groups: { a: "1.34" }, kubeProxy: "1.34" }, { version: "1.35", groups: { a: "1.35" }, kubeProxy: "1.35" }],
  "cluster-first": [{ version: "1.34", groups: { a: "1.34" } }, { version: "1.35", groups: { a: "1.34" } }],
  "two-minors": [{ version: "1.33" }, { version: "1.35" }, [`${clusterVersion("two-minors")}: expected 1.33 or 1.34 after the running 1.33, got "1.35"; a control plane goes up one minor version at a time; try "1.34"   [kubernetes-step]`]],
  back: [{ version: "1.35" }, { version: "1.34" }, [`${clusterVersion("back")}: expected 1.35 or 1.36 after the running 1.35, got "1.34"; a deploy does not take a control plane back; try "1.35"   [kubernetes-step]`]],
  "only-nodes": [{ version: "1.34", groups: { a: "1.34" } }, { version: "1.34", groups: { a: "1.35" } }, [ahead("only-nodes/a", "only-nodes", "1.35", "1.34")]],
  "new-nodes": [{ version: "1.34" }, { version: "1.34", groups: { a: "1.35" } }, [ahead("new-nodes/a", "new-nodes", "1.35", "1.34")]],
  "all-new": [undefined, { version: "1.34", groups: { a: "1.35" }, admins: ["bare"] }, [ahead("all-new/a", "all-new", "1.35", "1.34")]],
  "nodes-farther": [{ version: "1.33", groups: { a: "1.33" } }, { version: "1.34", groups: { a: "1.35" } }, [ahead("nodes-farther/a", "nodes-farther", "1.35", "1.34")]],
  "old-nodes": [{ version: "1.35" }, { version: "1.35", groups: { a: "1.34" } }, [`module.fleet.aws_eks_node_group.this["old-nodes/a"] version: expected 1.35 for a new node group, got "1.34"; EKS makes one at the version of its cluster only, module.fleet.aws_eks_cluster.this["old-nodes"]; try "1.35"   [new-nodes-version]`]],
  "left-behind": [{ version: "1.34", madeAt: "1.33", groups: { a: "1.34", b: "1.33" } }, { version: "1.35", groups: { a: "1.35", b: "1.35" } }, [`module.fleet.aws_eks_node_group.this["left-behind/b"] version: expected 1.34 before its cluster goes on, got "1.33"; EKS moves a control plane only when every managed node group has its version; try "1.34"   [nodes-before-step]`]],
  "kube-proxy": [{ version: "1.34", kubeProxy: "1.34" }, { version: "1.34", kubeProxy: "1.35" }, [`module.fleet.aws_eks_addon.kube_proxy["kube-proxy"] addon_version: expected a version for Kubernetes 1.34, got "v1.35.4-eksbuild.2"; kube-proxy is never newer than the control plane   [kube-proxy-ahead]`]],
  "mode-forth": [{ version: "1.34", mode: "CONFIG_MAP" }, { version: "1.34", mode: "API_AND_CONFIG_MAP" }],
  "mode-back": [{ version: "1.34", mode: "API" }, { version: "1.34", mode: "API_AND_CONFIG_MAP" }, [`${mode("mode-back")}: expected API after API, got "API_AND_CONFIG_MAP"; a cluster never goes back to an earlier mode; try "API"   [authentication-mode-step]`]],
  "mode-leap": [{ version: "1.34", mode: "CONFIG_MAP" }, { version: "1.34", mode: "API", admins: ["bare"] }, [`${mode("mode-leap")}: expected CONFIG_MAP or API_AND_CONFIG_MAP after CONFIG_MAP, got "API"; a cluster goes one mode at a time; try "API_AND_CONFIG_MAP"   [authentication-mode-step]`]],
  "mode-api": [{ version: "1.34", mode: "API_AND_CONFIG_MAP" }, { version: "1.34", mode: "API", admins: ["bare"] }],
  "nobody-left": [{ version: "1.34", mode: "API", admins: ["bare"] }, { version: "1.34", mode: "API" }, [`${mode("nobody-left")}: expected an access entry for somebody who can administer the cluster, got "API"; ${nobody}   [cluster-locked]`]],
  "nobody-yet": [{ version: "1.34", mode: "API_AND_CONFIG_MAP" }, { version: "1.34", mode: "API" }, [`${mode("nobody-yet")}: expected an access entry for somebody who can administer the cluster, got "API"; ${nobody}   [cluster-locked]`]],
  "another-admin": [{ version: "1.34", mode: "API", admins: ["bare"] }, { version: "1.34", mode: "API", admins: ["pod"] }],
  gone: [{ version: "1.34", groups: { a: "1.34" }, admins: ["bare"] }, undefined],
};

const fleet = `
variable "cluster_role" {}
variable "node_role" {}
variable "subnet_ids" {}

variable "clusters" {
  type = map(object({
    version    = string
    mode       = optional(string, "API")
    admins     = optional(set(string), [])
    groups     = optional(map(string), {})
    kube_proxy = optional(string)
  }))
}

locals {
  groups = merge([for name, cluster in var.clusters : { for group, version in cluster.groups : "\${name}/\${group}" => { cluster = name, version = version } }]...)
  admins = merge([for name, cluster in var.clusters : { for admin in cluster.admins : "\${name}/\${admin}" => { cluster = name, admin = admin } }]...)
}

resource "aws_eks_cluster" "this" {
  for_each = var.clusters
  name     = each.key
  version  = each.value.version
  role_arn = var.cluster_role
  vpc_config { subnet_ids = var.subnet_ids }
  access_config {
    authentication_mode                         = each.value.mode
    bootstrap_cluster_creator_admin_permissions = startswith(each.key, "mode-")
  }
}

resource "aws_eks_node_group" "this" {
  for_each        = local.groups
  cluster_name    = aws_eks_cluster.this[each.value.cluster].name
  node_group_name = replace(each.key, "/", "-")
  version         = each.value.version
  node_role_arn   = var.node_role
  subnet_ids      = var.subnet_ids
  scaling_config {
    min_size     = 1
    desired_size = 1
    max_size     = 1
  }
}

resource "aws_eks_addon" "kube_proxy" {
  for_each      = { for name, cluster in var.clusters : name => cluster.kube_proxy if cluster.kube_proxy != null }
  cluster_name  = aws_eks_cluster.this[each.key].name
  addon_name    = "kube-proxy"
  addon_version = each.value
}

resource "aws_eks_access_entry" "this" {
  for_each      = local.admins
  cluster_name  = aws_eks_cluster.this[each.value.cluster].name
  principal_arn = "arn:aws:iam::123456789012:role/\${each.value.admin}"
}

resource "aws_eks_access_policy_association" "this" {
  for_each      = local.admins
  cluster_name  = aws_eks_access_entry.this[each.key].cluster_name
  principal_arn = aws_eks_access_entry.this[each.key].principal_arn
  policy_arn    = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"
  access_scope { type = "cluster" }
}
`;

const emulator = useEmulator();
const folder = temporaryFolder("guard");
let told: readonly string[];

beforeAll(async () => {
  const { roles, subnets } = await testAccount(emulator);
  const call = { source: "./fleet", cluster_role: roles.cluster, node_role: roles.node, subnet_ids: subnets, clusters: "${var.clusters}" };
  writeFiles(folder, { "fleet/main.tf": fleet, "main.tf.json": { provider: { aws: {} }, variable: { clusters: { type: "any" } }, module: { fleet: call } } });
  await init(options(0));
  await apply(options(0));
  await Promise.all(Object.entries(cases).map(([key, [before]]) => moveOn(key, before)));
  told = await problemsOfPlan();
});

it.each(Object.entries(cases).map(([key, [, , problems = []]]) => ({ key, problems })))("$key", ({ key, problems }) => {
  expect(told.filter((line) => new RegExp(`^[^ ]*\\["${key}[/"]`).test(line))).toEqual(problems);
});

it("each problem is of a case", () => {
  expect(told).toHaveLength(Object.values(cases).flatMap(([, , problems = []]) => problems).length);
});

it("a plan of the nodes alone is judged by the cluster as it stays", async () => {
  const group = 'module.fleet.aws_eks_node_group.this["one-minor/a"]';
  // A reference would take the control planes into the plan.
  writeFiles(folder, { "fleet/main.tf": fleet.replace("cluster_name    = aws_eks_cluster.this[each.value.cluster].name", "cluster_name    = each.value.cluster") });
  expect(await problemsOfPlan("-refresh=false", `-target=${group}`)).toEqual([ahead("one-minor/a", "one-minor", "1.35", "1.34")]);
});

/** What was made at one version goes on to where it is said to be. */
async function moveOn(name: string, { version, madeAt, groups = {} }: Partial<Cluster> = {}): Promise<void> {
  if (madeAt === undefined) return;
  await eks(emulator, `POST /clusters/${name}/updates`, { version });
  await until(emulator, `/clusters/${name}`, "ACTIVE");
  for (const [group] of Object.entries(groups).filter(([, wanted]) => wanted !== madeAt)) {
    await eks(emulator, `POST /clusters/${name}/node-groups/${name}-${group}/update-version`, { version });
    await until(emulator, `/clusters/${name}/node-groups/${name}-${group}`, "ACTIVE");
  }
}

async function problemsOfPlan(...plan: readonly string[]) {
  return refused((await planAndShowWithStruct({ ...options(1), extraArgs: { plan } })).json);
}

/** For the clusters as they are, or as they shall be. */
function options(which: 0 | 1) {
  const clusters = Object.entries(cases).flatMap(([key, states]) => {
    const state = states[which];
    if (state === undefined) return [];
    const { kubeProxy, groups = {}, madeAt = state.version, ...rest } = state;
    const start = { version: madeAt, groups: Object.fromEntries(Object.keys(groups).map((group) => [group, madeAt])) };
    return [[key, { ...rest, groups, ...(state.madeAt === undefined ? {} : start), kube_proxy: kubeProxy && kubeProxies[kubeProxy] }]];
  });
  return { terraformDir: folder, envVars: emulator.environment, parallelism: 30, vars: { clusters: Object.fromEntries(clusters) } };
}
