import { mkdirSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { RunOptions } from "../plan/plan-layer";
import type { Stack } from "../synth/stacks";
import { terraform } from "../terraform/terraform";
import type { StateFile } from "./state-file";
import { placeOf } from "./state-place";
import { workspaceState, writeFirstState } from "./workspace-state";

/** The state of a stack, read and written where its backend keeps it. A configuration of the backend alone needs no provider. */
export class StateAccess {
  private initialized: Promise<unknown> | undefined;
  private files = 0;

  /** `home` is the folder in which the stack is deployed: a local state stands there. */
  constructor(readonly stack: Stack, home: string, private readonly folder: string, private readonly options: RunOptions) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "backend.tf.json"), JSON.stringify({ terraform: backendOf(stack, home) }));
  }

  /** Nothing where none was ever written. */
  async pull(): Promise<StateFile | undefined> {
    const text = await this.text();
    return text === undefined ? undefined : (JSON.parse(text) as StateFile);
  }

  /** As it was written: a number in it may be longer than JavaScript knows them. */
  async text(): Promise<string | undefined> {
    const place = placeOf(this.stack);
    // Who only looks makes no workspace, and Terraform would.
    if (place.kind === "cloud") return (await workspaceState(place, this.options.signal && { signal: this.options.signal }))?.toString();
    const { stdout } = await this.run(["state", "pull"]);
    return stdout.trim() === "" ? undefined : stdout;
  }

  /** `over` puts it in the place of whatever is there. */
  async push(state: StateFile, { over = false } = {}): Promise<void> {
    const place = placeOf(this.stack);
    if (place.kind === "cloud" && (await this.pull()) === undefined) {
      await this.initialize();
      return writeFirstState(place, state);
    }
    const file = join(this.folder, `${(this.files += 1)}.push`);
    writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
    if (!over) await this.run(["state", "push", file]);
    // Where a remote backend has no state yet, Terraform gives the first one a lineage of its own and begins to count anew.
    if (over || (await this.pull())?.lineage !== state.lineage) await this.run(["state", "push", "-force", file]);
  }

  private async run(args: readonly string[]) {
    await this.initialize();
    return terraform(args, { ...this.options, cwd: this.folder });
  }

  private async initialize(): Promise<void> {
    await (this.initialized ??= terraform(["init", "-input=false", "-no-color"], { ...this.options, cwd: this.folder }));
  }
}

function backendOf({ json: { terraform: { backend = {}, cloud } } }: Stack, home: string) {
  if (cloud !== undefined) return { cloud };
  const path = backend["local"]?.["path"];
  return { backend: typeof path === "string" && !isAbsolute(path) ? { local: { ...backend["local"], path: join(home, path) } } : backend };
}
