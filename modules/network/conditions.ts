import { choose, type Condition, type Construct, crossCondition, type Expr, is, local, present, some, template, tf } from "../../kernel";
import { crossRules } from "./cross-rules";
import { longestPrefix, type Tier } from "./layout";
import type { Nat } from "./nat";
import type { NetworkHandles, ZoneNumbers } from "./zones";

/** What Terraform can judge of several inputs together, before it makes anything. */
export function conditions(scope: Construct, inputs: NetworkHandles, zones: ZoneNumbers, nat: Pick<Nat, "zones">): Condition[] {
  return [...layoutConditions(scope, inputs, zones), ...natConditions(inputs, nat), ...dnsConditions(inputs)];
}

function layoutConditions(scope: Construct, inputs: NetworkHandles, zones: ZoneNumbers): Condition[] {
  const tierInputs = {
    public: inputs.publicSubnets,
    private: inputs.privateSubnets,
    intra: inputs.intraSubnets,
    pod: inputs.podSubnets,
    database: inputs.databaseSubnets,
  };
  const cidrs = local(scope, "explicit_cidrs", tf`${mapped(tierInputs, (input) => choose([present(input), (some(input) as NonNullableTier).cidrs], null))}`);
  const computed = local(scope, "computed_tiers", tf`[for tier, cidrs in ${cidrs} : tier if cidrs == null ? false : length(cidrs) == 0]`);
  const incomplete = local(
    scope,
    "incomplete_tiers",
    tf`[for tier, cidrs in ${cidrs} : tier if cidrs == null ? false : length(cidrs) > 0 && keys(cidrs) != sort(${inputs.zones})]`,
  );
  const prefixes = local(scope, "longest_prefixes", longestPrefixes(inputs, ["public", "private", "intra", "database"]));
  const longest = local<number>(scope, "longest_prefix", tf`min(28, [for tier, prefix in ${prefixes} : prefix if contains(${computed}, tier)]...)`);
  const prefix = (cidr: Expr<string>) => tf<number>`tonumber(split("/", ${cidr})[1])`;
  const podLongest = tf`${inputs.zoneSlots} == 8 ? ${longestPrefix("pod", 8)} : ${longestPrefix("pod", 4)}`;
  return [
    crossCondition(crossRules.zoneSlot, tf`alltrue([for number in values(${zones}) : number < ${inputs.zoneSlots}])`, inputs.zones),
    {
      condition: tf<boolean>`${prefix(inputs.cidr)} <= ${longest}`,
      message: template`cidr: expected a prefix of at most /${longest}, got ${tf`jsonencode(${inputs.cidr})`}; ${crossRules.vpcTooSmall.why} [${crossRules.vpcTooSmall.id}]`,
    },
    crossCondition(
      crossRules.podBlockTooSmall,
      tf`contains(${computed}, "pod") ? ${prefix(some(inputs.podSubnets).cidr)} <= (${podLongest}) : true`,
      tf`one(${inputs.podSubnets}[*].cidr)`,
    ),
    crossCondition(crossRules.tierZones, tf`length(${incomplete}) == 0`, incomplete),
  ];
}

function natConditions(inputs: NetworkHandles, { zones }: Pick<Nat, "zones">): Condition[] {
  const { nat, natElasticIps } = inputs;
  const known = (allowed: Expr<readonly string[]>) => tf<boolean>`length(setsubtract(keys(${natElasticIps}), ${allowed})) == 0`;
  const allOrNone = tf<boolean>`length(${natElasticIps}) == 0 || toset(keys(${natElasticIps})) == toset(${inputs.zones})`;
  const zonal = tf`contains(["single", "perZone"], ${nat})`;
  return [
    crossCondition(crossRules.natPublicTier, tf`${present(inputs.publicSubnets)} || !${zonal}`, nat),
    crossCondition(crossRules.natUnused, tf`${nat} == "none" || ${present(inputs.privateSubnets)} || ${present(inputs.podSubnets)}`, nat),
    crossCondition(crossRules.natZone, tf`${inputs.natZone} == null ? true : ${nat} == "single" && contains(${inputs.zones}, ${inputs.natZone})`, inputs.natZone),
    crossCondition(crossRules.natElasticIps, choose([is(nat, "regional"), allOrNone], known(zones)), tf`keys(${natElasticIps})`),
  ];
}

function dnsConditions(inputs: NetworkHandles): Condition[] {
  const { dnsSupport, dnsHostnames, interfaceEndpoints } = inputs;
  const named = tf`[for service, endpoint in ${interfaceEndpoints} : service if endpoint.private_dns]`;
  const strays = tf`[for service, endpoint in ${interfaceEndpoints} : service if endpoint.zones == null ? false : length(setsubtract(endpoint.zones, ${inputs.zones})) > 0]`;
  return [
    crossCondition(crossRules.dnsHostnames, tf`${dnsSupport} || !${dnsHostnames}`, dnsHostnames),
    crossCondition(crossRules.endpointDns, tf`(${dnsSupport} && ${dnsHostnames}) || length(${named}) == 0`, named),
    crossCondition(
      crossRules.endpointSubnets,
      tf`${present(inputs.privateSubnets)} || ${present(inputs.intraSubnets)} || length(${interfaceEndpoints}) == 0`,
      tf`keys(${interfaceEndpoints})`,
    ),
    crossCondition(crossRules.endpointZones, tf`length(${strays}) == 0`, strays),
  ];
}

type NonNullableTier = { readonly cidrs: Expr<Readonly<Record<string, string>>> };

/** Longest prefix of the VPC for each tier, by the number of zone slots. */
function longestPrefixes({ zoneSlots }: NetworkHandles, of: readonly Tier[]): Expr<unknown> {
  const [four, eight] = [4, 8].map((slots) => Object.fromEntries(of.map((tier) => [tier, longestPrefix(tier, slots)])));
  return tf`${zoneSlots} == 8 ? ${eight} : ${four}`;
}

function mapped<T>(from: Readonly<Record<string, T>>, change: (item: T) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(from).map(([name, item]) => [name, change(item)]));
}
