import { addon } from "../aws/addons";
import type { Problem } from "../kernel";
import { join } from "../kernel/check";
import { hasOwnRole, identityOf } from "../modules/addons/identity-of";
import { fargateZoneProblems } from "../modules/fargate-profiles/problems";
import { identityData } from "./addon-identity";
import { settingsOf } from "./addon-settings";
import type { CheckedEnvironment } from "./environment";
import type { ReadableEnvironment } from "./readable";
import { nodeZones } from "./subnets";

type Profiles = CheckedEnvironment["fargateProfiles"];

/** What is wrong between Fargate profiles, the network and the add-ons. */
export function fargateProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const { fargateProfiles: profiles = {}, fargateLogging } = environment;
  const zones = nodeZones(environment);
  const placed = zones.length === 0 ? [] : fargateZoneProblems(profiles, zones, `${path}fargateProfiles`);
  const alone = Object.keys(profiles).length > 0 && isWithoutNodes(environment) ? [...dnsProblems(path, environment, profiles), ...identityProblems(`${path}addons`, environment)] : [];
  return [...loggingProblems(`${path}fargateLogging`, profiles, fargateLogging), ...placed, ...alone];
}

/** No node groups, and neither nodes of Auto Mode nor hybrid ones. */
function isWithoutNodes({ nodeGroups, cluster }: ReadableEnvironment): boolean {
  return nodeGroups !== undefined && Object.keys(nodeGroups).length === 0 && cluster !== undefined && !cluster.autoMode?.enabled && cluster.remoteNetworks == null;
}

function loggingProblems(path: string, profiles: Profiles, logging: unknown): Problem[] {
  if (logging == null || Object.keys(profiles).length > 0) return [];
  return [{ path, expected: "nothing without Fargate profiles", got: logging, rule: "fargate-logging" }];
}

/** Where there are no nodes, the cluster's DNS must be told to run on Fargate, and a profile must take it. */
function dnsProblems(path: string, { addons }: ReadableEnvironment, profiles: Profiles): Problem[] {
  if (addons?.["coredns"] === undefined) return [];
  const { computeType } = settingsOf(addons["coredns"]);
  const told = computeType === "Fargate" ? [] : [
    { path: `${path}addons.coredns`, expected: "computeType Fargate", got: computeType, why: "there are no nodes that it could run on", rule: "fargate-coredns" },
  ];
  const taken = Object.values(profiles).some(({ selectors }) => selectors.some(takesDns));
  if (taken) return told;
  const suggestion = { selectors: [{ namespace: "kube-system", labels: { "k8s-app": "kube-dns" } }] };
  return [...told, { path: `${path}fargateProfiles`, expected: "a profile that takes the pods of coredns", got: Object.keys(profiles), why: "there are no nodes that they could run on", suggestion, rule: "fargate-dns-profile" }];
}

/** The agent of Pod Identity runs on every node, and so nowhere here. What uses the host's network does not run here either. */
function identityProblems(path: string, { addons, addonIdentity = null, cluster }: ReadableEnvironment): Problem[] {
  if (addons === undefined) return [];
  const data = identityData({ addonIdentity, addons, oidcProvider: cluster?.oidcProvider === undefined ? {} : cluster.oidcProvider });
  return Object.keys(addons)
    .filter((name) => addon(name)?.hostNetwork === undefined && hasOwnRole(data, name) && identityOf(data, name) === "podIdentity")
    .map((name) => ({ path: `${join(path, name)}.identity`, expected: "irsa", got: "podIdentity", why: "the Pod Identity agent does not run on Fargate, and there are no nodes", suggestion: "irsa", rule: "fargate-identity" }));
}

/** What EKS writes at the pods of the add-on. */
const dnsLabels: Readonly<Record<string, string>> = { "k8s-app": "kube-dns", "eks.amazonaws.com/component": "coredns" };

function takesDns({ namespace, labels }: Profiles[string]["selectors"][number]): boolean {
  const fits = Object.entries(labels).every(([key, value]) => Object.entries(dnsLabels).some(([own, text]) => isLike(own, key) && isLike(text, value)));
  return isLike("kube-system", namespace) && fits;
}

/** Does the pattern fit, with * for any text and ? for one character? */
function isLike(text: string, pattern: string): boolean {
  const source = pattern.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${source}$`).test(text);
}
