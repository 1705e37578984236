import { broken, type CrossRule, type Problem } from "../../kernel";
import { join } from "../../kernel/check";
import { crossRules } from "./cross-rules";
import { familyOf, type GroupData, groupKeys, type GroupsData } from "./group-data";
import { longestKey } from "./inputs";

/** What is wrong between the inputs of groups whose single inputs are right. `path` is where the groups stand. */
export function nodeGroupProblems(groups: GroupsData, zones: readonly string[], path: string): Problem[] {
  return Object.entries(groups).flatMap(([name, group]) => [
    ...zoneProblems(join(path, name), name, group, zones),
    ...twins(groups, zones, name, path),
    ...familyProblems(join(path, name), group),
  ]);
}

function zoneProblems(path: string, name: string, group: GroupData, zones: readonly string[]): Problem[] {
  const { capacity, instanceTypes, zones: own } = group;
  const block = capacity === "CAPACITY_BLOCK";
  const tooLong = groupKeys(name, group, zones).filter((key) => key.length > longestKey);
  const place: CrossRule = { ...crossRules.zone, expected: `${crossRules.zone.expected} (${zones.join(", ")})` };
  return [
    ...(own ?? []).filter((zone) => !zones.includes(zone)).map((zone) => broken(path, place, zone)),
    ...(tooLong.length > 0 ? [broken(path, crossRules.zoneName, tooLong[0])] : []),
    ...(block && instanceTypes != null && instanceTypes.length !== 1 ? [broken(path, crossRules.blockType, instanceTypes)] : []),
    ...(block && own?.length !== 1 ? [broken(path, crossRules.blockZone, own)] : []),
  ];
}

/** A group of a zone that has the name of another group. */
function twins(groups: GroupsData, zones: readonly string[], name: string, path: string): Problem[] {
  const { perZone } = groups[name]!;
  if (perZone == null) return [];
  const others = Object.keys(groups).filter((other) => other !== name).flatMap((other) => groupKeys(other, groups[other]!, zones));
  return groupKeys(name, groups[name]!, zones)
    .filter((key) => others.includes(key))
    .map((key) => ({ path: join(path, name), expected: "a name of its own for the group of each zone", got: key, rule: "node-group-twin" }));
}

function familyProblems(path: string, group: GroupData): Problem[] {
  const family = familyOf(group);
  const { disk, repair, nodeConfig, bottlerocketSettings, scriptBefore, scriptAfter, maxPods, image } = group;
  const windows = family === "WINDOWS";
  const wrong: readonly (readonly [boolean, CrossRule, unknown])[] = [
    [windows && disk !== undefined && disk.gib < 50, crossRules.windowsDisk, disk?.gib],
    [windows && repair != null, crossRules.windowsRepair, family],
    [family !== "AL2023" && nodeConfig != null, crossRules.nodeConfigFamily, family],
    [family !== "BOTTLEROCKET" && bottlerocketSettings != null, crossRules.settingsFamily, family],
    [family === "BOTTLEROCKET" && (scriptBefore != null || scriptAfter != null), crossRules.scriptFamily, family],
    [windows && image == null && (maxPods != null || scriptAfter != null), crossRules.windowsJoin, family],
  ];
  return wrong.flatMap(([isWrong, rule, got]) => (isWrong ? [broken(path, rule, got)] : []));
}
