import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { startEmulator } from "../../emulator/emulator";
import { interruptible, untilInterrupted } from "../interrupt";
import { noteOf } from "../plan/plan-layers";
import { Progress } from "../progress";
import { synth } from "../synth/synth";
import { findTerraform, terraform, TerraformFailed, terraformEnvironment, type TerraformRun } from "../terraform/terraform";
import { shellLine } from "../terraform/terraform-env";
import { outputLines, picture } from "./picture";
import type { ShownState } from "./shown-state";

const environmentName = "local";

/** The whole way on this machine: synth, plan, apply, a clean second plan, a picture of what exists, destroy. */
export async function demo(root: string, { keep }: { readonly keep: boolean }): Promise<void> {
  const begun = performance.now();
  const progress = new Progress();
  // Terraform and its providers are looked for first: without them nothing else is worth starting.
  await progress.step("terraform", () => findTerraform(), ({ version }) => version);
  await terraformEnvironment(progress.detail);
  const folder = join(root, ".cache", `demo-${process.pid}`);
  await interruptible(async (signal) => {
    const emulator = await progress.step("emulator", (onProgress) => startEmulator({ onProgress }), ({ url }) => url);
    try {
      signal.throwIfAborted();
      const run = new DemoRun(root, folder, emulator.environment, progress, signal);
      await run.create();
      if (keep) await run.wait();
      else await run.destroy();
    } finally {
      await emulator.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
  progress.say(`done in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
}

class DemoRun {
  private readonly stack: string;

  constructor(
    private readonly root: string,
    private readonly folder: string,
    private readonly env: Readonly<Record<string, string>>,
    private readonly progress: Progress,
    private readonly signal: AbortSignal,
  ) {
    this.stack = join(folder, "stacks", environmentName);
  }

  async create(): Promise<void> {
    await this.progress.step("synth", () => synth({ root: this.root, environment: environmentName, output: this.folder }), ({ stacks }) => `stack ${stacks.join(", ")}`);
    await this.step("init", ["init", "-no-color"]);
    await this.step("plan", ["plan", "-no-color", "-out=demo.tfplan"], { summary: lineWith(/^Plan: .*/m) });
    await this.step("apply", ["apply", "-no-color", "-auto-approve", "demo.tfplan"], { summary: lineWith(/^Apply complete! .*/m) });
    await this.cleanPlan();
    const state = JSON.parse((await this.terraform(["show", "-json"])).stdout) as ShownState;
    // The picture comes last, so that it stays on the screen.
    for (const line of ["", "outputs", ...outputLines(state).map((output) => `  ${output}`), "", ...picture(state), ""]) this.progress.say(line);
  }

  async destroy(): Promise<void> {
    await this.step("destroy", ["destroy", "-no-color", "-auto-approve"], { summary: lineWith(/^Destroy complete! .*/m) });
    await this.progress.step("state is empty", async () => {
      const { stdout } = await this.terraform(["state", "list"]);
      if (stdout.trim() !== "") throw new Error(`expected an empty state after destroy, got ${JSON.stringify(stdout.split("\n"))}`);
    });
  }

  async wait(): Promise<void> {
    const { TF_CLI_CONFIG_FILE } = await terraformEnvironment();
    const variables = { ...this.env, ...(TF_CLI_CONFIG_FILE ? { TF_CLI_CONFIG_FILE } : {}) };
    this.progress.say("The environment is kept. In another shell:");
    for (const [name, value] of Object.entries(variables)) this.progress.say(`  ${shellLine(name, value)}`);
    this.progress.say(`  cd ${relative(process.cwd(), this.stack)} && terraform state list`);
    this.progress.say("Ctrl-C here ends the emulator and throws everything away.");
    await untilInterrupted(this.signal);
  }

  private async cleanPlan(): Promise<void> {
    const run = await this.progress.step("second plan", (note) => this.terraform(["plan", "-no-color", "-detailed-exitcode"], note, [0, 2]), ({ exitCode }) => (exitCode === 0 ? "no changes" : "changes"));
    if (run.exitCode !== 0) throw new TerraformFailed("terraform plan -detailed-exitcode, right after apply,", run);
  }

  private async step(title: string, args: readonly string[], { summary }: { summary?: (run: TerraformRun) => string } = {}): Promise<void> {
    await this.progress.step(title, (note) => this.terraform(args, note), summary);
  }

  private terraform(args: readonly string[], onLine?: (line: string) => void, accept?: readonly number[]): Promise<TerraformRun> {
    return terraform(args, {
      cwd: this.stack,
      env: this.env,
      signal: this.signal,
      // Of a plan's own text, one line says nothing.
      ...(onLine ? { onLine: noteOf(onLine) } : {}),
      ...(accept ? { accept } : {}),
    });
  }
}

function lineWith(pattern: RegExp): (run: TerraformRun) => string {
  return ({ stdout }) => pattern.exec(stdout)?.[0] ?? "";
}
