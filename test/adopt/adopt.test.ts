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
