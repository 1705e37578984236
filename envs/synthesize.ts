import { describe, PlatformApp, type Problem, refuse } from "../kernel";
import { checkEnvironment } from "./checks";
import type { Environment } from "./environment";
import type { ReadableEnvironment } from "./readable";
import { shellVariableProblems } from "./shell-variables";
import { checkTogether } from "./together";
import { environmentStacks } from "./wiring";

/**
 * Checks the environments, alone and together, and writes their stacks to the folder that the cdktf command asks for.
 * `further` judges them beside what the program knows more. Nothing is written when anything is wrong.
 *
 * @throws ProblemsError with every problem of every environment.
 */
export function synthesize(environments: readonly Environment[], further: (environments: readonly ReadableEnvironment[]) => Problem[] = () => []): void {
  const checked = environments.map(inLayout).map((environment, index) => checkEnvironment(environment, `environments[${index}]`));
  const readable = checked.map((one) => one.readable);
  refuse([...checked.flatMap(({ problems }) => problems), ...checkTogether(readable), ...further(readable)]);
  for (const warning of checked.flatMap(({ warnings }) => warnings)) process.stderr.write(`warning: ${describe(warning)}\n`);
  const app = new PlatformApp();
  const stacks = checked.flatMap(({ environment }) => environmentStacks(app, environment!));
  refuse(shellVariableProblems(stacks));
  app.synth();
}

/** Only the command that moves a state between the layouts asks for the other one; a shell's variable cannot. */
function inLayout(environment: Environment): Environment {
  if (!process.argv.includes("--other-layout")) return environment;
  return { ...environment, layout: environment.layout === "layered" ? "one" : "layered" };
}
