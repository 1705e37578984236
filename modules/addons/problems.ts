import { addon } from "../../aws/addons";
import { broken, type CrossRule, type Problem } from "../../kernel";
import { join } from "../../kernel/check";
import { agent } from "./identities";
import { accountsKnown, hasOwnRole, type IdentityData, identityOf } from "./identity-of";
import { identityRules } from "./identity-rules";
import { phaseByName, phases } from "./phases";

type Phased = Readonly<Record<string, { readonly phase?: (typeof phases)[number] | null }>>;

/** What is wrong between the inputs of the module whose single inputs are right: what Terraform refuses too. */
export function identityProblems(data: IdentityData & Versions, path: string): Problem[] {
  const { addons, oidcProvider, kubernetesVersion } = data;
  const among = (test: (name: string) => boolean) => Object.keys(addons).filter(test).sort();
  const own = (name: string) => addons[name]!.role !== null || addons[name]!.permissions !== null;
  const byAgent = among((name) => identityOf(data, name) === "podIdentity" && (hasOwnRole(data, name) || addons[name]!.role !== null));
  const byIssuer = among((name) => identityOf(data, name) === "irsa" && hasOwnRole(data, name));
  const told = (rule: CrossRule, names: readonly string[], met = false) => (met || names.length === 0 ? [] : [broken(path, rule, names)]);
  return [
    ...told(identityRules.agent, byAgent, agent in addons),
    ...told(identityRules.oidcProvider, byIssuer, oidcProvider !== null),
    ...told(identityRules.unusedRole, among((name) => identityOf(data, name) === "node" && own(name))),
    ...told(identityRules.serviceAccounts, among((name) => identityOf(data, name) !== "node" && own(name) && !accountsKnown(data, name))),
    ...told(identityRules.kubernetesVersion, among((name) => addons[name]!.resolveVersion !== null), kubernetesVersion !== null),
  ];
}

interface Versions {
  readonly kubernetesVersion: string | null;
  readonly addons: Readonly<Record<string, { readonly resolveVersion: string | null }>>;
}

/** Add-ons whose needs are not met: another add-on that is missing, or that comes later. `path` is where the add-ons stand. */
export function addonProblems(addons: Phased, path: string): Problem[] {
  return Object.keys(addons).flatMap((name) => (addon(name)?.requires ?? []).flatMap((needed) => unmet(addons, name, needed, join(path, name))));
}

function unmet(addons: Phased, name: string, needed: string, path: string): Problem[] {
  if (!(needed in addons)) return [{ path, expected: `${needed} among the add-ons`, got: Object.keys(addons), why: `${name} does not start without it`, rule: "addon-requires" }];
  const phaseOf = (each: string) => addons[each]?.phase ?? phaseByName(each);
  const [own, other] = [phaseOf(name), phaseOf(needed)];
  if (phases.indexOf(other) < phases.indexOf(own)) return [];
  return [{ path: `${path}.phase`, expected: `a phase after that of ${needed}, ${other}`, got: own, why: `${name} does not start without it`, rule: "addon-order" }];
}
