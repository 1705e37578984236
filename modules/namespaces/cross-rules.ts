import type { CrossRule } from "../../kernel";

export const crossRules = {
  reservedName: {
    id: "namespace-reserved",
    field: "namespaces",
    expected: "the origin existing for default and kube-…",
    why: "Kubernetes makes those itself",
  },
  unknownNamespace: {
    id: "network-unknown-namespace",
    field: "namespaces",
    expected: "peers in declared namespaces",
    why: "a policy for a namespace that is not there lets nobody through; one that others make is declared with the origin existing",
  },
  loadBalancers: {
    id: "network-load-balancer-blocks",
    field: "loadBalancerCidrs",
    expected: "the blocks in which the load balancers are",
  },
  apiServer: {
    id: "network-api-server-blocks",
    field: "apiServerCidrs",
    expected: "the address of the Kubernetes API",
  },
} as const satisfies Record<string, CrossRule>;
