import { broken, type Problem } from "../../kernel";
import { crossRules } from "./cross-rules";

interface Identity {
  readonly method: string;
  readonly targetRole?: object | null;
}

interface Identities {
  readonly oidcProvider: object | null;
  readonly identities: Readonly<Record<string, Identity>>;
}

/** What is wrong between the inputs, whose single inputs are right. */
export function workloadIdentityProblems(path: string, { oidcProvider, identities }: Identities): Problem[] {
  const of = (judge: (identity: Identity) => boolean) => Object.keys(identities).filter((name) => judge(identities[name]!));
  const byIssuer = oidcProvider === null ? of(({ method }) => method !== "podIdentity") : [];
  const targeted = of(({ method, targetRole }) => method === "irsa" && targetRole != null);
  return [
    ...(byIssuer.length === 0 ? [] : [broken(path, crossRules.oidcMissing, byIssuer)]),
    ...(targeted.length === 0 ? [] : [broken(path, crossRules.targetRoleMethod, targeted)]),
  ];
}
