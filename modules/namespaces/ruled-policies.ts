import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { type Collection, type Construct, crossCondition, dynamic, type Each, type Expr, type Handle, type Handles, local, optionalBlock, resource, template, tf } from "../../kernel";
import { crossRules } from "./cross-rules";
import type { namespacesInputs } from "./inputs";
import { type Networks, portBlocks } from "./network-policies";

/** A rule of one direction, with the namespace that it is for. */
interface Ruled {
  readonly namespace: string;
  readonly rule: string;
  readonly pods: Readonly<Record<string, string>>;
  readonly peers: readonly Peer[];
  readonly ports: readonly { readonly port: number; readonly endPort: number | null; readonly protocol: string }[];
}

interface Peer {
  readonly pods: { readonly namespace: string | null; readonly labels: Readonly<Record<string, string>> } | null;
  readonly block: { readonly cidr: string; readonly except: readonly string[] } | null;
}

const directions = {
  ingress: { type: "Ingress", peers: "from" },
  egress: { type: "Egress", peers: "to" },
} as const;

/** The policies that authors name, one for each rule of a direction. */
export function ruledPolicies(scope: Construct, inputs: Handles<typeof namespacesInputs>, networks: Networks, after: Expr<unknown>): Expr<unknown>[] {
  return [ruled(scope, inputs, networks, "ingress", after), ruled(scope, inputs, networks, "egress", after)];
}

function ruled(scope: Construct, { namespaces }: Handles<typeof namespacesInputs>, networks: Networks, direction: "ingress" | "egress", after: Expr<unknown>) {
  const { type, peers } = directions[direction];
  const rules = local<Readonly<Record<string, Ruled>>>(scope, direction, byNamespaceAndName(networks, direction));
  const rule = (rules as unknown as Collection<Ruled>).each.value as Handle<Ruled>;
  const block = { [peers]: dynamic(rule.peers, (peer) => peerBlock(peer, rule.namespace)), ports: portBlocks(rule.ports) };
  return resource(NetworkPolicyV1, scope, direction, {
    forEach: rules,
    metadata: { name: template`${direction}-${rule.rule}`, namespace: rule.namespace },
    spec: { podSelector: { matchLabels: rule.pods }, policyTypes: [type], [direction]: [block] },
    dependsOn: [after],
    lifecycle: { preconditions: [crossCondition(crossRules.unknownNamespace, tf`length(${strangers(rule, namespaces)}) == 0`, strangers(rule, namespaces))] },
  });
}

/** Namespaces hold no slash, so the two names are a key. */
function byNamespaceAndName(networks: Networks, direction: "ingress" | "egress"): Handle<Readonly<Record<string, Ruled>>> {
  return direction === "ingress"
    ? tf`merge([for name, namespace in ${networks} : { for rule, allowed in namespace.network.ingress : "\${name}/\${rule}" => { namespace = name, rule = rule, pods = allowed.pods, peers = allowed.from, ports = allowed.ports } }]...)`
    : tf`merge([for name, namespace in ${networks} : { for rule, allowed in namespace.network.egress : "\${name}/\${rule}" => { namespace = name, rule = rule, pods = allowed.pods, peers = allowed.to, ports = allowed.ports } }]...)`;
}

function peerBlock({ value: peer }: Each<Peer>, namespace: Expr<string>): object {
  const { pods, block } = peer as Handle<{ [K in keyof Peer]: NonNullable<Peer[K]> }>;
  return {
    ipBlock: optionalBlock(block, ({ cidr, except }) => ({ cidr, except })),
    namespaceSelector: optionalBlock(pods, (of) => ({ matchLabels: { "kubernetes.io/metadata.name": tf<string>`coalesce(${of.namespace}, ${namespace})` } })),
    podSelector: optionalBlock(pods, ({ labels }) => ({ matchLabels: labels })),
  };
}

/** Namespaces of peers that are not declared. */
function strangers({ peers }: Handle<Ruled>, namespaces: Expr<unknown>): Expr<readonly string[]> {
  return tf`setsubtract([for peer in ${peers} : peer.pods.namespace if peer.pods == null ? false : peer.pods.namespace != null], keys(${namespaces}))`;
}
