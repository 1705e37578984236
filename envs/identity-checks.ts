import { actionsOf, isKnownAction } from "../aws/iam-actions";
import type { Problem } from "../kernel";
import { join } from "../kernel/check";
import { nearest } from "../kernel/nearest";
import { crossRules } from "../modules/workload-identity/cross-rules";
import { workloadIdentityProblems } from "../modules/workload-identity/problems";
import type { CheckedEnvironment } from "./environment";
import { partIdentities } from "./platform/identities";
import type { ReadableEnvironment } from "./readable";

type Identities = CheckedEnvironment["identities"];

const agent = "eks-pod-identity-agent";

/** What is wrong between identities, add-ons and the cluster, and with what IAM does not know. */
export function identityProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const { identities = {}, otherAccounts = {} } = environment;
  const others = Object.entries(otherAccounts).flatMap(([name, other]) => otherAccountProblems(join(`${path}otherAccounts`, name), other, environment));
  const served = { ...identities, ...platformIdentities(environment) };
  return [...agentProblems(path, served, environment), ...betweenInputs(path, served, environment), ...actionProblems(`${path}identities`, identities), ...others];
}

/** Those of what runs inside the cluster. What they may do is judged with their parts. */
function platformIdentities({ platform, cluster }: ReadableEnvironment): Identities {
  return platform == null ? {} : (partIdentities(platform, { vpcId: null, clusterName: cluster?.name ?? "" }) as Identities);
}

/** Without the agent no pod gets a role by Pod Identity, and nothing says so. Auto Mode has one of its own. */
function agentProblems(path: string, identities: Identities, { addons, cluster }: ReadableEnvironment): Problem[] {
  const first = Object.keys(identities).find((name) => identities[name]!.method !== "irsa");
  if (first === undefined || addons === undefined || agent in addons || cluster?.autoMode != null) return [];
  const why = `${first} is served by Pod Identity`;
  return [{ path: `${path}addons`, expected: `${agent} among the add-ons`, got: Object.keys(addons), why, rule: "pod-identity-agent" }];
}

function betweenInputs(path: string, identities: Identities, { cluster }: ReadableEnvironment): Problem[] {
  if (cluster?.oidcProvider === undefined) return [];
  const { oidcProvider } = cluster;
  return workloadIdentityProblems("", { oidcProvider, identities }).map((problem) => ({
    ...problem,
    path: problem.rule === crossRules.oidcMissing.id ? `${path}cluster.oidcProvider` : `${path}identities`,
  }));
}

function otherAccountProblems(path: string, other: CheckedEnvironment["otherAccounts"][string], { account }: ReadableEnvironment): Problem[] {
  const same = other.account === account ? [{ path: `${path}.account`, expected: "an account other than the environment's", got: account, rule: "other-account" }] : [];
  const served = Object.entries(other.identities)
    .filter(([, { method }]) => method !== "irsa")
    .map(([name, { method }]) => ({ path: `${join(`${path}.identities`, name)}.method`, expected: "irsa", got: method, why: "Pod Identity hands out roles of the cluster's account only", suggestion: "irsa", rule: "other-account-method" }));
  return [...same, ...served, ...actionProblems(`${path}.identities`, other.identities)];
}

/** IAM takes any name and never matches one that it does not know. Services that are not in the table pass. */
function actionProblems(path: string, identities: Identities): Problem[] {
  return Object.entries(identities).flatMap(([name, { statements }]) =>
    Object.entries(statements).flatMap(([id, { actions, actionPatterns }]) => {
      const at = join(`${join(path, name)}.statements`, id);
      return [...unknownActions(`${at}.actions`, actions ?? []), ...unknownActions(`${at}.actionPatterns`, actionPatterns ?? [])];
    }),
  );
}

function unknownActions(path: string, actions: readonly string[]): Problem[] {
  return actions.flatMap((action, index): Problem[] => {
    if (isKnownAction(action) !== false) return [];
    const [service = "", name = ""] = action.split(":");
    const near = nearest(name, actionsOf(service) ?? []);
    return [{ path: `${path}[${index}]`, expected: `an action of ${service}`, got: action, why: "IAM would take it and never match it", suggestion: near && `${service}:${near}`, rule: "iam-action" }];
  });
}
