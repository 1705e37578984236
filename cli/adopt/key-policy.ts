import { arnPatterns } from "../../aws/arn-patterns";

/** Who administers the key beside the account, and whether its policy says what the one that is written here does not. */
export function readKeyPolicy(policy: string | undefined): { readonly administrators: readonly string[]; readonly notes: readonly string[] } {
  const statements = policy ? (JSON.parse(policy) as { Statement: { Sid?: string; Principal?: { AWS?: string | string[] } }[] }).Statement : [];
  const administrators = [statements.find(({ Sid }) => Sid === "KeyAdministration")?.Principal?.AWS ?? []].flat();
  const others = statements.map(({ Sid = "one without a Sid" }) => Sid).filter((sid) => !["Default", "KeyAdministration", "KeyUsage"].includes(sid));
  const known = administrators.filter((arn) => arnPatterns.iamRoleOrUser.test(arn));
  return {
    administrators: known,
    notes: [
      ...administrators.filter((arn) => !known.includes(arn) && !arn.endsWith(":root")).map((arn) => `secrets_key.create.administrators: ${arn} is neither a role nor a user, and no longer administers the key`),
      ...(others.length === 0 ? [] : [`secrets_key: statements of the key's policy go: ${others.join(", ")}; whoever they let use the key must not need it any more`]),
    ],
  };
}
