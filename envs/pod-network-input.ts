import { atLeastOne, atMostOne, choice, cidrBlock, count, distinct, every, flag, list, matches, nullable, number, object, onlyWhen, text, whole } from "../kernel";

// One node has no more addresses than this, whatever its type.
const mostAddresses = 15 * 50 * 16;
const target = (id: string, doc: string, least: number) => nullable(number({ doc, rules: [whole(id, least, mostAddresses)] }));

const warm = object(
  {
    prefixes: target("warm-prefixes", "Free prefixes of 16 addresses, with prefix delegation.", 1),
    interfaces: target("warm-interfaces", "Free network interfaces.", 0),
    addresses: target("warm-addresses", "Free addresses. More calls to EC2, fewer idle addresses.", 1),
    minimumAddresses: target("warm-minimum", "Addresses that a node takes as soon as it starts.", 1),
  },
  {
    doc: "What a node keeps ready for pods to come. Null: a whole network interface, or a prefix.",
    rules: [
      atLeastOne("warm-target", ["prefixes", "interfaces", "addresses", "minimumAddresses"]),
      atMostOne("warm-target-kind", ["interfaces", "addresses"], { expected: "either interfaces or addresses", why: "vpc-cni would not look at the interfaces" }),
    ],
  },
);

/** How vpc-cni gives pods their network, in words; wiring writes its environment variables. */
export const podNetworkInput = object(
  {
    prefixDelegation: flag({ default: false, doc: "Whole prefixes of 16 addresses, for more pods on a node. Nitro instances only; before the first node." }),
    warm: nullable(warm),
    podSubnets: nullable(
      object(
        {
          securityGroupIds: nullable(
            list(text({ rules: [matches("pod-security-group", /^sg-[0-9a-f]+$/, "the id of a security group")] }), {
              doc: "Security groups of pods. Null: the cluster's own.",
              rules: [count("pod-security-groups", 1, 5), distinct("pod-security-groups-distinct")],
            }),
          ),
        },
        { doc: "Custom networking: pods get addresses of the network's pod subnets. Only nodes that start later do; before the first node." },
      ),
    ),
    networkPolicy: nullable(
      object(
        {
          enforcing: choice(["standard", "strict"], { default: "standard", doc: "`strict` lets nothing through before a pod's policies are there, name resolution included." }),
          flowLogs: flag({ default: false, doc: "Logs what policies decide, on the node." }),
          cloudWatchLogs: flag({ default: false, doc: "Sends these logs to the cluster's log group; the role gets the permission." }),
        },
        { doc: "Enforces Kubernetes network policies." },
      ),
    ),
    sourceNat: choice(["node", "none"], {
      default: "node",
      doc: "`node` hides pods behind the address of their node when they talk to what is outside the VPC; `none` leaves that to a NAT gateway, so that peers see the pod.",
    }),
    sourceNatExcludedCidrs: list(text(), {
      default: [],
      doc: "Address blocks outside the VPC that see the pod's own address.",
      rules: [every(cidrBlock("source-nat-excluded", 0, 32)), distinct("source-nat-excluded-distinct")],
    }),
    securityGroupsForPods: nullable(
      object(
        { enforcing: choice(["strict", "standard"], { default: "standard", doc: "`strict` applies the groups to all traffic of the pod, also that from its own node." }) },
        { doc: "Security groups for single pods. The cluster's role must manage trunk interfaces." },
      ),
    ),
  },
  {
    doc: "The network of pods, in words. What it does not know goes into `configuration`.",
    rules: [onlyWhen("source-nat-excluded-unused", "sourceNatExcludedCidrs", { field: "sourceNat", is: ["node"] })],
  },
);
