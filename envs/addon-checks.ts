import { type Addon, addon as factsOf } from "../aws/addons";
import type { Problem } from "../kernel";
import { join } from "../kernel/check";
import { identityOf } from "../modules/addons/identity-of";
import { addonProblems, identityProblems } from "../modules/addons/problems";
import { identityData } from "./addon-identity";
import { judgeAddonSettings } from "./addon-setting-checks";
import { judgeAddonVersions } from "./addon-version-checks";
import type { CheckedEnvironment } from "./environment";
import { fine, type Judged } from "./judged";
import type { ReadableEnvironment } from "./readable";

type Addons = CheckedEnvironment["addons"];

/** What is wrong between an environment's add-ons, their roles and the cluster. */
export function judgeAddons(path: string, environment: ReadableEnvironment): Judged {
  const { addons, addonIdentity = null, cluster } = environment;
  if (addons === undefined) return fine;
  const data = identityData({ addonIdentity, addons, oidcProvider: cluster?.oidcProvider === undefined ? {} : cluster.oidcProvider });
  const identity = identityProblems({ ...data, addons, kubernetesVersion: "" }, "").map((problem) => ({ ...problem, path: path + (problem.path === ".oidcProvider" ? "cluster.oidcProvider" : problem.path.slice(1)) }));
  const byNode = Object.keys(addons).filter((name) => identityOf(data, name) === "node");
  const settings = judgeAddonSettings(path, environment, addons);
  const versions = judgeAddonVersions(`${path}addons`, addons, cluster?.kubernetesVersion ?? "");
  return {
    problems: [...addonProblems(addons, `${path}addons`), ...identity, ...permissionProblems(addons, `${path}addons`, byNode), ...ipv6Problems(environment, `${path}addons`, byNode), ...settings.problems, ...versions.problems],
    warnings: [...byNode.flatMap((name) => nodePermissionWarning(join(`${path}addons`, name), name)), ...settings.warnings, ...versions.warnings],
  };
}

function permissionProblems(addons: Addons, path: string, byNode: readonly string[]): Problem[] {
  return Object.entries(addons).flatMap(([name, { permissions, role }]) => {
    const facts = factsOf(name);
    if (facts === undefined) return [];
    const at = `${join(path, name)}.permissions`;
    const given = Object.entries(permissions ?? {}).flatMap(([kind, value]) => (kind === "policyArns" || value === null ? [] : [kind]));
    return [...given.filter((kind) => !takes(facts).includes(kind)).map((kind) => stray(at, name, facts, kind)), ...(role === null && !byNode.includes(name) ? missing(at, name, facts, given) : [])];
  });
}

/** The nodes' policy for vpc-cni knows IPv4 alone. */
function ipv6Problems({ cluster, addons }: ReadableEnvironment, path: string, byNode: readonly string[]): Problem[] {
  if (cluster?.ipFamily !== "ipv6" || !byNode.includes("vpc-cni") || addons?.["vpc-cni"]?.role) return [];
  const why = "the policy of the nodes is for IPv4 alone";
  return [{ path: join(path, "vpc-cni"), expected: "a role, by podIdentity or irsa", got: "node", why, rule: "addon-ipv6-role" }];
}

function stray(at: string, name: string, facts: Addon, kind: string): Problem {
  const kinds = takes(facts);
  const expected = kinds.length === 0 ? "nothing but policyArns" : `policyArns or ${kinds.join(" or ")}`;
  return { path: `${at}.${kind}`, expected, got: kind, why: `${name} has no use for it`, rule: "addon-permission-kind" };
}

/** AWS recommends no policy for these, so that without permissions of its own the add-on would do nothing. */
function missing(at: string, name: string, { needs }: Addon, given: readonly string[]): Problem[] {
  if (needs === undefined || given.includes(needs)) return [];
  return [{ path: at, expected: `${needs}, or a role that has what ${name} needs`, got: given, why: "AWS has no policy for it that is narrow enough", rule: "addon-permission-needed" }];
}

function nodePermissionWarning(path: string, name: string): Problem[] {
  const { serviceAccounts, policies = [], needs, hostNetwork } = (factsOf(name) ?? {}) as Partial<Addon>;
  if (serviceAccounts === undefined || hostNetwork || (policies.length === 0 && needs === undefined)) return [];
  const why = "its pods cannot reach the metadata service of their node, and so not its role";
  return [{ path, expected: "a role, by podIdentity or irsa", got: "node", why, rule: "addon-node-permissions" }];
}

function takes({ takes: kinds = [] }: Addon): readonly string[] {
  return kinds;
}
