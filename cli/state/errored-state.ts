import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../kernel/problem";
import { namedStack } from "../synth/named-stack";

/** What Terraform could not save stands in a file beside the stack: it holds secrets, and the next one would take its place. */
export function erroredStateProblem(folder: string): Problem | undefined {
  const file = join(folder, "errored.tfstate");
  if (!existsSync(file)) return undefined;
  chmodSync(file, 0o600);
  const { stack, folder: shown, environment, layer } = namedStack(folder);
  const push = `terraform -chdir=${shown} state push errored.tfstate && rm ${join(shown, "errored.tfstate")}`;
  const why = `the backend did not take the state, and this file alone knows what was made: keep it, see that the backend answers, give back the lock if it is still there (npx platform unlock ${environment} ${layer} <id>) and push it`;
  return { path: stack, expected: "no state that waits to be saved", got: join(shown, "errored.tfstate"), why, suggestion: push, rule: "state-errored" };
}
