import { readFileSync } from "node:fs";
import { join } from "node:path";
import { adoption } from "../../cli/adopt/adoption";
import { initAndPlanAndShowWithStruct, type Plan, temporaryFolder, writeFiles } from "../harness";
import { offlineProvider } from "../offline";

/**
 * States of terraform-aws-vpc 5.21.0 with terraform-aws-eks 20.37.2, and of 6.6.0 with 21.19.0, as they were applied to
 * the emulator on 2026-11-22 with AWS provider 5.100: without `time_sleep`, and the newer pair without what provider 6 alone knows.
 */
const recorded = (name: string) => readFileSync(join(__dirname, `${name}.json`), "utf8");
const source = (module: string) => join(process.cwd(), "generated", module);

const states = [
  {
    name: "vpc5-eks20",
    made: [
      'module.cluster.aws_vpc_security_group_ingress_rule.this["ingress_nodes_443"]',
      "module.network.aws_iam_role_policy.flow_logs[0]",
      'module.network.aws_route.private_nat["us-east-1b"]',
      'module.network.aws_route.private_nat["us-east-1c"]',
      "module.network.aws_route_table.database[0]",
      'module.network.aws_route_table.private["us-east-1b"]',
      'module.network.aws_route_table.private["us-east-1c"]',
      'module.node_groups.aws_autoscaling_group_tag.this["system/k8s.io/cluster-autoscaler/node-template/label/role"]',
      'module.node_groups.aws_autoscaling_group_tag.this["system/k8s.io/cluster-autoscaler/node-template/resources/ephemeral-storage"]',
      'module.node_groups.aws_iam_role_policy_attachment.this["AmazonEC2ContainerRegistryPullOnly"]',
      'module.node_groups.aws_iam_role_policy_attachment.this["AmazonSSMManagedInstanceCore"]',
    ],
    tagged: ["module.cluster.aws_eks_cluster.this", "module.cluster.aws_kms_key.secrets[0]"],
  },
  {
    name: "vpc6-eks21",
    made: [
      'module.cluster.aws_vpc_security_group_ingress_rule.this["ingress_nodes_443"]',
      "module.network.aws_security_group.endpoints[0]",
      'module.network.aws_vpc_security_group_ingress_rule.endpoints["secondary-secondary1"]',
      'module.network.aws_vpc_security_group_ingress_rule.endpoints["vpc"]',
      'module.node_groups.aws_autoscaling_group_tag.this["spot/k8s.io/cluster-autoscaler/node-template/resources/ephemeral-storage"]',
      'module.node_groups.aws_autoscaling_group_tag.this["spot/k8s.io/cluster-autoscaler/node-template/taint/spot"]',
      'module.node_groups.aws_autoscaling_group_tag.this["system/k8s.io/cluster-autoscaler/node-template/resources/ephemeral-storage"]',
      'module.node_groups.aws_iam_role_policy_attachment.this["AmazonEC2ContainerRegistryPullOnly"]',
      'module.node_groups.aws_iam_role_policy_attachment.this["AmazonSSMManagedInstanceCore"]',
    ],
    tagged: [],
  },
] as const;

/** Resources that would lose a tag other than their name. */
function changesOfTags({ changes }: Plan): string[] {
  const kept = Object.values(changes).filter(({ before, after }) => before?.["tags"] && after);
  return kept.filter(({ before, after }) => Object.keys(before!["tags"]).some((key) => key !== "Name" && after!["tags"]?.[key] !== before!["tags"][key])).map(({ address }) => address);
}

test.each(states)("what is written for $name replaces nothing, and destroys only what it says", async ({ name, made, tagged }) => {
  const { files, fates } = adoption(recorded(name), source);
  const folder = temporaryFolder();
  // An import asks AWS, which is not there: the rule is planned as if it were made.
  const moved = files["moved.tf"]!.replace(/^import \{\n.*\n.*\n\}\n/gm, "");
  const adopted = files["adopted.tf"]!.replace('"0.0.0.0/0"', '"203.0.113.0/24"');
  writeFiles(folder, { "main.tf.json": { provider: { aws: offlineProvider } }, "adopted.tf": adopted, "moved.tf": moved, "terraform.tfstate": recorded(name) });
  const plan = await initAndPlanAndShowWithStruct({ terraformDir: folder, extraArgs: { plan: ["-refresh=false"] } });
  const of = (...actions: string[]) => Object.entries(plan.actions).flatMap(([address, done]) => (done.join() === actions.join() ? [address] : []));
  expect([...of("delete", "create"), ...of("create", "delete")]).toEqual([]);
  expect(of("create").sort()).toEqual([...made].sort());
  const gone = fates.filter(({ fate }) => fate.kind === "goes");
  expect(changesOfTags(plan)).toEqual([...tagged]);
  expect(of("delete").sort()).toEqual(gone.map(({ resource }) => resource.address).sort());
});

test("every resource of a call has a fate, and what must be decided is said", () => {
  const { fates, notes } = adoption(recorded("vpc5-eks20"), source);
  expect(fates).toHaveLength(82);
  expect(notes).toEqual([
    "network: database subnets use the private route tables and so reach the internet; here they get a table without that route",
    "cluster: endpoint.public.cidrs: the API server is open to the whole internet; say which blocks may reach it, the module takes no other",
    "cluster: secrets_key.create.administrators: arn:aws:sts::123456789012:user/moto is neither a role nor a user, and no longer administers the key",
    "cluster: tags that the others do not have go: module.eks.aws_eks_cluster.this[0] (terraform-aws-modules); module.eks.module.kms.aws_kms_key.this[0] (terraform-aws-modules)",
  ]);
});

