import { flowLogAggregationSeconds } from "../../aws/flow-log-policies";
import { choice, cidrBlock, count, distinct, flag, jsonObject, keys, length, list, map, matches, nullable, number, object, oneOf, text } from "../../kernel";
import { roleOptions } from "../role-options";
import { tagsInput } from "../tags-input";
import { flowLogsInput } from "./flow-logs-input";
import { oneRegion, zoneName } from "./zone-rules";

/** Version of the provider that the regional NAT gateway came with. */
export const regionalNatSince = "6.24.0";

const tierTags = map(text(), { doc: "Tags of this tier's subnets. They win over the network's own tags.", default: {} });

/** Subnets by zone; `which` names the rule ids. */
function tierCidrs(which: string, where: string) {
  return map(text({ rules: [cidrBlock(`${which}-subnet-cidr`, 16, 28)] }), {
    doc: `CIDR blocks by zone, ${where}. All zones or none: when empty, the blocks are computed.`,
    default: {},
  });
}

const insideVpc = "inside the VPC's block or one of `secondary_cidrs`";

/** Where addresses come from and which subnets exist. */
const addressInputs = {
  cidr: text({
    doc: "IPv4 block of the VPC, for example `10.0.0.0/16`. Cannot be changed later without replacing the VPC.",
    rules: [cidrBlock("vpc-cidr-prefix", 16, 28)],
  }),
  zones: list(text({ rules: [zoneName("zone-name")] }), {
    doc: "Availability zones that subnets are made in, for example `us-east-1a`. A zone's subnets are numbered by its letter, so zones can be added and removed in any order and no other subnet moves.",
    rules: [count("zones-count", 2, 8, { why: "a cluster needs subnets in two zones" }), distinct("zones-distinct"), oneRegion],
  }),
  zoneSlots: number({
    doc: "How many zones the computed layout leaves room for: 4 (letters a to d) or 8 (letters a to h). Fewer slots make larger subnets. Changing it replaces every subnet with a computed block.",
    default: 4,
    rules: [oneOf("zone-slots", [4, 8])],
  }),
  secondaryCidrs: map(text({ rules: [cidrBlock("secondary-cidr", 16, 28)] }), {
    doc: "Further IPv4 blocks of the VPC by a name of your own, for explicit subnets. The block of `pod_subnets` is added by itself.",
    default: {},
  }),
  publicSubnets: nullable(
    object(
      {
        cidrs: tierCidrs("public", insideVpc),
        mapPublicIp: flag({ doc: "Gives instances in these subnets a public address at launch. Nodes in public subnets need it.", default: false }),
        tags: tierTags,
      },
      {
        doc: (has) =>
          `Subnets with a route to the internet gateway, for load balancers and zonal NAT gateways. Null leaves out the tier and${has(regionalNatSince) ? ", unless NAT is `regional`," : ""} the internet gateway.`,
        default: {},
      },
    ),
  ),
  privateSubnets: nullable(
    object(
      { cidrs: tierCidrs("private", insideVpc), tags: tierTags },
      { doc: "Subnets for nodes, with a route table a zone. Computed blocks share the first half of the VPC. Null leaves out the tier.", default: {} },
    ),
  ),
  intraSubnets: nullable(
    object(
      { cidrs: tierCidrs("intra", insideVpc), tags: tierTags },
      { doc: "Small subnets without a way out, for the network interfaces of the control plane. Computed blocks are the last /28s of the VPC. Null leaves out the tier.", default: {} },
    ),
  ),
  podSubnets: nullable(
    object(
      {
        cidr: text({
          doc: "A secondary block of the VPC for pods, usually from `100.64.0.0/10`.",
          rules: [cidrBlock("pod-cidr", 16, 28)],
        }),
        cidrs: tierCidrs("pod", "inside this tier's own block"),
        tags: tierTags,
      },
      { doc: "Subnets for pods on a block of their own, for custom networking and subnet discovery of the VPC CNI. They use the private route tables." },
    ),
  ),
  databaseSubnets: nullable(
    object({ cidrs: tierCidrs("database", insideVpc), tags: tierTags }, { doc: "Subnets for databases, without a route to the internet." }),
  ),
};

