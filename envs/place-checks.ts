import { isZoneOf, partitionOf, regions, zonesOf } from "../aws/regions";
import type { Problem } from "../kernel";
import { join } from "../kernel/check";
import { nearest } from "../kernel/nearest";
import type { ReadableEnvironment } from "./readable";

/** What is wrong with the place of an environment: its region, the zones in it, the account that may be touched. */
export function placeProblems(path: string, environment: ReadableEnvironment): Problem[] {
  return [...regionProblems(path, environment), ...zoneProblems(path, environment), ...roleProblems(path, environment)];
}

function regionProblems(path: string, { region }: ReadableEnvironment): Problem[] {
  if (region === undefined || regions.includes(region)) return [];
  return [{ path: `${path}region`, expected: "a region with EKS", got: region, suggestion: nearest(region, regions), rule: "region" }];
}

function zoneProblems(path: string, { region, network, existingNetwork }: ReadableEnvironment): Problem[] {
  if (region === undefined) return [];
  const tiers = Object.entries(existingNetwork ?? {}).filter(([name]) => name.endsWith("SubnetIds"));
  const places = [
    ...(network?.zones ?? []).map((zone, index) => ({ zone, at: `${path}network.zones[${index}]` })),
    ...tiers.flatMap(([name, ids]) => Object.keys(ids as object).map((zone) => ({ zone, at: join(`${path}existingNetwork.${name}`, zone) }))),
  ];
  const known = zonesOf(region) ?? [];
  return places
    .filter(({ zone }) => isZoneOf(zone, region) === false)
    .map(({ zone, at }) => ({ path: at, expected: `one of ${known.join(", ")}`, got: zone, why: `the environment is in ${region}`, suggestion: sameLetter(zone, known), rule: "zone-region" }));
}

function sameLetter(zone: string, known: readonly string[]): string | undefined {
  return known.find((candidate) => candidate.at(-1) === zone.at(-1));
}

/** The provider refuses a role of another account too, but only once a plan has asked AWS who it is. */
function roleProblems(path: string, { account, region, provider }: ReadableEnvironment): Problem[] {
  if (account === undefined || region === undefined || !provider?.roleArn) return [];
  const start = `arn:${partitionOf(region)}:iam::${account}:role/`;
  if (provider.roleArn.startsWith(start)) return [];
  return [{ path: `${path}provider.roleArn`, expected: `a role of the environment's account, ${start}…`, got: provider.roleArn, rule: "role-account" }];
}