test("a state without these modules is refused", () => {
  expect(() => adoption('{"version":4,"resources":[]}', source)).toThrow("adopt: expected a state with a call of terraform-aws-vpc or terraform-aws-eks, got nothing   [adopt-nothing]");
});

test("in another root everything is imported by the id that the provider takes, and the old root forgets all but what goes", () => {
  const { files, forgotten, fates } = adoption(recorded("vpc5-eks20"), source, "import");
  const imported = Object.fromEntries([...files["imported.tf"]!.matchAll(/to = (.+)\n {2}id = "(.+)"/g)].map(([, to, id]) => [to, id]));
  expect(Object.keys(imported)).toHaveLength(60);
  expect(imported).toMatchObject({
    "module.network.aws_vpc.this": "vpc-1347ea052087fc8e6",
    'module.network.aws_eip.nat["us-east-1a"]': "eipalloc-4a5023a344037edca",
    'module.network.aws_route.private_nat["us-east-1a"]': "rtb-941bbd019a9c72bcb_0.0.0.0/0",
    'module.network.aws_route_table_association.intra["us-east-1b"]': "subnet-f973c2db6e2105bb8/rtb-c5ea3f0fdab8c5016",
    "module.network.aws_cloudwatch_log_group.flow_logs[0]": "/aws/vpc-flow-log/vpc-1347ea052087fc8e6",
    "module.cluster.aws_eks_cluster.this": "shop",
    'module.cluster.aws_iam_role_policy_attachment.this["AmazonEKSClusterPolicy"]': "shop-cluster-20261122022412058100000001/arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
    'module.cluster.aws_eks_access_entry.this["developers"]': "shop:arn:aws:iam::123456789012:role/viewer",
    'module.cluster.aws_eks_access_policy_association.this["developers/AmazonEKSViewPolicy"]': "shop#arn:aws:iam::123456789012:role/viewer#arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy",
    "module.cluster.aws_kms_alias.secrets[0]": "alias/eks/shop",
    'module.cluster.aws_vpc_security_group_ingress_rule.this["ingress_nodes_443"]': expect.stringMatching(/^sgr-[0-9a-f]+$/),
    'module.addons.aws_eks_addon.before_nodes["vpc-cni"]': "shop:vpc-cni",
    'module.node_groups.aws_eks_node_group.autoscaled["system"]': "shop:system-2026112202244016930000001a",
    'module.node_groups.aws_launch_template.this["system"]': "lt-598eb8d335ae3908f",
  });
  const leaves = [...forgotten["forgotten.tf"]!.matchAll(/from = (.+)/g)].map(([, address]) => address);
  const gone = fates.filter(({ fate }) => fate.kind === "goes").map(({ resource }) => resource.address);
  expect(gone).toEqual([
    "module.vpc.aws_iam_policy.vpc_flow_log_cloudwatch[0]",
    "module.vpc.aws_iam_role_policy_attachment.vpc_flow_log_cloudwatch[0]",
    "module.eks.aws_iam_policy.cluster_encryption[0]",
    "module.eks.aws_iam_role_policy_attachment.cluster_encryption[0]",
  ]);
  const whole = (address: string) => address.replaceAll(/\[[^\]]*\]/g, "");
  expect(new Set([...leaves, ...gone.map(whole)])).toEqual(new Set(fates.map(({ resource }) => whole(resource.address))));
});

test("a role's permissions boundary, tags of a tier and the key's administrators are carried over", () => {
  const changed = JSON.parse(recorded("vpc5-eks20")) as { resources: { module: string; type: string; name: string; instances: { attributes: Record<string, any> }[] }[] };
  const of = (module: string, address: string) => changed.resources.filter((resource) => resource.module === module && `${resource.type}.${resource.name}` === address).flatMap(({ instances }) => instances.map(({ attributes }) => attributes));
  of("module.eks", "aws_iam_role.this")[0]!["permissions_boundary"] = "arn:aws:iam::123456789012:policy/bound";
  for (const subnet of of("module.vpc", "aws_subnet.private")) subnet["tags"]["karpenter.sh/discovery"] = "shop";
  const [key] = of("module.eks.module.kms", "aws_kms_key.this");
  const policy = JSON.parse(key!["policy"]) as { Statement: { Sid: string; Principal: { AWS: unknown } }[] };
  policy.Statement.find(({ Sid }) => Sid === "KeyAdministration")!.Principal.AWS = ["arn:aws:iam::123456789012:role/keys", "arn:aws:iam::123456789012:root"];
  policy.Statement.push({ Sid: "Backups", Principal: { AWS: "arn:aws:iam::123456789012:role/backups" } });
  key!["policy"] = JSON.stringify(policy);
  const { files, notes } = adoption(JSON.stringify(changed), source);
  const [, cluster] = files["adopted.tf"]!.split(/^module /m).slice(1);
  expect(cluster).toMatch(/permissions_boundary += "arn:aws:iam::123456789012:policy\/bound"\n/);
  expect(files["adopted.tf"]).toContain('tags  = { "karpenter.sh/discovery" = "shop" }');
  expect(cluster).toMatch(/administrators += \["arn:aws:iam::123456789012:role\/keys"\]\n/);
  expect(notes).toContain("cluster: secrets_key: statements of the key's policy go: Backups; whoever they let use the key must not need it any more");
});
