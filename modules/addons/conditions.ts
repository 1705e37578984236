import { type Condition, type Construct, crossCondition, type Expr, type Handles, local, present, tf } from "../../kernel";
import { agent, type Identities } from "./identities";
import { identityRules } from "./identity-rules";
import type { addonsInputs } from "./inputs";

/** What Terraform can judge of several inputs together, before it makes anything. */
export function conditions(scope: Construct, inputs: Handles<typeof addonsInputs>, { words, accounts, withRole }: Identities): Condition[] {
  const { addons, oidcProvider, kubernetesVersion } = inputs;
  const among = (id: string, test: Expr<boolean>) => local<readonly string[]>(scope, id, tf`[for name, addon in ${addons} : name if ${test}]`);
  const none = (list: Expr<readonly string[]>) => tf<boolean>`length(${list}) == 0`;
  const own = tf`(addon.role != null || addon.permissions != null)`;
  const byAgent = among("by_agent", tf`${words}[name] == "podIdentity" && (contains(keys(${withRole}), name) || addon.role != null)`);
  const byIssuer = among("by_issuer", tf`${words}[name] == "irsa" && contains(keys(${withRole}), name)`);
  const unused = among("unused_roles", tf`${words}[name] == "node" && ${own}`);
  const nameless = among("without_service_accounts", tf`${words}[name] != "node" && ${accounts}[name] == null && ${own}`);
  const asking = among("resolving", tf`addon.resolve_version != null`);
  return [
    crossCondition(identityRules.agent, tf`contains(keys(${addons}), ${agent}) || ${none(byAgent)}`, byAgent),
    crossCondition(identityRules.oidcProvider, tf`${present(oidcProvider)} || ${none(byIssuer)}`, byIssuer),
    crossCondition(identityRules.unusedRole, none(unused), unused),
    crossCondition(identityRules.serviceAccounts, none(nameless), nameless),
    crossCondition(identityRules.kubernetesVersion, tf`${kubernetesVersion} != null || ${none(asking)}`, asking),
  ];
}
