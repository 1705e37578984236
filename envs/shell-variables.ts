import type { PlatformStack, Problem } from "../kernel";

/** An environment is what its file says: Terraform would take a variable of the shell in the place of a construct's data. */
export function shellVariableProblems(stacks: readonly PlatformStack[], shell: NodeJS.ProcessEnv = process.env): Problem[] {
  const declared = stacks.flatMap((stack) => Object.entries((stack.toJson()["variable"] ?? {}) as Record<string, object>));
  // One without a default is a secret, which has no other place.
  const names = new Set(declared.filter(([, variable]) => "default" in variable).map(([name]) => `TF_VAR_${name}`));
  return [...names]
    .filter((name) => shell[name] !== undefined)
    .map((name) => ({ path: name, expected: "no such variable in the shell", got: "a value", why: "it would replace what the environment's file says", rule: "shell-variable" }));
}
