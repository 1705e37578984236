import { broken, type Problem } from "../../kernel";
import { addressProblems } from "./address-problems";
import { crossRules } from "./cross-rules";
import type { NetworkData } from "./network-data";

/** What is wrong between the inputs of a network whose single inputs are right. */
export function networkProblems(path: string, network: NetworkData): Problem[] {
  return [...addressProblems(path, network), ...natProblems(path, network), ...dnsProblems(path, network), ...endpointProblems(path, network)];
}

function natProblems(path: string, network: NetworkData): Problem[] {
  const { nat, natZone, natElasticIps, zones, publicSubnets, privateSubnets, podSubnets } = network;
  const zonal = nat === "single" || nat === "perZone";
  const misplaced = natZone !== null && (nat !== "single" || !zones.includes(natZone));
  return [
    ...(zonal && publicSubnets === null ? [broken(path, crossRules.natPublicTier, nat, "none")] : []),
    ...(nat !== "none" && privateSubnets === null && podSubnets === null ? [broken(path, crossRules.natUnused, nat, "none")] : []),
    ...(misplaced ? [broken(path, crossRules.natZone, natZone)] : []),
    ...(elasticIpsFit(network) ? [] : [broken(path, crossRules.natElasticIps, Object.keys(natElasticIps))]),
  ];
}

function elasticIpsFit({ nat, natZone, natElasticIps, zones }: NetworkData): boolean {
  const given = Object.keys(natElasticIps);
  if (nat === "regional") return given.length === 0 || (given.length === zones.length && given.every((zone) => zones.includes(zone)));
  const standing: readonly (string | undefined)[] = { none: [], single: [natZone ?? [...zones].sort()[0]], perZone: zones }[nat];
  return given.every((zone) => standing.includes(zone));
}

function dnsProblems(path: string, { dnsSupport, dnsHostnames, interfaceEndpoints }: NetworkData): Problem[] {
  const named = Object.keys(interfaceEndpoints).filter((service) => interfaceEndpoints[service]!.privateDns);
  return [
    ...(dnsHostnames && !dnsSupport ? [broken(path, crossRules.dnsHostnames, dnsHostnames, false)] : []),
    ...(named.length > 0 && !(dnsSupport && dnsHostnames) ? [broken(path, crossRules.endpointDns, named)] : []),
  ];
}

function endpointProblems(path: string, { interfaceEndpoints, zones, privateSubnets, intraSubnets }: NetworkData): Problem[] {
  const services = Object.keys(interfaceEndpoints);
  const astray = services.filter((service) => interfaceEndpoints[service]!.zones?.some((zone) => !zones.includes(zone)) === true);
  return [
    ...(services.length > 0 && privateSubnets === null && intraSubnets === null ? [broken(path, crossRules.endpointSubnets, services)] : []),
    ...(astray.length > 0 ? [broken(path, crossRules.endpointZones, astray)] : []),
  ];
}
