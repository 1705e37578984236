import { forward, tf } from "../../../kernel";
import { Addons } from "../../../modules/addons/addons";
import { addonsInputs } from "../../../modules/addons/inputs";
import { addonsModule } from "../../../modules/addons/module";
import { NodeGroups } from "../../../modules/node-groups/node-groups";
import { synthModule, synthStack } from "../../synth";
import { bindings, planBoth } from "../cluster/both-bindings";
import { minimal as nodes } from "../node-groups/minimal";

const subject = { definition: addonsModule, inputs: addonsInputs, construct: Addons };
const every = {
  version: "v1.20.4-eksbuild.1",
  configurationValues: JSON.stringify({ env: { WARM_ENI_TARGET: "1", PATTERN: "${name} %{if} \"quoted\" \\" } }),
  resolveConflictsOnCreate: "NONE",
  resolveConflictsOnUpdate: "PRESERVE",
  preserve: true,
  roleArn: "arn:aws:iam::111122223333:role/cni",
} as const;
const cases = {
  classic: { clusterName: "eks-test", addons: { coredns: {}, "kube-proxy": {}, "vpc-cni": {} } },
  every: { clusterName: "eks-test", addons: { "vpc-cni": every, "eks-pod-identity-agent": {}, "aws-ebs-csi-driver": {}, Market_place: {} }, tags: { team: "platform" } },
  moved: { clusterName: "eks-test", addons: { coredns: { phase: "beforeNodes" }, "kube-proxy": { phase: "afterNodes" } } },
  none: { clusterName: "eks-test", addons: {} },
  unknown: { clusterName: tf<string>`aws_vpc.other.id`, addons: { coredns: {}, "vpc-cni": { roleArn: tf<string>`aws_vpc.other.arn` } } },
} as const;
let planned: Awaited<ReturnType<typeof planBoth>>;

beforeAll(async () => {
  planned = await planBoth(subject, cases, { aws_vpc: { other: { cidr_block: "10.0.0.0/16" } } });
});

describe.each(bindings)("add-ons in a %s", (binding) => {
  const of = (name: keyof typeof cases) => planned(binding, name);

  it.each([
    ["classic", ['after_nodes["coredns"]', 'before_nodes["kube-proxy"]', 'before_nodes["vpc-cni"]']],
    ["every", ['after_nodes["Market_place"]', 'after_nodes["aws-ebs-csi-driver"]', 'before_nodes["eks-pod-identity-agent"]', 'before_nodes["vpc-cni"]']],
    ["moved", ['after_nodes["kube-proxy"]', 'before_nodes["coredns"]']],
    ["none", []],
    ["unknown", ['after_nodes["coredns"]', 'before_nodes["vpc-cni"]']],
  ] as const)("stand where their name or their phase puts them: %s", (name, addresses) => {
    expect(of(name).addresses()).toEqual(addresses.map((address) => `aws_eks_addon.${address}`));
  });

  it("overwrite what others have set and go with their software, by default", () => {
    expect(of("classic").values('aws_eks_addon.after_nodes["coredns"]')).toMatchObject({
      cluster_name: "eks-test",
      addon_name: "coredns",
      resolve_conflicts_on_create: "OVERWRITE",
      resolve_conflicts_on_update: "OVERWRITE",
      preserve: false,
      service_account_role_arn: null,
    });
    expect(of("classic").unknown('aws_eks_addon.after_nodes["coredns"]')).toMatchObject({ addon_version: true });
  });

  it("take every option, settings as they were written", () => {
    expect(of("every").values('aws_eks_addon.before_nodes["vpc-cni"]')).toMatchObject({
      addon_version: every.version,
      configuration_values: every.configurationValues,
      resolve_conflicts_on_create: "NONE",
      resolve_conflicts_on_update: "PRESERVE",
      preserve: true,
      service_account_role_arn: every.roleArn,
      tags: { team: "platform" },
    });
  });

  it("take a role whose ARN is known only after apply", () => {
    expect(of("unknown").unknown('aws_eks_addon.before_nodes["vpc-cni"]')).toMatchObject({ service_account_role_arn: true, cluster_name: true });
  });
});

describe("the order of add-ons", () => {
  it("is nodes before the add-ons after nodes, and nothing before the others", () => {
    const { before_nodes, after_nodes } = synthModule(addonsModule)["resource"].aws_eks_addon;
    expect(before_nodes).not.toHaveProperty("depends_on");
    expect(after_nodes.depends_on).toEqual(["var.nodes_ready"]);
  });

  it("is add-ons, nodes, add-ons in a stack", () => {
    const json = synthStack((stack) => {
      const ready = forward("nodes");
      const addons = new Addons(stack, "addons", { ...cases.classic, nodesReady: ready.ready });
      ready.set(new NodeGroups(stack, "nodes", { ...nodes, addonsReady: addons.beforeNodesReady }).ready);
    })["resource"];
    expect(json.aws_eks_node_group.nodes_this.depends_on).toContain("aws_eks_addon.addons_before_nodes");
    expect(json.aws_eks_node_group.nodes_this.depends_on).not.toContain("aws_eks_addon.addons_after_nodes");
    expect(json.aws_eks_addon.addons_after_nodes.depends_on).toEqual(["aws_eks_node_group.nodes_this"]);
  });
});

it("outputs versions, ARNs and readiness", () => {
  expect(Object.keys(synthModule(addonsModule)["output"] as object)).toEqual(["addon_versions", "addon_arns", "before_nodes_ready", "ready"]);
});
