import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Problem } from "../../kernel/problem";
import { providerAccess } from "../aws-access";
import type { Stack } from "../synth/stacks";

/** Why these credentials are not to touch an environment. Its layers have one account and one role. */
export async function accountProblems(stacks: readonly Stack[]): Promise<Problem[]> {
  const stack = stacks.find(({ json }) => json.provider?.["aws"] !== undefined);
  if (stack === undefined) return [];
  const { allowed_account_ids: allowed, access_key: fixed } = stack.json.provider!["aws"]![0] as { readonly allowed_account_ids?: readonly string[]; readonly access_key?: string };
  if (fixed === "emulator" && !process.env.AWS_ENDPOINT_URL) {
    const why = "the environment is emulated; `npm run emulator` starts the emulator and prints the lines that a shell needs";
    return [{ path: stack.name, expected: "AWS_ENDPOINT_URL in the shell", why, rule: "emulator-address" }];
  }
  if (allowed === undefined) return [];
  const found = await callerAccount(stack);
  if (typeof found !== "string") return [found];
  if (allowed.includes(found)) return [];
  return [{ path: `${stack.name} account`, expected: `credentials of account ${allowed.join(" or ")}`, got: found, why: "nothing was planned, and no lock was taken", rule: "other-account" }];
}

async function callerAccount(stack: Stack): Promise<string | Problem> {
  const client = new STSClient(providerAccess(stack));
  try {
    return (await client.send(new GetCallerIdentityCommand({}))).Account ?? "nobody";
  } catch (error) {
    const { name, message } = error as Error;
    return { path: `${stack.name} account`, expected: "credentials that AWS knows", got: message, why: name, rule: "aws-credentials" };
  } finally {
    client.destroy();
  }
}
