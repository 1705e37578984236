import { type Expr, map, nullable, object, tf } from "../../kernel";
import { loadBalancerBlocks, namespace, namespacesInputs } from "../../modules/namespaces/inputs";
import { Namespaces } from "../../modules/namespaces/namespaces";
import type { ReadableEnvironment } from "../readable";
import type { Part, Place } from "./place";
import { hasPolicies } from "./policies";

export const namespacesInput = map(namespace, { default: {}, doc: "Namespaces by name.", rules: namespacesInputs.namespaces.meta.rules });

export const loadBalancerCidrsInput = nullable(object(loadBalancerBlocks, { doc: "Where load balancers are, for `loadBalancers` of namespaces. Absent: the subnets of a network that is made here." }));

/** Namespaces, once the API answers. */
export function namespaces({ stack, environment, network, cluster, ready }: Place): Part | undefined {
  const { platform, cluster: declared } = environment;
  if (Object.keys(platform!.namespaces).length === 0) return undefined;
  const { ipFamily } = declared;
  const blocks = (byZone: Expr<Readonly<Record<string, string>>>) => tf<readonly string[]>`values(${byZone})`;
  /** One of the first addresses of the block of services, which EKS gives to a Service of its own. */
  const service = (index: number) => tf<readonly string[]>`[join("/", [cidrhost(${cluster.serviceCidr}, ${index}), ${ipFamily === "ipv6" ? "128" : "32"}])]`;
  return new Namespaces(stack, "namespaces", {
    namespaces: platform!.namespaces,
    ipFamily,
    loadBalancerCidrs: platform!.loadBalancerCidrs ?? { internet: blocks(network.publicSubnetCidrs), internal: blocks(network.privateSubnetCidrs) },
    apiServerCidrs: service(1),
    dnsAddresses: { cidrs: service(10) },
    autoModePolicies: policiesOnAutoMode(environment) ? {} : null,
    ready,
  });
}

/** Without the add-on, Auto Mode enforces policies itself once it is told to. */
function policiesOnAutoMode(environment: ReadableEnvironment): boolean {
  return hasPolicies(environment) && environment.cluster?.autoMode != null && !("vpc-cni" in (environment.addons ?? {}));
}
