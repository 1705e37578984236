import { broken, type Problem } from "../../kernel";
import { crossRules } from "./cross-rules";

interface Peer {
  readonly pods?: { readonly namespace?: string | null } | null;
}

interface Namespace {
  readonly origin: string;
  readonly network: {
    readonly apiServer: object | null;
    readonly loadBalancers: { readonly facing: "internet" | "internal" } | null;
    readonly ingress: Readonly<Record<string, { readonly from: readonly Peer[] }>>;
    readonly egress: Readonly<Record<string, { readonly to: readonly Peer[] }>>;
  } | null;
}

interface Namespaces {
  readonly namespaces: Readonly<Record<string, Namespace>>;
  readonly loadBalancerCidrs: Readonly<Record<"internet" | "internal", readonly string[]>>;
  readonly apiServerCidrs: readonly string[];
}

/** What is wrong between the inputs, whose single inputs are right. */
export function namespaceProblems(path: string, { namespaces, loadBalancerCidrs, apiServerCidrs }: Namespaces): Problem[] {
  const networks = Object.values(namespaces).flatMap(({ network }) => network ?? []);
  const facing = networks.flatMap(({ loadBalancers }) => loadBalancers?.facing ?? []);
  return [
    ...betweenNamespaces(path, namespaces),
    ...(facing.some((side) => loadBalancerCidrs[side].length === 0) ? [broken(path, crossRules.loadBalancers, loadBalancerCidrs)] : []),
    ...(networks.some(({ apiServer }) => apiServer !== null) && apiServerCidrs.length === 0 ? [broken(path, crossRules.apiServer, apiServerCidrs)] : []),
  ];
}

/** The same of the namespaces alone. */
export function betweenNamespaces(path: string, namespaces: Readonly<Record<string, Namespace>>): Problem[] {
  const reserved = Object.keys(namespaces).filter((name) => /^(default$|kube-)/.test(name) && namespaces[name]!.origin === "new");
  const peers = Object.values(namespaces).flatMap(({ network }) => [...Object.values(network?.ingress ?? {}).flatMap(({ from }) => from), ...Object.values(network?.egress ?? {}).flatMap(({ to }) => to)]);
  const unknown = [...new Set(peers.flatMap(({ pods }) => pods?.namespace ?? []))].filter((name) => !Object.hasOwn(namespaces, name));
  return [...(reserved.length === 0 ? [] : [broken(path, crossRules.reservedName, reserved)]), ...(unknown.length === 0 ? [] : [broken(path, crossRules.unknownNamespace, unknown)])];
}
