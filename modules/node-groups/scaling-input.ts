import { autoscalingOptions } from "../../aws/autoscaler-tags";
import { nodeGroupLimits } from "../../aws/cluster-limits";
import { atMost, keys, map, matches, nullable, number, object, oneOf, text, whole } from "../../kernel";

// Kubernetes takes no more nodes in a cluster, whatever the group.
const mostNodes = 100_000;

export const sizes = object(
  {
    min: number({ rules: [whole("node-group-min", nodeGroupLimits.minSize.min, mostNodes)] }),
    desired: number({ rules: [whole("node-group-desired", nodeGroupLimits.minSize.min, mostNodes)] }),
    max: number({ rules: [whole("node-group-max", nodeGroupLimits.maxSize.min, mostNodes)] }),
  },
  {
    doc: "Number of nodes: the least, the wanted and the most. Terraform sets the wanted number at every apply, unless there is an `autoscaler`.",
    rules: [atMost("node-group-min-desired", "min", "desired"), atMost("node-group-desired-max", "desired", "max")],
  },
);

export const autoscaler = nullable(
  object(
    {
      resources: map(text({ rules: [matches("autoscaler-resource", /^[0-9]+(\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?$/, "a quantity such as 4 or 100Gi")] }), {
        default: {},
        doc: "What a new node would have, beside CPU, memory and the disk: `{ \"nvidia.com/gpu\" = \"1\" }`. Needed where a group starts at no node.",
      }),
      options: map(text({ rules: [matches("autoscaler-option-value", /^[A-Za-z0-9.]+$/, "a setting such as 0.5, 10m or true")] }), {
        default: {},
        doc: "Settings of the Cluster Autoscaler for this group alone, such as `{ scaledownunneededtime = \"5m\" }`.",
        rules: [keys(oneOf<string>("autoscaler-option", autoscalingOptions))],
      }),
    },
    {
      doc: "The wanted number of nodes belongs to an autoscaler: Terraform sets it when the group is made and leaves it alone from then on. The Auto Scaling group is tagged with labels, taints and resources, so that the Cluster Autoscaler can start at no node.",
    },
  ),
);
