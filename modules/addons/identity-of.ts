import { addon as factsOf } from "../../aws/addons";
import type { Value } from "../../kernel/schema";
import type { IdentityWord } from "./addon-input";
import { agent } from "./identities";
import type { addonsInputs } from "./inputs";

/** What the identity of add-ons hangs on, as plain data. */
export interface IdentityData {
  readonly identity: IdentityWord | null;
  /** Only whether it is there counts. */
  readonly oidcProvider: object | null;
  readonly addons: Readonly<Record<string, Pick<Addon, "identity" | "role" | "permissions" | "serviceAccounts">>>;
}

type Addon = Value<typeof addonsInputs>["addons"][string];

/** How an add-on comes by its permissions. The body of the module says the same in Terraform. */
export function identityOf({ identity, oidcProvider, addons }: IdentityData, name: string): IdentityWord {
  return addons[name]?.identity ?? identity ?? (agent in addons ? "podIdentity" : oidcProvider !== null ? "irsa" : "node");
}

/** Has the add-on a role that is made here? */
export function hasOwnRole(data: IdentityData, name: string): boolean {
  const addon = data.addons[name];
  if (addon === undefined || addon.role !== null || identityOf(data, name) === "node" || !accountsKnown(data, name)) return false;
  return (factsOf(name)?.policies ?? []).length > 0 || addon.permissions !== null;
}

export function accountsKnown({ addons }: IdentityData, name: string): boolean {
  return (addons[name]?.serviceAccounts ?? factsOf(name)?.serviceAccounts ?? null) !== null;
}
