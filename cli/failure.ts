import { ProblemsError } from "../kernel/problem";
import { SynthFailed } from "./synth";
import { TerraformFailed } from "./terraform";

/** What stopped a command, as its reader needs it: their own mistakes without a stack, ours with it. */
export function report(error: unknown): void {
  process.stderr.write(`${text(error).trimEnd()}\n`);
  process.exitCode = 1;
}

function text(error: unknown): string {
  if (error instanceof ProblemsError || error instanceof SynthFailed || error instanceof TerraformFailed) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