/** How traffic leaves. */
const egressInputs = {
  nat: choice(["none", "single", "perZone", { value: "regional", since: regionalNatSince }], {
    doc: (has) =>
      `How private subnets reach the internet: \`none\`; \`single\`, one NAT gateway for all zones, which fails with its zone; \`perZone\`, one in each zone${has(regionalNatSince) ? "; `regional`, one that AWS spreads over the zones and that needs no public subnets" : ""}. Each zonal NAT gateway is paid by the hour.`,
  }),
  natZone: nullable(
    text({
      doc: "Zone of the single NAT gateway. Default: the first zone by name; name one where an earlier zone may join later, because the gateway would move there.",
    }),
  ),
  natElasticIps: map(text({ rules: [matches("nat-elastic-ip-id", /^eipalloc-[0-9a-f]+$/, "the allocation id of an elastic IP")] }), {
    doc: (has) =>
      `Allocation ids of elastic IPs that exist already, by zone of the NAT gateway. Zones without one get a new address.${has(regionalNatSince) ? " With `regional`, none (AWS provides the addresses) or one for each zone." : ""}`,
    default: {},
  }),
  gatewayEndpoints: list(choice(["s3", "dynamodb"]), {
    doc: "Services reached through a gateway endpoint, which costs nothing, from every route table: `s3` (image layers of ECR are there), `dynamodb`.",
    default: ["s3"],
    rules: [distinct("gateway-endpoints-distinct")],
  }),
  interfaceEndpoints: map(
    object({
      serviceName: nullable(text({ doc: "Full name, where it does not follow from the key: a partner's or an own service." })),
      serviceRegion: nullable(text({ doc: "Region of the service, where it is another than the network's." })),
      zones: nullable(list(text(), { doc: "Zones of the endpoint's network interfaces, where the service is not offered in all. Default: all zones.", rules: [count("endpoint-zones", 1, 8)] })),
      policy: nullable(text({ doc: "Endpoint policy as JSON. Default: everything that the caller may do.", rules: [jsonObject("endpoint-policy")] })),
      privateDns: flag({ doc: "Answers the service's own name with the endpoint's addresses inside the VPC.", default: true }),
    }),
    {
      doc: "Interface endpoints by the short name of the service, for example `ecr.api`. They stand in the private subnets, or in the intra subnets where there are no private ones, and are paid by zone and hour.",
      default: {},
      rules: [keys(matches("endpoint-key", /^[a-z0-9][a-z0-9.-]*$/, "a service name such as ecr.api"))],
    },
  ),
};

/** Every input of the network. */
export const networkInputs = {
  name: text({
    doc: "Name of the network: the `Name` tag of the VPC and the start of every other name.",
    rules: [
      length("network-name-length", 1, 100),
      matches("network-name", /^[A-Za-z0-9][A-Za-z0-9_-]*$/, "letters, digits, _ and -, with a letter or digit first"),
    ],
  }),
  ...addressInputs,
  ...egressInputs,
  flowLogs: flowLogsInput(flowLogAggregationSeconds),
  dnsSupport: flag({ doc: "Answers DNS queries inside the VPC. Nodes need it to join a cluster.", default: true }),
  dnsHostnames: flag({ doc: "Gives instances DNS names. Nodes need it to join a cluster.", default: true }),
  discoveryTag: nullable(text({ doc: "Value of the tag `karpenter.sh/discovery` on the private subnets, usually the cluster's name. Null leaves out the tag." })),
  clusterNames: list(text(), {
    doc: "Clusters that get the tag `kubernetes.io/cluster/<name> = shared` on the public and private subnets. Needed only where several clusters share the network: the load balancer controller then passes over subnets tagged for others alone.",
    default: [],
    rules: [distinct("cluster-names-distinct")],
  }),
  ...roleOptions,
  tags: tagsInput("Tags of everything that can have tags."),
};
