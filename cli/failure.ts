import { EmulatorFailed } from "../emulator/failure";
import { describe, ProblemsError } from "../kernel/problem";
import { Interrupted } from "./interrupt";
import { SynthFailed } from "./synth/synth";
import { diskProblems } from "./terraform/disk-problems";
import { explanations } from "./terraform/explained";
import { TerraformFailed } from "./terraform/terraform";

/**
 * Prints what stopped a command, as its reader needs it: their own mistakes in a line each, Terraform's in its words.
 * Anything else is a fault of ours and goes on, to be shown with its stack.
 */
export function report(error: unknown): void {
  if (error instanceof Interrupted) {
    const left = error.cause instanceof TerraformFailed ? explanations(error.cause) : [];
    process.stderr.write(`${[...left.map(describe), "interrupted"].join("\n")}\n`);
    process.exitCode = 130;
    return;
  }
  const known = error instanceof ProblemsError || error instanceof SynthFailed || error instanceof TerraformFailed || error instanceof EmulatorFailed || diskProblems(String(error)).length > 0;
  if (!known) throw error;
  process.stderr.write(`${messageOf(error as Error)}\n`);
  process.exitCode = 1;
}

/** Ours come first, then what Terraform said. */
export function messageOf(error: Error): string {
  const ours = error instanceof TerraformFailed ? explanations(error) : error instanceof ProblemsError ? [] : diskProblems(error.message);
  return [...ours.map(describe), error.message.trimEnd()].join("\n");
}
