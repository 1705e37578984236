import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeFileAtomic } from "../atomic-file";
import type { RunOptions } from "../plan/plan-layer";
import type { StateFile } from "../state/state-file";
import type { Stack } from "../synth/stacks";
import { terraform } from "../terraform/terraform";

// Not the name that Terraform looks for by itself: a change of backend would ask about it.
const stateFile = "bootstrap.tfstate";

/** Where an account's store is worked on until its state is in it. It outlives a crash, and git does not know it. */
export class BootstrapFolder {
  constructor(readonly folder: string, private readonly stack: Stack) {
    writeFileAtomic(join(folder, ".gitignore"), "*\n");
    const lock = join(stack.folder, ".terraform.lock.hcl");
    if (existsSync(lock)) writeFileAtomic(join(folder, ".terraform.lock.hcl"), readFileSync(lock, "utf8"));
  }

  /** The stack with a state in this folder. */
  async local(options: RunOptions): Promise<Stack> {
    return this.initialized({ local: { path: stateFile } }, options);
  }

  /** The stack with its state in the store. */
  async remote(keyArn: string, options: RunOptions): Promise<Stack> {
    return this.initialized(this.inStore(keyArn), options);
  }

  localState(): StateFile | undefined {
    const file = join(this.folder, stateFile);
    if (!existsSync(file)) return undefined;
    const text = readFileSync(file, "utf8");
    // Terraform leaves an empty file where it was killed before it wrote.
    return text.trim() === "" ? undefined : (JSON.parse(text) as StateFile);
  }

  /** With the backups, which hold as much. */
  removeLocal(): void {
    for (const name of readdirSync(this.folder).filter((one) => one.startsWith(stateFile))) rmSync(join(this.folder, name), { force: true });
  }

  private inStore(keyArn: string): Backend {
    const { s3 } = this.stack.json.terraform.backend!;
    return { s3: { ...s3, kms_key_id: keyArn } };
  }

  private async initialized(backend: Backend, options: RunOptions): Promise<Stack> {
    const json = { ...this.stack.json, terraform: { ...this.stack.json.terraform, backend } };
    writeFileAtomic(join(this.folder, "cdk.tf.json"), JSON.stringify(json, null, 2));
    await terraform(["init", "-input=false", "-no-color", "-reconfigure"], { ...options, cwd: this.folder });
    return { ...this.stack, folder: this.folder, json };
  }
}

type Backend = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
