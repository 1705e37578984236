import { kubernetesNames } from "../../aws/kubernetes-names";
import { atMost, choice, count, distinct, exactlyOne, keys, list, map, matches, nullable, number, object, text, whole } from "../../kernel";

const addressBlock = /^(((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\/(3[0-2]|[12]?[0-9])|[0-9a-f:]*:[0-9a-f:]*\/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))$/;

const because = (id: string) => text({ doc: "Why.", rules: [matches(id, /\S/, "a reason")] });

/** An address block of either family. */
export const cidr = (id: string, doc: string) => text({ doc, rules: [matches(id, addressBlock, "an IPv4 or IPv6 CIDR block")] });

const labels = (doc: string) =>
  map(text({ rules: [matches("network-pod-label", /^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/, "the value of a label")] }), {
    default: {},
    doc,
    rules: [keys(matches("network-pod-label-key", kubernetesNames.key, "the key of a label"))],
  });

const ports = list(
  object(
    {
      port: number({ doc: "Port of the pod, not of a Service.", rules: [whole("network-port", 1, 65535)] }),
      endPort: nullable(number({ doc: "Last port of a range.", rules: [whole("network-end-port", 1, 65535)] })),
      protocol: choice(["TCP", "UDP", "SCTP"], { default: "TCP", doc: "Protocol." }),
    },
    { rules: [atMost("network-port-range", "port", "endPort")] },
  ),
  { default: [], doc: "Ports. Empty: all of them." },
);

const peer = object(
  {
    pods: nullable(
      object(
        {
          namespace: nullable(text({ doc: "Their namespace, one of `namespaces`. Null: this one.", rules: [matches("network-peer-namespace", kubernetesNames.dnsLabel, "the name of a namespace")] })),
          labels: labels("Labels that they have, all of them. Empty: all pods."),
        },
        { doc: "Pods." },
      ),
    ),
    block: nullable(
      object(
        {
          cidr: cidr("network-block", "The block."),
          except: list(cidr("network-block-except", "A block inside it."), { default: [], doc: "Blocks inside it that are left out.", rules: [distinct("network-distinct-except")] }),
        },
        { doc: "Addresses, mostly of what is outside the cluster." },
      ),
    ),
  },
  { rules: [exactlyOne("network-peer", ["pods", "block"])] },
);

const peers = (id: string, doc: string) => list(peer, { doc, rules: [count(id, 1, Infinity, { expected: "at least one peer", why: "none would be everybody" })] });
const ruleNames = (id: string) => [keys(matches(id, /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/, "lower-case letters, digits and hyphens, at most 40"))];

/** What may talk to whom. Everything else is refused, in both directions. */
export const network = object(
  {
    dns: nullable(object({}, { doc: "Pods may ask the cluster's DNS." })),
    withoutDns: nullable(object({ because: because("network-without-dns") }, { doc: "Pods find no name, with the reason." })),
    sameNamespace: nullable(object({}, { doc: "Pods of the namespace may talk to each other." })),
    podIdentity: nullable(object({}, { doc: "Pods may ask the agent of EKS Pod Identity for their role." })),
    instanceMetadata: nullable(object({ because: because("network-metadata") }, { doc: "Pods may ask the metadata service of their node, with the reason: it tells them the node's role." })),
    apiServer: nullable(object({}, { doc: "Pods may talk to the Kubernetes API." })),
    loadBalancers: nullable(
      object(
        {
          facing: choice(["internet", "internal"], { default: "internet", doc: "`internet`: those in public subnets; `internal`: those in private ones." }),
          pods: labels("Labels of the pods that they reach, all of them. Empty: all pods."),
          ports,
        },
        { doc: "Load balancers with ip targets may reach the pods." },
      ),
    ),
    ingress: map(object({ pods: labels("Labels of the pods that are reached. Empty: all pods."), from: peers("network-from", "Who may."), ports }), { default: {}, doc: "Who else may reach pods, by a name of yours.", rules: ruleNames("network-ingress-name") }),
    egress: map(object({ pods: labels("Labels of the pods that may. Empty: all pods."), to: peers("network-to", "Whom they reach."), ports }), { default: {}, doc: "Whom else pods may reach, by a name of yours.", rules: ruleNames("network-egress-name") }),
  },
  {
    doc: "Network policies: everything is refused in both directions but what is said here. Null: no policies.",
    rules: [exactlyOne("network-dns", ["dns", "withoutDns"], { expected: "either dns or withoutDns", why: "hardly any program works without names" })],
  },
);
