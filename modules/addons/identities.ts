import { type Addon, addonNames, addons as facts } from "../../aws/addons";
import { call, choose, type Construct, type Handle, type Handles, local, present, project, tf, where } from "../../kernel";
import type { addonsInputs } from "./inputs";

type Inputs = Handles<typeof addonsInputs>;
type ServiceAccounts = { readonly namespace: string; readonly names: readonly string[] };

/** Hands out the credentials of Pod Identity. */
export const agent = "eks-pod-identity-agent";

const names = ["name", "addon"] as const;

/** Which add-on gets its permissions how. */
export function identitiesOf(scope: Construct, inputs: Inputs) {
  const { addons } = inputs;
  const words = identityWords(scope, inputs);
  const accounts = serviceAccounts(scope, inputs);
  const recommended = recommendedPolicies(scope, inputs);
  // Whose role is made here: by words and keys that an author writes, so that it is known before anything is made.
  const withRole = local(
    scope,
    "with_role",
    where(
      addons,
      (name, addon) =>
        tf`${words.at(name)} != "node" && ${addon.role} == null && ${accounts.at(name)} != null && (contains(keys(${recommended}), ${name}) || ${addon.permissions} != null)`,
      names,
    ),
  );
  return { words, accounts, recommended, withRole };
}

export type Identities = ReturnType<typeof identitiesOf>;

function identityWords(scope: Construct, { addons, identity, oidcProvider }: Inputs) {
  const usual = choose<string>([tf`contains(keys(${addons}), ${agent})`, "podIdentity"], [present(oidcProvider), "irsa"], "node");
  const word = local<string>(scope, "identity", call("coalesce", identity, usual));
  return local(scope, "identities", project(addons, (_, addon) => call<string>("coalesce", addon.identity, word), names));
}

function serviceAccounts(scope: Construct, { addons }: Inputs): Handle<Readonly<Record<string, ServiceAccounts>>> {
  const table = factsOf(({ namespace, serviceAccounts: accounts }) => (accounts === undefined ? undefined : { namespace, names: accounts }));
  const documented = local(scope, "documented_service_accounts", tf`${table}`);
  const own = project(addons, (name, addon) => tf<ServiceAccounts>`${addon.serviceAccounts} != null ? ${addon.serviceAccounts} : try(${documented}[${name}], null)`, names);
  return local(scope, "service_accounts", own);
}

/** AWS's policy for vpc-cni is for IPv4: on IPv6 clusters it has none that is recommended. */
function recommendedPolicies(scope: Construct, { ipFamily }: Inputs): Handle<Readonly<Record<string, readonly string[]>>> {
  const table = factsOf(({ policies }) => (policies === undefined || policies.length === 0 ? undefined : policies));
  const { "vpc-cni": cni, ...others } = table;
  return local(scope, "recommended_policies", tf`${{ "vpc-cni": tf`${ipFamily} == "ipv6" ? [] : ${cni}`, ...others }}`);
}

function factsOf<T>(pick: (addon: Addon) => T | undefined): Record<string, T> {
  const picked = addonNames.map((name) => [name, pick(facts[name])] as const);
  return Object.fromEntries(picked.filter((entry): entry is [typeof entry[0], T] => entry[1] !== undefined));
}
