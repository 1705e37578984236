import { anyText, openObject, resources } from "./setting";

/** Schema of v1.28.8-eksbuild.5, from the same source as that of coredns. */
export const kubeProxy = {
  ipvs: { kind: "object", fields: { scheduler: anyText } },
  mode: { kind: "text", words: ["iptables", "ipvs"] },
  podAnnotations: openObject,
  podLabels: openObject,
  resources,
} as const;
