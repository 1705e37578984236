import type { AttributeChange, Counts, Gone, PlannedLayer, Review, Run, Shown } from "../../review/report/review";

const none: Counts = { replace: 0, delete: 0, forget: 0, update: 0, create: 0, import: 0, move: 0 };

export const value = (json: unknown): Shown => ({ kind: "value", text: JSON.stringify(json) });
export const absent: Shown = { kind: "absent", text: "nothing" };
export const unknown: Shown = { kind: "unknown", text: "known after apply" };
export const secret: Shown = { kind: "secret", text: "secret" };

const attribute = (path: string, before: Shown, after: Shown): AttributeChange => ({ path, before, after });

const unchangedLayer = (layer: string): PlannedLayer => ({
  layer,
  outcome: "planned",
  changed: false,
  counts: none,
  onOldOutputsOf: [],
  problems: [],
  gone: [],
  updated: [],
  created: [],
  moved: [],
  imported: [],
  drift: [],
  lostReleases: [],
  outputs: [],
  dependencies: { parts: [], needs: [] },
  digests: {},
});

/** With the sums of its layers left to whoever writes the sample: a face prints what it is given. */
const changedLayer = (layer: string, counts: Partial<Counts>, more: Partial<PlannedLayer>): PlannedLayer => ({ ...unchangedLayer(layer), changed: true, ...more, counts: { ...none, ...counts } });

export const unchanged: Review = {
  format: 1,
  environment: "dev",
  at: "2026-11-22T05:41:34.000Z",
  commit: { id: "efd1ca5b6a3f1c2d4e5f60718293a4b5c6d7e8f9", dirty: false },
  plannedIn: { kind: "local" },
  verdict: { kind: "unchanged", sentence: "nothing changes", exitCode: 0, counts: none },
  layers: [unchangedLayer("network"), unchangedLayer("cluster"), unchangedLayer("platform")],
  guards: [],
  access: [],
  cost: { region: "us-east-1", before: { low: 214.62, high: 214.62 }, after: { low: 214.62, high: 214.62 }, items: [], notPriced: [], sources: ["AWS price list of us-east-1, read 2026-11-20"] },
  addresses: [],
  support: [],
  differences: [],
};

const instanceTypes = attribute("instance_types[0]", value("m6g.large"), value("m7g.large"));

const systemGroup: Gone = {
  address: 'aws_eks_node_group.node_groups_this["system"]',
  type: "aws_eks_node_group",
  verb: "replace",
  what: "node group system",
  meaning: "3 nodes drain, the new ones are there first",
  severity: "disruption",
  createdFirst: true,
  because: [instanceTypes],
  attributes: [instanceTypes, attribute("arn", value("arn:aws:eks:us-east-1:111122223333:nodegroup/dev/system/1a"), unknown), attribute("node_group_name", value("system-20261101"), unknown)],
};

/** Instance types of one node group. */
export const nodeGroupReplaced: Review = {
  ...unchanged,
  commit: { id: "efd1ca5b6a3f1c2d4e5f60718293a4b5c6d7e8f9", dirty: true },
  verdict: { kind: "changes", sentence: "replaces node group system (3 nodes drain, the new ones are there first), changes 1 in place", exitCode: 2, counts: { ...none, replace: 1, update: 1 } },
  layers: [
    unchangedLayer("network"),
    changedLayer("cluster", { replace: 1, update: 1 }, {
      gone: [systemGroup],
      updated: [{
        address: "aws_launch_template.node_groups_this[\"system\"]",
        type: "aws_launch_template",
        what: "launch template system",
        meaning: "the nodes of its group are replaced one after the other",
        attributes: [attribute("block_device_mappings[0].ebs[0].volume_size", value(20), value(40)), attribute("user_data", secret, secret), attribute('tags["team"]', absent, value("platform")), attribute("latest_version", value(3), unknown)],
      }],
      dependencies: {
        parts: [{ name: "cluster", counts: none }, { name: "node_groups", counts: { ...none, replace: 1, update: 1 } }, { name: "addons", counts: none }],
        needs: [["node_groups", "cluster"], ["addons", "cluster"], ["addons", "node_groups"]],
      },
      digests: { [systemGroup.address]: "4f1c" },
    }),
    { ...unchangedLayer("platform"), onOldOutputsOf: ["cluster"] },
  ],
  cost: {
    ...unchanged.cost,
    after: { low: 226.3, high: 226.3 },
    items: [{ layer: "cluster", address: systemGroup.address, what: "node group system", before: { low: 168.63, high: 168.63 }, after: { low: 180.31, high: 180.31 }, how: "3 × m6g.large, then 3 × m7g.large" }],
    notPriced: ["data through NAT gateways"],
  },
  addresses: [{ layer: "network", address: 'aws_subnet.network_private["us-east-1a"]', name: "private us-east-1a", cidr: "10.0.0.0/24", usable: 251, needed: 174, left: 77, free: 201 }],
  support: [{ layer: "cluster", address: "aws_eks_cluster.cluster_this", version: "Kubernetes 1.33", standardEnds: "2026-12-29", extendedEnds: "2027-12-29", daysLeft: 37, sentence: "standard support of Kubernetes 1.33 ends on 2026-12-29, in 37 days; then it costs more" }],
};

