import { nodeGroupLimits, taintEffects } from "../../aws/cluster-limits";
import { kubernetesNames, reservedLabelParts } from "../../aws/kubernetes-names";
import { choice, count, distinctBy, keys, length, list, map, matches, nullable, object, text, withoutText } from "../../kernel";

const { labelKey, labelValue, taintKey, taintValue, taints: taintCount } = nodeGroupLimits;

const key = "letters, digits, hyphens, underscores and dots, with a DNS name and a slash before it or not";
const value = "letters, digits, hyphens, underscores and dots, the first and last a letter or digit";

export const labels = map(
  text({ rules: [length("node-label-value-length", labelValue.minLength, labelValue.maxLength), matches("node-label-value", kubernetesNames.value, value)] }),
  {
    default: {},
    doc: "Kubernetes labels of the nodes.",
    rules: [
      keys(length("node-label-key-length", labelKey.minLength, labelKey.maxLength)),
      keys(matches("node-label-key", kubernetesNames.key, key)),
      keys(withoutText("node-label-reserved", reservedLabelParts, { why: "EKS and kubelet keep those for themselves" })),
    ],
  },
);

const taint = object({
  key: text({ rules: [length("taint-key-length", taintKey.minLength, taintKey.maxLength), matches("taint-key", kubernetesNames.key, key)] }),
  value: nullable(text({ rules: [length("taint-value-length", 1, taintValue.maxLength), matches("taint-value", kubernetesNames.value, value)] })),
  effect: choice(taintEffects),
});

export const taints = list(taint, {
  default: [],
  doc: "Kubernetes taints of the nodes. Those of an image of your own come after a node has joined.",
  rules: [count("taint-count", 0, taintCount.max), distinctBy("distinct-taints", ["key", "effect"])],
});
