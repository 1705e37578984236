import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { type Construct, type Expr, type Handle, local, resource, some, template, tf } from "../../kernel";
import { parts, type Tier } from "./layout";
import { tagged } from "./tags";
import type { NetworkHandles, ZoneNumbers, Zones } from "./zones";

/** The subnets of every tier, keyed by zone. */
export type Subnets = ReturnType<typeof subnetsOf>;

/** What a tier's subnets have beside a zone and a block. */
interface TierOptions {
  readonly zones: ZoneNumbers;
  /** The tier's input, where it is there. */
  readonly input: Handle<{ readonly cidrs: Readonly<Record<string, string>>; readonly tags: Readonly<Record<string, string>> }>;
  /** The computed block of the zone at hand: see layout.ts. */
  readonly computed: Expr<string>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly sharedTags?: readonly Expr<Readonly<Record<string, string>>>[];
  readonly mapPublicIpOnLaunch?: Expr<boolean>;
}

/** `podBlock` and `secondaryBlocks` are the blocks that must be in the VPC before subnets in them. */
export function subnetsOf(
  scope: Construct,
  inputs: NetworkHandles,
  zones: Zones,
  vpc: { readonly id: Expr<string>; readonly podBlock: Expr<string>; readonly secondaryBlocks: Expr<unknown> },
) {
  const zoneBits = local<number>(scope, "zone_bits", tf`${inputs.zoneSlots} == 8 ? 3 : 2`);
  const intraBits = local<number>(scope, "intra_bits", tf`28 - tonumber(split("/", ${inputs.cidr})[1])`);
  const clusters = local<Record<string, string>>(scope, "cluster_tags", tf`{ for cluster in ${inputs.clusterNames} : "kubernetes.io/cluster/\${cluster}" => "shared" }`);
  const discovery = tf<Record<string, string>>`{ for value in ${inputs.discoveryTag}[*] : "karpenter.sh/discovery" => value }`;
  const tier = (name: Tier, options: TierOptions) => tierSubnets(scope, inputs, name, vpc, options);
  const inPart = (name: keyof typeof parts) => {
    const { newBits, index } = parts[name];
    return tf<string>`cidrsubnet(cidrsubnet(${inputs.cidr}, ${newBits}, ${index}), ${zoneBits}, ${zones[name].each.value})`;
  };

  return {
    public: tier("public", {
      zones: zones.public,
      input: some(inputs.publicSubnets),
      computed: inPart("public"),
      tags: { "kubernetes.io/role/elb": "1" },
      sharedTags: [clusters],
      mapPublicIpOnLaunch: some(inputs.publicSubnets).mapPublicIp,
    }),
    private: tier("private", {
      zones: zones.private,
      input: some(inputs.privateSubnets),
      computed: inPart("private"),
      tags: { "kubernetes.io/role/internal-elb": "1" },
      sharedTags: [clusters, discovery],
    }),
    intra: tier("intra", {
      zones: zones.intra,
      input: some(inputs.intraSubnets),
      computed: tf`cidrsubnet(${inputs.cidr}, ${intraBits}, pow(2, ${intraBits}) - ${inputs.zoneSlots} + ${zones.intra.each.value})`,
    }),
    pod: tier("pod", {
      zones: zones.pod,
      input: some(inputs.podSubnets),
      computed: tf`cidrsubnet(${some(inputs.podSubnets).cidr}, ${zoneBits}, ${zones.pod.each.value})`,
      tags: { "kubernetes.io/role/cni": "1" },
    }),
    database: tier("database", { zones: zones.database, input: some(inputs.databaseSubnets), computed: inPart("database") }),
  };
}

function tierSubnets(scope: Construct, inputs: NetworkHandles, name: Tier, vpc: Parameters<typeof subnetsOf>[3], options: TierOptions) {
  const { zones, input, computed, tags = {}, sharedTags = [], mapPublicIpOnLaunch } = options;
  const zone = zones.each.key;
  return resource(Subnet, scope, name, {
    forEach: zones,
    vpcId: name === "pod" ? vpc.podBlock : vpc.id,
    availabilityZone: zone,
    cidrBlock: tf<string>`try(${input.cidrs.at(zone)}, ${computed})`,
    ...(mapPublicIpOnLaunch !== undefined && { mapPublicIpOnLaunch }),
    tags: tagged(inputs, template`${inputs.name}-${name}-${zone}`, tags, ...sharedTags, input.tags),
    ...(name !== "pod" && { dependsOn: [vpc.secondaryBlocks] }),
  });
}