const roleArn = "arn:aws:iam::111122223333:role/developers";

/** The guards stop it: a cluster would be lost, access is widened, a policy group is let pass. */
export const refused: Review = {
  ...unchanged,
  environment: "prod",
  commit: { id: "1553d33f0a1b2c3d4e5f60718293a4b5c6d7e8f9", dirty: false },
  verdict: { kind: "refused", sentence: "refused by cluster-replaced, destroy-cluster and open-to-world; replaces cluster prod (everything in it is lost), destroys KMS key secrets (what it encrypted cannot be read any more), forgets 1, changes 1 in place, adds 1", exitCode: 1, counts: { ...none, replace: 1, delete: 1, forget: 1, update: 1, create: 1 } },
  layers: [
    unchangedLayer("network"),
    changedLayer("cluster", { replace: 1, delete: 1, forget: 1, update: 1, create: 1 }, {
      problems: [{ path: "cluster aws_eks_cluster.cluster_this", expected: "the cluster to stay", got: "replace", why: "everything in it is lost", rule: "cluster-replaced" }],
      gone: [
        {
          address: "aws_eks_cluster.cluster_this",
          type: "aws_eks_cluster",
          verb: "replace",
          what: "cluster prod",
          meaning: "everything in it is lost",
          severity: "loss",
          createdFirst: false,
          because: [attribute("encryption_config[0].provider[0].key_arn", value("arn:aws:kms:us-east-1:111122223333:key/0f0e"), absent)],
          attributes: [attribute("encryption_config[0].provider[0].key_arn", value("arn:aws:kms:us-east-1:111122223333:key/0f0e"), absent), attribute("endpoint", value("https://ABC.gr7.us-east-1.eks.amazonaws.com"), unknown)],
        },
        { address: "aws_kms_key.cluster_secrets", type: "aws_kms_key", verb: "delete", what: "KMS key secrets", meaning: "what it encrypted cannot be read any more", severity: "loss", because: [], reason: "no longer in the program", attributes: [] },
        { address: "aws_cloudwatch_log_group.cluster_this", type: "aws_cloudwatch_log_group", verb: "forget", what: "log group of the cluster", meaning: "stays in AWS, nobody manages it", severity: "harmless", because: [], reason: "removed by a removed block", attributes: [] },
      ],
      updated: [{ address: "aws_security_group_rule.cluster_api", type: "aws_security_group_rule", what: "security group rule api", attributes: [attribute("cidr_blocks[0]", value("10.0.0.0/8"), value("0.0.0.0/0"))] }],
      created: [{ part: "access", total: 1, collections: [{ address: "aws_eks_access_policy_association.cluster_access", type: "aws_eks_access_policy_association", what: "access policy association", keys: ["developers/AmazonEKSClusterAdminPolicy"] }] }],
      drift: [
        { address: "aws_security_group.cluster_this", type: "aws_security_group", what: "security group of the cluster", deleted: false, attributes: [attribute('tags["owner"]', absent, value("somebody"))] },
        { address: 'aws_iam_role.cluster_access["ci"]', type: "aws_iam_role", what: "IAM role ci", deleted: true, attributes: [] },
      ],
      outputs: [attribute("cluster_endpoint", value("https://ABC.gr7.us-east-1.eks.amazonaws.com"), unknown)],
    }),
    unchangedLayer("platform"),
  ],
  guards: [
    { guard: "destroy-cluster", layer: "cluster", address: "aws_eks_cluster.cluster_this", sentence: "cluster prod is replaced: everything in it is lost" },
    { guard: "open-to-world", layer: "cluster", address: "aws_security_group_rule.cluster_api", sentence: "security group rule api lets in 0.0.0.0/0" },
    { guard: "destroy-key", layer: "cluster", address: "aws_kms_key.cluster_secrets", sentence: "KMS key secrets is destroyed", allowed: { reason: "moved to the key of the account, PLAT-412", by: "environment" } },
  ],
  access: [
    { layer: "cluster", address: 'aws_eks_access_policy_association.cluster_access["developers/AmazonEKSClusterAdminPolicy"]', kind: "cluster-access", sentence: "developers may administer the whole cluster", before: "nothing", after: `AmazonEKSClusterAdminPolicy for ${roleArn}` },
    { layer: "cluster", address: "aws_security_group_rule.cluster_api", kind: "network", sentence: "every address may reach port 443", before: "10.0.0.0/8", after: "0.0.0.0/0" },
  ],
  cost: { ...unchanged.cost, after: { low: 213.62, high: 213.62 }, items: [{ layer: "cluster", address: "aws_kms_key.cluster_secrets", what: "KMS key secrets", before: { low: 1, high: 1 }, how: "1 key" }] },
  differences: [
    { path: "nodeGroups.spot", sentence: "staging has it, prod has not" },
    { path: "cluster.kubernetesVersion", sentence: 'staging has "1.34", prod has "1.33"' },
  ],
};

