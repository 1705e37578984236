import { hasOwnRole, type IdentityData } from "../modules/addons/identity-of";
import type { CheckedEnvironment } from "./environment";

/** What the identity of an environment's add-ons hangs on. */
export function identityData(environment: Pick<CheckedEnvironment, "addonIdentity" | "addons"> & Pick<CheckedEnvironment["cluster"], "oidcProvider">): IdentityData {
  const { addonIdentity: identity, oidcProvider, addons } = environment;
  return { identity, oidcProvider, addons };
}

/** Do the nodes manage the network interfaces of their pods by their own role? They do where vpc-cni has none. */
export function nodesNeedCniPolicy({ addonIdentity, addons, cluster: { oidcProvider } }: CheckedEnvironment): boolean {
  const cni = addons["vpc-cni"];
  return cni === undefined || (cni.role === null && !hasOwnRole(identityData({ addonIdentity, addons, oidcProvider }), "vpc-cni"));
}
