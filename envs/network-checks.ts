import type { Problem } from "../kernel";
import { overlaps, parseCidr } from "../kernel/cidr";
import { crossRules } from "../modules/network/cross-rules";
import { networkProblems as ownProblems } from "../modules/network/problems";
import { type CheckedEnvironment, environmentInputs } from "./environment";
import type { ReadableEnvironment } from "./readable";
import { controlPlaneTier, networkBlocks } from "./subnets";

/** What is wrong with the network: in itself, and for what the environment puts into it. */
export function networkProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const { network } = environment;
  const own = network && isComplete(network) ? ownProblems(`${path}network`, network) : [];
  const missing = subnetProblems(path, environment);
  // Where subnets are missing, it is not the NAT gateway that is too many.
  const further = missing.length === 0 ? own : own.filter(({ rule }) => rule !== crossRules.natUnused.id);
  return [...sourceProblems(path, environment), ...further, ...missing, ...serviceCidrProblems(path, environment)];
}

function sourceProblems(path: string, { network, existingNetwork }: ReadableEnvironment): Problem[] {
  if (network === undefined || existingNetwork === undefined || (network === null) !== (existingNetwork === null)) return [];
  const got = network === null ? "neither" : "both";
  return [{ path: `${path}network`, expected: "either network, to make a VPC, or existingNetwork", got, rule: "network-source" }];
}

type Network = NonNullable<CheckedEnvironment["network"]>;

/** Can the network's own rules read it? Blocks that are none, and what is missing, have a problem already. */
function isComplete(network: Partial<Network>): network is Network {
  const { fields } = environmentInputs.network.shape as { readonly fields: object };
  return Object.keys(fields).every((name) => name in network) && blocksOf(network as Network).every((block) => parseCidr(block) !== undefined) && [4, 8].includes(network.zoneSlots!);
}

function blocksOf({ cidr, secondaryCidrs, publicSubnets, privateSubnets, intraSubnets, podSubnets, databaseSubnets }: Network): string[] {
  const tiers = [publicSubnets, privateSubnets, intraSubnets, podSubnets, databaseSubnets];
  return [cidr, ...Object.values(secondaryCidrs), ...(podSubnets === null ? [] : [podSubnets.cidr]), ...tiers.flatMap((tier) => Object.values(tier?.cidrs ?? {}))];
}

/** Nodes and control plane need subnets. Those of an existing network are declared. */
function subnetProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const { network, nodeGroups = {}, fargateProfiles = {} } = environment;
  if (network?.privateSubnets !== null) return [];
  const at = `${path}network.privateSubnets`;
  const [nodes, profiles] = [nodeGroups, fargateProfiles].map((all) => Object.keys(all).length > 0);
  if (nodes || profiles) return [{ path: at, expected: `subnets for the ${nodes ? "node groups" : "Fargate profiles"}`, got: null, suggestion: {}, rule: "node-subnets" }];
  if (controlPlaneTier(environment) === "intra") return [];
  return [{ path: at, expected: "private or intra subnets for the control plane", got: null, suggestion: {}, rule: "control-plane-subnets" }];
}

function serviceCidrProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const { cluster } = environment;
  const service = parseCidr(cluster?.serviceCidr ?? "");
  if (service === undefined) return [];
  const other = networkBlocks(environment).find((block) => {
    const parsed = parseCidr(block);
    return parsed !== undefined && overlaps(parsed, service);
  });
  if (other === undefined) return [];
  const why = "a service address would hide an address of the VPC";
  return [{ path: `${path}cluster.serviceCidr`, expected: `a block apart from the VPC's ${other}`, got: cluster?.serviceCidr, why, rule: "service-cidr-overlap" }];
}