const azs = ["us-east-1a", "us-east-1b", "us-east-1c"];

const created = {
  part: (part: string, ...collections: readonly { readonly address: string; readonly what: string; readonly keys: readonly string[] }[]) => ({
    part,
    total: collections.reduce((sum, { keys }) => sum + Math.max(1, keys.length), 0),
    collections: collections.map((one) => ({ ...one, type: one.address.slice(0, one.address.indexOf(".")) })),
  }),
};

const firstNetwork = changedLayer("network", { create: 16 }, {
  created: [
    created.part(
      "network",
      { address: "aws_vpc.network_this", what: "VPC", keys: [] },
      { address: "aws_subnet.network_private", what: "subnet private", keys: azs },
      { address: "aws_subnet.network_public", what: "subnet public", keys: azs },
      { address: "aws_route_table_association.network_private", what: "route table association private", keys: azs },
      { address: "aws_nat_gateway.network_this", what: "NAT gateway", keys: azs },
    ),
    created.part("endpoints", { address: "aws_vpc_endpoint.endpoints_this", what: "VPC endpoint", keys: ["ecr.api", "ecr.dkr", "s3"] }),
  ],
  dependencies: { parts: [{ name: "network", counts: { ...none, create: 13 } }, { name: "endpoints", counts: { ...none, create: 3 } }], needs: [["endpoints", "network"]] },
});

/** A first deploy in layers: what is above has nothing to be planned on. */
export const layered: Review = {
  ...unchanged,
  verdict: { kind: "changes", sentence: "adds 16; cluster waits for network; platform waits for cluster", exitCode: 2, counts: { ...none, create: 16 } },
  layers: [firstNetwork, { layer: "cluster", outcome: "waits", for: "network" }, { layer: "platform", outcome: "waits", for: "cluster" }],
  cost: { ...unchanged.cost, before: { low: 0, high: 0 }, after: { low: 120.45, high: 120.45 }, items: [{ layer: "network", address: "aws_nat_gateway.network_this", what: "NAT gateways", after: { low: 98.55, high: 98.55 }, how: "3 NAT gateways" }], notPriced: ["data through NAT gateways", "data through VPC endpoints"] },
};

