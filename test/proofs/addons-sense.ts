import { addon as factsOf } from "../../aws/addons";
import type { Data } from "./subjects";

/** What add-ons need to have a role, or to find their version, is there. */
export function sensibleAddons(data: Data): Data {
  const addons = Object.fromEntries(Object.entries(data["addons"] as Record<string, Data>).map(([name, addon]) => [name, sensibleAddon(name, addon, data["identity"])]));
  const all = Object.values(addons);
  const has = (word: string) => data["identity"] === word || all.some((addon) => addon["identity"] === word);
  const irsa = has("irsa") && data["oidcProvider"] == null;
  return {
    ...data,
    ...(irsa && { oidcProvider: { arn: "arn:aws:iam::111122223333:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/1", issuer: "oidc.eks.us-east-1.amazonaws.com/id/1" } }),
    ...(all.some((addon) => addon["resolveVersion"] != null) && { kubernetesVersion: "1.35" }),
    addons: { ...(has("podIdentity") && { "eks-pod-identity-agent": {} }), ...addons },
  };
}

function sensibleAddon(name: string, addon: Data, identity: unknown): Data {
  if (addon["role"] == null && addon["permissions"] == null) return addon;
  const own = addon["identity"] ?? identity ?? "node";
  return { ...addon, identity: own === "node" ? "irsa" : own, ...(factsOf(name)?.serviceAccounts === undefined && { serviceAccounts: addon["serviceAccounts"] ?? { namespace: "own", names: ["own"] } }) };
}
