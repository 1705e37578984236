import { NetworkPolicyV1, type NetworkPolicyV1Spec } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import { type Condition, type Construct, crossCondition, dynamic, type Expr, type Handle, type Handles, is, present, resource, some, tf, where } from "../../kernel";
import type { Arguments } from "../../kernel/attributes";
import type { Value } from "../../kernel/schema";
import { crossRules } from "./cross-rules";
import { loopNames, type namespacesInputs } from "./inputs";

type Inputs = Handles<typeof namespacesInputs>;
type Network = Handle<NonNullable<Value<typeof namespacesInputs>["namespaces"][string]["network"]>>;
export type Networks = Inputs["namespaces"];
type Spec = Partial<Arguments<NetworkPolicyV1Spec>> & { readonly policyTypes: readonly string[] };

/** Addresses at which every node answers. Source: https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html and EC2's user guide on instance metadata, read 2026-11-21. */
const podIdentityAgent = { ipv4: "169.254.170.23/32", ipv6: "fd00:ec2::23/128" };
const instanceMetadata = { ipv4: "169.254.169.254/32", ipv6: "fd00:ec2::254/128" };

const names = [{ port: "53", protocol: "UDP" }, { port: "53", protocol: "TCP" }];
const http = [{ port: "80", protocol: "TCP" }];
const https = [{ port: "443", protocol: "TCP" }];
const coreDns = { namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": "kube-system" } }, podSelector: { matchLabels: { "k8s-app": "kube-dns" } } };
const eachBlock = (cidrs: Expr<readonly string[]>) => dynamic(cidrs, (cidr) => ({ ipBlock: { cidr: cidr.value } }));
const egress = (to: object, ports: object): Spec => ({ policyTypes: ["Egress"], egress: [{ to, ports } as object] });

/** Refuses everything in the namespaces that have a network, and allows what they name: a policy for each thing. */
export function networkPolicies(scope: Construct, inputs: Inputs, networks: Networks, after: Expr<unknown>): Expr<unknown>[] {
  const { dnsAddresses, apiServerCidrs, loadBalancerCidrs, ipFamily } = inputs;
  const policy = policyMaker(scope, networks, after);
  const address = (by: typeof podIdentityAgent) => [{ ipBlock: { cidr: tf<string>`${is(ipFamily, "ipv6")} ? ${by.ipv6} : ${by.ipv4}` } }];
  const given = (rule: (typeof crossRules)[keyof typeof crossRules], cidrs: Expr<readonly string[]>) => [crossCondition(rule, tf`length(${cidrs}) > 0`, cidrs)];
  const balancers = (network: Network) => tf<readonly string[]>`${loadBalancerCidrs}[${some(network.loadBalancers).facing}]`;
  return [
    policy("default_deny", undefined, () => ({ policyTypes: ["Ingress", "Egress"] })),
    policy("dns", ({ dns }) => present(dns), () => egress([coreDns], names)),
    policy("dns_addresses", ({ dns }) => tf`${dns} != null && ${dnsAddresses} != null`, () => egress(eachBlock(some(dnsAddresses).cidrs), names)),
    policy("same_namespace", ({ sameNamespace }) => present(sameNamespace), () => ({ policyTypes: ["Ingress", "Egress"], ingress: [{ from: [{ podSelector: {} }] }], egress: [{ to: [{ podSelector: {} }] }] })),
    policy("pod_identity", ({ podIdentity }) => present(podIdentity), () => egress(address(podIdentityAgent), http)),
    policy("instance_metadata", ({ instanceMetadata: asked }) => present(asked), () => egress(address(instanceMetadata), http)),
    policy("api_server", ({ apiServer }) => present(apiServer), () => egress(eachBlock(apiServerCidrs), https), () => given(crossRules.apiServer, apiServerCidrs)),
    policy(
      "load_balancers",
      ({ loadBalancers }) => present(loadBalancers),
      (network) => {
        const { pods, ports } = some(network.loadBalancers);
        return { podSelector: { matchLabels: pods }, policyTypes: ["Ingress"], ingress: [{ from: eachBlock(balancers(network)), ports: portBlocks(ports) }] };
      },
      (network) => given(crossRules.loadBalancers, balancers(network)),
    ),
  ];
}

/** Makes one policy in each namespace, or in each for which `when` holds. It is named as its resource. */
function policyMaker(scope: Construct, networks: Networks, after: Expr<unknown>) {
  return (id: string, when: ((network: Network) => Expr<boolean>) | undefined, spec: (network: Network) => Spec, preconditions: (network: Network) => Condition[] = () => []) => {
    const asking = when === undefined ? networks : where(networks, (_, { network }) => when(some(network)), loopNames);
    const network = some(asking.each.value.network);
    const conditions = preconditions(network);
    return resource(NetworkPolicyV1, scope, id, {
      forEach: asking,
      metadata: { name: id.replaceAll("_", "-"), namespace: asking.each.key },
      spec: { podSelector: {}, ...spec(network) },
      dependsOn: [after],
      ...(conditions.length > 0 && { lifecycle: { preconditions: conditions } }),
    });
  };
}

/** Ports of a rule; none are all of them. */
export function portBlocks(ports: Expr<readonly { readonly port: number; readonly endPort: number | null; readonly protocol: string }[]>) {
  return dynamic(ports, ({ value }) => ({ port: value.port, endPort: value.endPort, protocol: value.protocol }));
}
