import { join } from "node:path";
import type { Progress } from "../progress";
import { terraformEnvironment } from "../terraform/terraform";
import { type Stack, stacksIn } from "./stacks";
import { synth } from "./synth";

/** An environment as it was just synthesized. */
export interface EnvironmentStacks {
  /** Each after those that it reads. */
  readonly stacks: readonly Stack[];
  /** The output folder. */
  readonly output: string;
  /** What the program printed: warnings. */
  readonly messages: string;
}

export async function environmentStacks(root: string, environment: string): Promise<EnvironmentStacks> {
  const { output, stacks, messages } = await synth({ root, environment });
  return { stacks: stacksIn(join(root, output), stacks), output: join(root, output), messages };
}

/** The same as a step that is told, while Terraform and its providers are looked for. */
export async function environmentStacksTold(root: string, environment: string, progress: Progress): Promise<EnvironmentStacks> {
  const [made] = await Promise.all([
    progress.step("synth", () => environmentStacks(root, environment), ({ stacks }) => stacks.map(({ name }) => name).join(", ")),
    terraformEnvironment(progress.detail),
  ]);
  if (made.messages !== "") progress.say(made.messages);
  return made;
}