/** One stack with 260 resources, of which one part has 200 in one collection. */
export const bigCreate: Review = {
  ...unchanged,
  environment: "shared-services",
  verdict: { kind: "changes", sentence: "adds 260", exitCode: 2, counts: { ...none, create: 260 } },
  layers: [
    changedLayer("platform", { create: 260 }, {
      created: [
        ...firstNetwork.created,
        created.part("node_groups", { address: "aws_eks_node_group.node_groups_this", what: "node group", keys: Array.from({ length: 20 }, (_, index) => `group-${index + 1}`) }, { address: "aws_launch_template.node_groups_this", what: "launch template", keys: Array.from({ length: 20 }, (_, index) => `group-${index + 1}`) }),
        created.part("access", { address: "aws_eks_access_entry.cluster_access", what: "access entry", keys: Array.from({ length: 200 }, (_, index) => `arn:aws:iam::111122223333:role/team-${String(index + 1).padStart(3, "0")}`) }),
        created.part("module.dns", { address: "module.dns.aws_route53_zone.this", what: "hosted zone", keys: [] }, { address: "module.dns.aws_route53_record.this", what: "DNS record", keys: ["a", "b", "mx"] }),
      ],
    }),
  ],
  cost: { ...unchanged.cost, before: { low: 0, high: 0 }, after: { low: 2310.5, high: 4120.75 }, items: [{ layer: "platform", address: "aws_eks_node_group.node_groups_this", what: "node groups", after: { low: 1890, high: 3700.25 }, how: "20 to 40 × m6g.large, SPOT" }] },
};

const run = (id: string, more: Partial<Run> = {}): Run => ({ id, url: `https://app.terraform.io/app/example/runs/${id}`, status: "planned_and_finished", policies: [], ...more });

/** Planned in Terraform Cloud: policies that failed, an estimate of its own, a layer that failed. */
export const cloudRun: Review = {
  ...nodeGroupReplaced,
  plannedIn: { kind: "cloud", host: "app.terraform.io", organization: "example" },
  verdict: { kind: "failed", sentence: "platform could not be planned; replaces node group system (3 nodes drain, the new ones are there first), changes 1 in place", exitCode: 1, counts: { ...none, replace: 1, update: 1 } },
  layers: [
    { ...unchangedLayer("network"), run: run("run-network") },
    {
      ...(nodeGroupReplaced.layers[1] as PlannedLayer),
      run: run("run-cluster", {
        status: "policy_soft_failed",
        policies: [
          { kind: "sentinel", name: "no-public-endpoint", result: "passed" },
          { kind: "opa", name: "instance-families", result: "failed", message: "m7g is not in the list of the company", url: "https://app.terraform.io/app/example/policies/instance-families" },
          { kind: "task", name: "scanner", result: "advisory", message: "1 finding of low severity" },
        ],
        estimate: { before: 210.1, after: 222.4 },
      }),
      moved: [{ from: "aws_iam_role.node", to: "aws_iam_role.node_groups_this" }],
      imported: [{ address: "aws_cloudwatch_log_group.cluster_this", id: "/aws/eks/dev/cluster" }],
      lostReleases: ["helm_release.load_balancer_controller"],
    },
    { layer: "platform", outcome: "failed", error: "Error: Kubernetes cluster unreachable: the server has asked for the client to provide credentials\n\n  with helm_release.load_balancer_controller,\n  on cdk.tf.json line 212", run: run("run-platform", { status: "errored" }) },
  ],
};

/** Names that somebody chose who wanted to be seen. */
export const hostile: Review = {
  ...nodeGroupReplaced,
  layers: [
    changedLayer("cluster", { replace: 1 }, {
      gone: [{ ...systemGroup, address: 'aws_eks_node_group.this["größe | `x` --> <img src=x onerror=alert(1)> @everyone"]', what: "node group größe | `x` --> <img src=x onerror=alert(1)> @everyone", because: [attribute("labels", value("a|b\n# not a heading\n</details><script>"), value("[click](javascript:alert(1)) 日本語 👩‍👩‍👧"))] }],
    }),
  ],
};

export const samples = { unchanged, nodeGroupReplaced, refused, layered, bigCreate, cloudRun, hostile };
