import { EmulatorFailed } from "../emulator/failure";
import { ProblemsError } from "../kernel/problem";
import { Interrupted } from "./interrupt";
import { SynthFailed } from "./synth";
import { TerraformFailed } from "./terraform";

/**
 * Prints what stopped a command, as its reader needs it: their own mistakes in a line each, Terraform's in its words.
 * Anything else is a fault of ours and goes on, to be shown with its stack.
 */
export function report(error: unknown): void {
  if (error instanceof Interrupted) {
    process.stderr.write("interrupted\n");
    process.exitCode = 130;
    return;
  }
  const known = error instanceof ProblemsError || error instanceof SynthFailed || error instanceof TerraformFailed || error instanceof EmulatorFailed;
  if (!known) throw error;
  process.stderr.write(`${error.message.trimEnd()}\n`);
  process.exitCode = 1;
}
