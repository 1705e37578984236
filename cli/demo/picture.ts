import { clusterBranch } from "./cluster-picture";
import { type Branch, type ShownModule, type ShownResource, type ShownState, word } from "./shown-state";

const longestValue = 100;

/** A short picture of what exists: the network by zone, the ways out, the cluster with what runs in it and who may. */
export function picture(state: ShownState): string[] {
  const resources = resourcesOf(state.values?.root_module).filter(({ mode }) => mode === "managed");
  const of = (type: string) => resources.filter((resource) => resource.type === type);
  const vpcs = of("aws_vpc").map((vpc) => vpcBranch(vpc, of("aws_subnet"), of("aws_nat_gateway")));
  const clusters = of("aws_eks_cluster").map((cluster) => clusterBranch(cluster, of));
  return [...[...vpcs, ...clusters].flatMap((branch) => [branch.text, ...drawn(branch.below ?? [])]), `${resources.length} resources in all`];
}

/** A line an output; what is sensitive is named, not shown. */
export function outputLines(state: ShownState): string[] {
  return Object.entries(state.values?.outputs ?? {}).map(([name, { sensitive, value }]) => {
    const text = sensitive ? "(sensitive)" : JSON.stringify(value);
    return `${name} = ${text.length > longestValue ? `${text.slice(0, longestValue)}…` : text}`;
  });
}

function vpcBranch(vpc: ShownResource, subnets: readonly ShownResource[], gateways: readonly ShownResource[]): Branch {
  const own = subnets.filter(({ values }) => values.vpc_id === vpc.values.id);
  const zones = [...new Set(own.map(({ values }) => word(values.availability_zone)))].toSorted();
  const zoneBranches = zones.map((zone) => ({
    text: zone,
    below: own
      .filter(({ values }) => values.availability_zone === zone)
      .map((subnet) => ({ text: `${word(subnet.values.cidr_block).padEnd(18)} ${tier(subnet)}  ${word(subnet.values.id)}` }))
      .toSorted((a, b) => a.text.localeCompare(b.text, "en", { numeric: true })),
  }));
  const nat = gateways.map((gateway) => natBranch(gateway, own));
  return { text: `VPC ${word(vpc.values.cidr_block)}  ${word(vpc.values.id)}`, below: [...zoneBranches, ...nat] };
}

function natBranch({ values }: ShownResource, subnets: readonly ShownResource[]): Branch {
  const home = subnets.find((subnet) => subnet.values.id === values.subnet_id);
  return { text: `NAT ${word(values.id)}${home ? ` in ${word(home.values.availability_zone)}` : ""}  ${word(values.public_ip)}` };
}

// The last part of a resource's name is its tier: network_private.
function tier({ name }: ShownResource): string {
  return name.split("_").at(-1) ?? name;
}

function drawn(branches: readonly Branch[], indent = ""): string[] {
  return branches.flatMap(({ text, below = [] }, index) => {
    const last = index === branches.length - 1;
    return [`${indent}${last ? "└─" : "├─"} ${text}`, ...drawn(below, `${indent}${last ? "   " : "│  "}`)];
  });
}

function resourcesOf(module: ShownModule | undefined): ShownResource[] {
  if (module === undefined) return [];
  return [...(module.resources ?? []), ...(module.child_modules ?? []).flatMap(resourcesOf)];
}
