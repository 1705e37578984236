import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { runTerraform, temporaryFolder, writeFiles } from "../harness";
import type { Log } from "./logs";
import type { Run } from "./run";
import { newId } from "./server";

// Terraform does not show the first three lines of an apply's log: they say this.
const heading = ["Terraform", "on a worker of this machine", "Initializing plugins and modules..."];
const stateFile = "terraform.tfstate";

/** What hosts runs: real Terraform in a folder of its own, on the uploaded archive and the state of the workspace. */
export class TerraformWorker {
  /** Variables of its runs, such as those that lead to an emulator, beside those of this process. */
  environment: Readonly<Record<string, string>> = {};
  /** The archives that it has unpacked, the latest last. */
  readonly folders: string[] = [];
  private readonly running = new Set<Promise<unknown>>();

  constructor(private readonly ownEnvironment: () => Promise<Readonly<Record<string, string>>>) {}

  /** True where the plan has changes. */
  async plan(run: Run): Promise<boolean> {
    run.folder = await this.unpacked(run);
    const { destroy, refresh, refreshOnly, targets, replaces } = run.options;
    const flags = [destroy && "-destroy", !refresh && "-refresh=false", refreshOnly && "-refresh-only"].filter((flag) => flag !== false);
    const args = [...flags, ...targets.map((address) => `-target=${address}`), ...replaces.map((address) => `-replace=${address}`)];
    for (const line of heading) run.plan.log.line(line);
    await this.terraform(run, ["init", "-input=false"], { accept: [0, 1] }).then(({ exitCode, output }) => {
      if (exitCode === 0) return;
      for (const line of output.split("\n")) run.plan.log.line(line);
      throw new Error("terraform init failed");
    });
    const { exitCode } = await this.terraform(run, ["plan", "-input=false", "-detailed-exitcode", "-out=tfplan", ...args], { accept: [0, 2], log: run.plan.log });
    const { stdout } = await this.terraform(run, ["show", "-json", "tfplan"], { secret: true });
    run.plan.json = { object: newId("object"), bytes: Buffer.from(stdout) };
    run.plan.counts = countsIn(stdout);
    return exitCode === 2;
  }

  async apply(run: Run): Promise<void> {
    for (const line of heading) run.apply.log.line(line);
    await this.terraform(run, ["apply", "-input=false", "tfplan"], { log: run.apply.log });
    run.apply.counts = run.plan.counts;
  }

  /** Also that of an apply that came to no end. */
  state({ folder }: Run): Buffer | undefined {
    try {
      return readFileSync(join(folder!, stateFile));
    } catch {
      return undefined;
    }
  }

  /** What still runs is waited for. */
  async end(): Promise<void> {
    await Promise.allSettled(this.running);
  }

  private async unpacked({ workspace, configuration, options }: Run): Promise<string> {
    const folder = temporaryFolder("hosted-run");
    await execa("tar", ["-xzf", "-", "-C", folder], { input: configuration.archive! });
    const variables = options.variables.map(({ key, value }) => `${key} = ${value}\n`).join("");
    const work = join(folder, String(workspace.settings["working-directory"] ?? ""));
    // An override file: whatever backend the configuration names, this one is used.
    writeFiles(work, { "hosted_override.tf.json": { terraform: { backend: { local: { path: stateFile } } } }, ...(variables !== "" && { "hosted.auto.tfvars": variables }) });
    const [current] = workspace.states;
    if (current !== undefined) writeFiles(work, { [stateFile]: current.bytes.toString() });
    this.folders.push(work);
    return work;
  }

  private async terraform(run: Run, args: readonly string[], { log, ...options }: { readonly accept?: readonly number[]; readonly secret?: boolean; readonly log?: Log }) {
    const envVars = { ...(await this.ownEnvironment()), ...this.environment };
    const logger = (line: string) => log?.line(line);
    const running = runTerraform({ terraformDir: run.folder!, envVars, signal: run.cancelled.signal, logger }, args, options);
    this.running.add(running);
    return running.finally(() => this.running.delete(running));
  }
}

function countsIn(json: string): Run["plan"]["counts"] {
  const { resource_changes: changes = [] } = JSON.parse(json) as { resource_changes?: { change: { actions: string[]; importing?: object } }[] };
  const count = (action: string) => changes.filter(({ change }) => change.actions.includes(action)).length;
  return { additions: count("create"), changes: count("update"), destructions: count("delete"), imports: changes.filter(({ change }) => change.importing !== undefined).length };
}
