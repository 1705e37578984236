import { terraform, TerraformFailed, type TerraformOptions, type TerraformRun } from "./terraform";

const attempts = 10;

/**
 * Runs a command that takes the state's lock. Terraform waits as long as `-lock-timeout` says for a lock whose owner it
 * can read. One that is given back in the moment between is an error to it at once (1.11), and nothing was done yet.
 */
export async function lockedTerraform(args: readonly string[], options: TerraformOptions): Promise<TerraformRun> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await terraform(args, { ...options, ...(options.transcript && { transcript: `${options.transcript}.${attempt}` }) });
    } catch (error) {
      if (attempt === attempts || !(error instanceof TerraformFailed) || !wasGivenBack(error.run.output) || options.signal?.aborted) throw error;
    }
  }
}

function wasGivenBack(output: string): boolean {
  return /PreconditionFailed|ConditionalCheckFailedException/.test(output) && output.includes("Error acquiring the state lock") && !output.includes("Lock Info:");
}
