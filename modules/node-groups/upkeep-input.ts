import { nodeGroupLimits, repairActions } from "../../aws/cluster-limits";
import { argumentSince } from "../../aws/provider-floor";
import { choice, exactlyOne, length, list, nullable, number, object, text, whole } from "../../kernel";

const { maxUnavailable, maxUnavailablePercentage } = nodeGroupLimits;

export const update = object(
  {
    maxUnavailable: nullable(number({ doc: "Nodes at a time.", rules: [whole("node-group-unavailable", maxUnavailable.min, maxUnavailable.max)] })),
    maxUnavailablePercentage: nullable(
      number({ doc: "Percentage of the nodes at a time.", rules: [whole("node-group-unavailable-percentage", maxUnavailablePercentage.min, maxUnavailablePercentage.max)] }),
    ),
  },
  {
    default: { maxUnavailablePercentage: 33 },
    doc: "How many nodes an update replaces at a time.",
    rules: [exactlyOne("node-group-update", ["maxUnavailable", "maxUnavailablePercentage"], { expected: "either a number or a percentage of nodes" })],
  },
);

/** A number or a percentage of nodes. `id` is that of its rules, `argument` what came with it. */
const share = (id: string, argument: string, doc: string) =>
  nullable(
    object(
      {
        count: nullable(number({ doc: "Number of nodes.", rules: [whole(`${id}-count`, 1, 100)] })),
        percentage: nullable(number({ doc: "Percentage of the nodes.", rules: [whole(`${id}-percentage`, 1, 100)] })),
      },
      { doc, since: argumentSince("aws_eks_node_group", `node_repair_config.${argument}_count`), rules: [exactlyOne(id, ["count", "percentage"], { expected: "either a number or a percentage of nodes" })] },
    ),
  );

const override = object({
  condition: text({ doc: "Condition that the monitoring agent sets, such as `AcceleratedInstanceNotReady`.", rules: [length("repair-condition", 1, 63)] }),
  reason: text({ doc: "Reason that it gives, such as `NvidiaXID13Error`.", rules: [length("repair-reason", 1, 63)] }),
  waitMinutes: number({ doc: "Minutes that the node may stay so.", rules: [whole("repair-wait", 1, 1440)] }),
  action: choice(repairActions, { doc: "What is then done." }),
});

export const repair = nullable(
  object(
    {
      stopAbove: share("repair-stop", "max_unhealthy_node_threshold", "More unhealthy nodes than this at a time are not repaired: something else is wrong."),
      atOnce: share("repair-at-once", "max_parallel_nodes_repaired", "Nodes that are repaired at a time."),
      overrides: list(override, { default: [], since: argumentSince("aws_eks_node_group", "node_repair_config.node_repair_config_overrides"), doc: "What is done about a certain condition, in place of EKS's own choice." }),
    },
    { doc: "EKS reboots or replaces nodes that are not healthy. Linux only. It sees more with the add-on eks-node-monitoring-agent." },
  ),
);

export const timeoutMinutes = number({
  default: 60,
  doc: "Minutes that Terraform waits for the group to be made, changed or deleted. Large groups whose pods leave slowly take longer.",
  rules: [whole("node-group-timeout", 5, 1440)],
});
