import type { Data } from "./subjects";

/** Peers are in namespaces that are declared, and what a policy opens is somewhere. */
export function sensibleNamespaces(data: Data): Data {
  const namespaces = Object.entries((data["namespaces"] ?? {}) as Record<string, Data>);
  return {
    ...data,
    loadBalancerCidrs: { internet: ["10.0.0.0/24"], internal: ["10.0.128.0/20"], ...data["loadBalancerCidrs"] },
    ...(namespaces.some(([, { network }]) => network?.apiServer != null) && { apiServerCidrs: ["172.20.0.1/32"] }),
    namespaces: Object.fromEntries(namespaces.map(([name, namespace]) => [name, withKnownPeers(namespace, namespaces[0]![0])])),
  };
}

function withKnownPeers(namespace: Data, known: string): Data {
  const { network } = namespace;
  if (network == null) return namespace;
  const own = (peer: Data) => (peer["pods"] == null ? peer : { ...peer, pods: { ...peer["pods"], namespace: peer["pods"].namespace == null ? null : known } });
  const rules = (direction: "ingress" | "egress", side: "from" | "to") => {
    const of = network[direction] as Record<string, Data> | undefined;
    return of === undefined ? {} : { [direction]: Object.fromEntries(Object.entries(of).map(([name, rule]) => [name, { ...rule, [side]: rule[side].map(own) }])) };
  };
  return { ...namespace, network: { ...network, ...rules("ingress", "from"), ...rules("egress", "to") } };
}
