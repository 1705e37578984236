import { columnsOf } from "../../../review/faces/printable";
import { terminalLines } from "../../../review/faces/terminal";
import type { AttributeChange, PlannedLayer, Review } from "../../../review/report/review";
import { recordedPlan } from "../large-plan";
import { reviewOfPlans } from "../report/planned";
import { absent, cloudRun, hostile, nodeGroupReplaced, refused, samples, unchanged, unknown, value } from "../samples";

const wide = { colour: false, width: 100 };
const shown = (review: Review, options = wide) => terminalLines(review, options).join("\n");
const escape = /\u001b\[\d+m/g;

it("says in three lines that nothing changes", () => {
  expect(terminalLines(unchanged, wide)).toEqual(["Review of dev: nothing changes", "  commit efd1ca5, 2026-11-22 05:41 UTC, planned locally", "  costs $214.62 a month, as before"]);
});

it("of a replaced cluster, what is replaced for its sake is told with it, in one line", () => {
  const text = shown(reviewOfPlans({ local: recordedPlan("cluster-replaced") }), { colour: false, width: Infinity });
  expect(text).toContain("      replaced too, since they refer to it: 2 node groups, OIDC provider, 4 add-ons, 2 access entries, 2 access policies and Pod Identity association orders\n");
  expect(text.match(/^[-+/]+ replaces .*/gm)).toHaveLength(6);
});

it("tells of a replaced node group why, what it means, and what comes with it", () => {
  expect(shown(nodeGroupReplaced)).toBe(`\
Review of dev: replaces node group system (3 nodes drain, the new ones are there first), changes 1
in place
  commit efd1ca5 with changes that are not committed, 2026-11-22 05:41 UTC, planned locally

Replaced
+/- replaces node group system: 3 nodes drain, the new ones are there first
      cluster: aws_eks_node_group.node_groups_this["system"]
      because instance_types[0]  "m6g.large" → "m7g.large"
      known after apply: arn, node_group_name

Changed in place
  ~ launch template system: the nodes of its group are replaced one after the other
      cluster: aws_launch_template.node_groups_this["system"]
      block_device_mappings[0].ebs[0].volume_size  20 → 40
      user_data                                    (sensitive value) changes
      tags["team"]                                 nothing → "platform"
      known after apply: latest_version

Cost: $214.62 → $226.30 a month (+$11.68)
  ~ node group system: $168.63 → $180.31
      cluster: aws_eks_node_group.node_groups_this["system"]
      3 × m6g.large, then 3 × m7g.large
    not priced: data through NAT gateways
    prices of us-east-1: AWS price list of us-east-1, read 2026-11-20

Addresses left in subnets when every node group is at its greatest
  · private us-east-1a 10.0.0.0/24: 77 of 251, 201 free in AWS now

Versions near their end
  · standard support of Kubernetes 1.33 ends on 2026-12-29, in 37 days; then it costs more
      cluster: aws_eks_cluster.cluster_this

Layers
  · network: no changes
  · cluster: 1 to replace, 1 to change
  · platform: no changes, planned on what cluster gave out before its changes`);
});

it("begins, where a cluster would be lost, with that and with what refuses it", () => {
  expect(shown(refused)).toBe(`\
Review of prod: refused by cluster-replaced, destroy-cluster and open-to-world; replaces cluster
prod (everything in it is lost), destroys KMS key secrets (what it encrypted cannot be read any
more), forgets 1, changes 1 in place, adds 1
  commit 1553d33, 2026-11-22 05:41 UTC, planned locally

Destroyed or replaced
-/+ replaces cluster prod: everything in it is lost
      cluster: aws_eks_cluster.cluster_this
      because encryption_config[0].provider[0].key_arn
          "arn:aws:kms:us-east-1:111122223333:key/0f0e"
        → nothing
      known after apply: endpoint
  - destroys KMS key secrets: what it encrypted cannot be read any more
      cluster: aws_kms_key.cluster_secrets
      why: no longer in the program

Refused
  ! cluster aws_eks_cluster.cluster_this: expected the cluster to stay, got "replace"; everything in
    it is lost   [cluster-replaced]
  ! cluster prod is replaced: everything in it is lost   [destroy-cluster]
      cluster: aws_eks_cluster.cluster_this
  ! security group rule api lets in 0.0.0.0/0   [open-to-world]
      cluster: aws_security_group_rule.cluster_api
    a guard in brackets lets pass what somebody gives a reason for: --allow <guard>=<reason>, or
    review.allowed in the environment's file

Allowed, with a reason
  · KMS key secrets is destroyed   [destroy-key]
      cluster: aws_kms_key.cluster_secrets
      the environment's file: moved to the key of the account, PLAT-412

Changed in place
  ~ security group rule api
      cluster: aws_security_group_rule.cluster_api
      cidr_blocks[0]  "10.0.0.0/8" → "0.0.0.0/0"

Access widened
  ! developers may administer the whole cluster
      cluster: aws_eks_access_policy_association.clus…cess["developers/AmazonEKSClusterAdminPolicy"]
      nothing → AmazonEKSClusterAdminPolicy for arn:aws:iam::111122223333:role/developers
  ! every address may reach port 443
      cluster: aws_security_group_rule.cluster_api
      10.0.0.0/8 → 0.0.0.0/0

Created
  + access, in cluster: 1 resource
      access policy association developers/AmazonEKSClusterAdminPolicy

No longer managed
  . forgets log group of the cluster: stays in AWS, nobody manages it
      cluster: aws_cloudwatch_log_group.cluster_this
      why: removed by a removed block

Changed outside of Terraform since the last deploy
  ~ security group of the cluster: a deploy leaves it so
      cluster: aws_security_group.cluster_this
      tags["owner"]  nothing → "somebody"
  - IAM role ci is gone in AWS
      cluster: aws_iam_role.cluster_access["ci"]

Cost: $214.62 → $213.62 a month (-$1.00)
  - KMS key secrets: $1.00 → nothing
      cluster: aws_kms_key.cluster_secrets
      1 key
    prices of us-east-1: AWS price list of us-east-1, read 2026-11-20

Differs from the environment before it
  · nodeGroups.spot: staging has it, prod has not
  · cluster.kubernetesVersion: staging has "1.34", prod has "1.33"

Outputs
  ~ cluster: 1 output
      known after apply: cluster_endpoint

Layers
  · network: no changes
  · cluster: 1 to replace, 1 to destroy, 1 to forget, 1 to change, 1 to add
  · platform: no changes`);
});

it("shows a run of Terraform Cloud with its error, its policies and where to read on", () => {
  const lines = shown(cloudRun).split("\n\n");
  expect(lines.find((section) => section.startsWith("Failed"))).toBe(`\
Failed
  ! platform could not be planned
      │ Error: Kubernetes cluster unreachable: the server has asked for the client to provide
      │ credentials
      │
      │   with helm_release.load_balancer_controller,
      │   on cdk.tf.json line 212
      https://app.terraform.io/app/example/runs/run-platform`);
  expect(lines.find((section) => section.startsWith("Policies"))).toBe(`\
Policies in Terraform Cloud
  ! cluster: OPA policy instance-families failed: m7g is not in the list of the company
      https://app.terraform.io/app/example/policies/instance-families
  · cluster: run task scanner advises against it: 1 finding of low severity`);
  expect(shown(cloudRun)).toContain(`\
Layers
  · network: no changes
      run ended as planned_and_finished
      https://app.terraform.io/app/example/runs/run-network
  · cluster: 1 to replace, 1 to change
      run ended as policy_soft_failed
      passed: no-public-endpoint
      Terraform Cloud estimates $210.10 → $222.40 a month
      https://app.terraform.io/app/example/runs/run-cluster
  ! platform: could not be planned
      run ended as errored
      https://app.terraform.io/app/example/runs/run-platform`);
});

describe.each(Object.entries(samples))("%s", (_name, review) => {
  it.each([60, 100, 160])("stays within %d columns", (width) => {
    const long = terminalLines(review, { colour: false, width }).filter((line) => columnsOf(line) > width && !line.includes("https://app."));
    expect(long).toEqual([]);
  });

  it("says the same in colour", () => {
    const coloured = terminalLines(review, { colour: true, width: 100 });
    expect(coloured.join("\n")).toMatch(escape);
    expect(coloured.map((line) => line.replaceAll(escape, ""))).toEqual(terminalLines(review, wide));
  });
});

it("is cut nowhere where there is no width", () => {
  const text = "x".repeat(5000);
  const [layer] = hostile.layers as readonly [PlannedLayer];
  const review = { ...hostile, layers: [{ ...layer, outputs: [{ path: "long", before: value(text), after: value(`${text}y`) }] }] };
  expect(shown(review, { colour: false, width: Infinity })).toContain(`long  "${text}" → "${text}y"`);
});

it("shows of long values where they differ", () => {
  const policy = (action: string) => value(`${"statement ".repeat(30)}${action}${" statement".repeat(30)}`);
  const [layer] = hostile.layers as readonly [PlannedLayer];
  const review = { ...hostile, layers: [{ ...layer, outputs: [{ path: "policy", before: policy("s3:GetObject"), after: policy("s3:*") }] }] };
  expect(shown(review, { colour: false, width: 60 })).toContain(`\
      policy
          …tatement s3:GetObject statement statement statem…
        → …tatement s3:* statement statement statement stat…`);
});

it("lets nothing of a plan steer the terminal or turn the direction of text", () => {
  const [layer] = hostile.layers as readonly [PlannedLayer];
  const updated = [{ address: "aws_iam_role.this[\"a\u001b[2Jb\"]", type: "aws_iam_role", what: "IAM role \u202eadmin\r", attributes: [] }];
  const text = shown({ ...hostile, layers: [{ ...layer, updated }] });
  expect(text).toContain("  ~ IAM role \\u202eadmin\\u000d\n      aws_iam_role.this[\"a\\u001b[2Jb\"]");
});

it("says once what changes alike in many resources", () => {
  const [layer] = hostile.layers as readonly [PlannedLayer];
  const updated = Array.from({ length: 40 }, (_, index) => ({ address: `aws_iam_role.this["${index}"]`, type: "aws_iam_role", what: `IAM role ${index}`, attributes: [{ path: 'tags["team"]', before: value("a"), after: value("b") }] }));
  const sections = shown({ ...hostile, layers: [{ ...layer, updated }] }).split("\n\n");
  expect(sections.find((section) => section.startsWith("Changed in place"))).toBe(`\
Changed in place
  ~ 40 IAM roles alike
      tags["team"]  "a" → "b"
      cluster: IAM role 0, IAM role 1, IAM role 2, IAM role 3, IAM role 4, IAM role 5, IAM role 6,
      IAM role 7 and 32 more`);
});

describe("what is alike is said once", () => {
  const layer = refused.layers[1] as PlannedLayer;
  const tagged = (type: string, what: string, path: string) => ({ type, what, address: `${type}.${what}`, attributes: [{ path: `${path}["team"]`, before: absent, after: value("platform") }] });

  it("a tag of everything, also where the provider adds it", () => {
    const updated = [tagged("aws_subnet", "subnet a", "tags"), tagged("aws_subnet", "subnet b", "tags_all"), tagged("aws_vpc", "VPC", "tags_all")];
    expect(shown({ ...refused, layers: [{ ...layer, updated }] })).toContain(`\
Changed in place
  ~ 3 resources of 2 types alike
      tags["team"]  nothing → "platform"
      cluster: 2 subnets, VPC
`);
  });

  it.each([["harmless", 1], ["disruption", 2]] as const)("what goes for the same reason and is %s, in so many entries: %d", (severity, entries) => {
    const gone = ["a", "b"].map((key) => ({ ...layer.gone[0]!, type: "aws_iam_role", address: `aws_iam_role.this["${key}"]`, what: `IAM role ${key}`, severity }));
    const text = shown({ ...refused, layers: [{ ...layer, gone }] });
    expect(text.match(/^-\/\+ replaces/gm)).toHaveLength(entries);
    expect(text.includes("-/+ replaces 2 IAM roles: everything in it is lost\n      cluster: IAM role a, IAM role b\n")).toBe(severity === "harmless");
  });
});

it("of outputs that are known after apply there are the names, once", () => {
  const outputs: readonly AttributeChange[] = [
    { path: "arns.a", before: value("x"), after: unknown },
    { path: "arns.b", before: value("y"), after: unknown },
    { path: "ready", before: value("x"), after: { kind: "value", text: '["a", (known after apply)]' } },
    { path: "names.c", before: absent, after: value("c") },
    { path: "names.d", before: value("d"), after: absent },
    { path: "version", before: value("1.35"), after: value("1.36") },
  ];
  expect(shown({ ...refused, layers: [{ ...(refused.layers[1] as PlannedLayer), outputs }] })).toContain(`\
Outputs
  ~ cluster: 4 outputs
      version  "1.35" → "1.36"
      known after apply: arns, ready
      new: names.c
      gone: names.d`);
});

describe("of what somebody changed by hand it says whether a deploy takes it back", () => {
  const [layer] = refused.layers.slice(1) as [PlannedLayer];
  const changes = (...paths: readonly string[]) => paths.map((path) => ({ path, before: value(1), after: value(2) }));
  const one = { address: "aws_eks_node_group.this", type: "aws_eks_node_group", what: "node group a" };

  it.each([
    ["scaling_config[0].max_size", "node group a: a deploy takes it back"],
    ["scaling_config", "node group a: a deploy takes it back"],
    ["scaling", "node group a: a deploy leaves it so"],
    ["labels", "node group a: a deploy leaves it so"],
  ])("the plan changes %s", (path, sentence) => {
    const planned = { ...layer, drift: [{ ...one, deleted: false, attributes: changes("scaling_config[0].max_size") }], updated: [{ ...one, attributes: changes(path) }] };
    expect(shown({ ...refused, layers: [planned] })).toContain(`  ~ ${sentence}\n`);
  });

  it("some of it, and nothing of what goes", () => {
    const drift = [{ ...one, deleted: false, attributes: changes("version", "labels") }];
    expect(shown({ ...refused, layers: [{ ...layer, drift, updated: [{ ...one, attributes: changes("version") }] }] })).toContain("  ~ node group a: a deploy takes some of it back\n");
    expect(shown({ ...refused, layers: [{ ...layer, drift, gone: [{ ...layer.gone[0]!, ...one }] }] })).toContain("  ~ node group a, which does not stay\n");
  });
});
