import { join } from "node:path";
import { isRecord } from "../../kernel/check";
import { writeFileAtomic } from "../atomic-file";
import type { EnvironmentStacks } from "../synth/environment-stacks";
import type { Stack, StackJson } from "../synth/stacks";

/**
 * The environment for whoever the shell is, in place of `provider.roleArn`: a pipeline that reviews is the role that may
 * only read, and the one of the file deploys. Roles that are named apart (of the state, of other accounts) stay.
 */
export function withoutRole(made: EnvironmentStacks): EnvironmentStacks {
  return { ...made, stacks: made.stacks.map(rewritten) };
}

function rewritten(stack: Stack): Stack {
  const role = roleOf(stack.json);
  if (role === undefined) return stack;
  const json = { ...stack.json, provider: without(stack.json.provider, role) as NonNullable<StackJson["provider"]> };
  writeFileAtomic(join(stack.folder, "cdk.tf.json"), JSON.stringify(json, null, 2));
  return { ...stack, json };
}

/** Of the provider that has no alias. */
function roleOf({ provider }: StackJson): string | undefined {
  const own = provider?.["aws"]?.find(({ alias }) => alias === undefined);
  return (own?.["assume_role"] as readonly { readonly role_arn: string }[] | undefined)?.[0]?.role_arn;
}

/** What assumes the role: the AWS provider, and the aws command by which the others reach the cluster. */
function without(value: unknown, role: string): unknown {
  if (Array.isArray(value)) return value.filter((_, at) => !namesRole(value, at, role) && !namesRole(value, at - 1, role)).map((item) => without(item, role));
  if (!isRecord(value)) return value;
  const kept = Object.entries(value).filter(([key, said]) => key !== "assume_role" || (said as readonly { readonly role_arn: string }[])[0]?.role_arn !== role);
  return Object.fromEntries(kept.map(([key, inner]) => [key, without(inner, role)]));
}

function namesRole(args: readonly unknown[], at: number, role: string): boolean {
  return args[at] === "--role-arn" && args[at + 1] === role;
}
