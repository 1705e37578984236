import type { Data } from "./subjects";

/** Names are not Kubernetes's own, peers are in the same namespace, and what a policy opens is somewhere. */
export function sensibleNamespaces(data: Data): Data {
  const namespaces = Object.entries((data["namespaces"] ?? {}) as Record<string, Data>);
  return {
    ...data,
    loadBalancerCidrs: { internet: ["10.0.0.0/24"], internal: ["10.0.128.0/20"], ...data["loadBalancerCidrs"] },
    apiServerCidrs: data["apiServerCidrs"]?.length > 0 ? data["apiServerCidrs"] : ["172.20.0.1/32"],
    namespaces: Object.fromEntries(namespaces.map(([name, namespace]) => [/^(default$|kube-)/.test(name) ? `n-${name}`.slice(0, 60) : name, withOwnPeers(namespace)])),
  };
}

function withOwnPeers(namespace: Data): Data {
  const { network } = namespace;
  if (network == null) return namespace;
  const own = (peer: Data) => (peer["pods"] == null ? peer : { ...peer, pods: { ...peer["pods"], namespace: null } });
  const rules = (side: "from" | "to", of: Record<string, Data> | undefined) => of && Object.fromEntries(Object.entries(of).map(([name, rule]) => [name, { ...rule, [side]: rule[side].map(own) }]));
  return { ...namespace, network: { ...network, ingress: rules("from", network.ingress), egress: rules("to", network.egress) } };
}
