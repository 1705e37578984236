import { settingsTable } from "../aws/addon-settings";
import type { Problem } from "../kernel";
import { isRecord, join } from "../kernel/check";
import { overlap, settingsOf } from "./addon-settings";
import { podZones } from "./addons";
import { judgeSettings } from "./configuration-checks";
import type { CheckedEnvironment } from "./environment";
import { isWindows } from "./image-choice";
import { fine, type Judged, merged } from "./judged";
import { cniSettings, type PodNetwork } from "./pod-network";
import type { ReadableEnvironment } from "./readable";

type Addons = CheckedEnvironment["addons"];

/** Judges what add-ons are told, and what vpc-cni is told in words. */
export function judgeAddonSettings(path: string, environment: ReadableEnvironment, addons: Addons): Judged {
  const told = Object.entries(addons).map(([name, { configuration }]) => {
    const at = `${join(`${path}addons`, name)}.configuration`;
    const table = settingsTable(name);
    if (configuration === null) return fine;
    return table === undefined ? judgeObject(at, configuration) : judgeSettings(at, configuration, table);
  });
  const networks = Object.entries(addons).flatMap(([name, addon]) => (addon.podNetwork === null ? [] : podNetworkProblems(join(`${path}addons`, name), name, addon.podNetwork, environment)));
  const { problems, warnings } = merged(told);
  return { problems: [...problems, ...networks, ...twiceProblems(`${path}addons`, addons), ...windowsProblems(`${path}addons`, addons, environment)], warnings };
}

function judgeObject(path: string, configuration: unknown): Judged {
  return { problems: isRecord(configuration) ? [] : [{ path, expected: "an object", got: configuration, rule: "addon-setting" }], warnings: [] };
}

function podNetworkProblems(path: string, name: string, podNetwork: PodNetwork, environment: ReadableEnvironment): Problem[] {
  const at = `${path}.podNetwork`;
  if (name !== "vpc-cni") return [{ path: at, expected: "nothing but at vpc-cni", got: name, why: "vpc-cni makes the network of pods", rule: "pod-network-addon" }];
  const { network = null, existingNetwork = null } = environment;
  const { podSubnets, warm, prefixDelegation } = podNetwork;
  const zones = podZones({ network, existingNetwork } as Parameters<typeof podZones>[0]);
  const subnets: Problem[] =
    podSubnets === null || zones.length > 0 ? [] : [{ path: `${at}.podSubnets`, expected: "a network with pod subnets", got: podSubnets, why: "pods would have no subnet in any zone", rule: "pod-network-subnets" }];
  const prefixes: Problem[] =
    warm?.prefixes == null || prefixDelegation ? [] : [{ path: `${at}.warm.prefixes`, expected: "nothing without prefixDelegation", got: warm.prefixes, why: "there are no prefixes to keep", rule: "pod-network-prefixes" }];
  return [...subnets, ...prefixes];
}

/** What is said in words is not said in vpc-cni's own as well: one of them would lose without a word. */
function twiceProblems(path: string, addons: Addons): Problem[] {
  return Object.entries(addons).flatMap(([name, { podNetwork, configuration }]) => {
    if (podNetwork === null || !isRecord(configuration)) return [];
    const own = { ...cniSettings(podNetwork), ...(podNetwork.podSubnets !== null && { eniConfig: "" }) };
    const base = `${join(path, name)}.configuration`;
    return overlap(own, configuration).map((keys): Problem => ({ path: keys.reduce(join, base), expected: "nothing, because podNetwork says it", got: keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], configuration), rule: "pod-network-twice" }));
  });
}

function windowsProblems(path: string, addons: Addons, { nodeGroups = {} }: ReadableEnvironment): Problem[] {
  const windows = Object.keys(nodeGroups).filter((key) => isWindows(nodeGroups[key]!));
  const cni = addons["vpc-cni"];
  if (windows.length === 0 || cni === undefined || String(settingsOf(cni)["enableWindowsIpam"]) === "true") return [];
  const why = `pods on the Windows nodes of ${windows.join(", ")} get no address without it`;
  return [{ path: `${join(path, "vpc-cni")}.configuration.enableWindowsIpam`, expected: '"true"', got: settingsOf(cni)["enableWindowsIpam"], why, suggestion: "true", rule: "addon-windows-ipam" }];
}
