import { join } from "node:path";
import { tmpdir } from "node:os";
import { checkEnvironment } from "../../envs/checks";
import type { Environment } from "../../envs/environment";
import { environmentStacks } from "../../envs/wiring";
import { PlatformApp, refuse } from "../../kernel";
import type { Json } from "../synth";

/** The Terraform JSON of an environment in one stack. Nothing is written. */
export function stackOf(data: Environment): Json {
  return Object.values(stacksOf(data))[0]!;
}

/** The Terraform JSON of an environment's stacks, by their names. */
export function stacksOf(data: Environment): Readonly<Record<string, Json>> {
  const { environment, problems } = checkEnvironment(data);
  refuse(problems);
  const stacks = environmentStacks(new PlatformApp({ outdir: join(tmpdir(), "never-written") }), environment!);
  return Object.fromEntries(stacks.map((stack) => [stack.node.id, stack.toJson()]));
}
