import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { StartedCommand } from "../harness";

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Holds an apply in the middle: a resource with its provisioner is begun and not done until the gate is opened. */
export class Gate {
  private readonly folder = mkdtempSync(join(tmpdir(), "gate-"));

  constructor() {
    made.push(this.folder);
  }

  /** For a `terraform_data`. The shell ends with the folder, too: nobody waits for what was killed. */
  get provisioner(): { readonly "local-exec": object } {
    const { begun, opened } = this.files;
    return { "local-exec": { command: `touch '${begun}'; while [ -e '${begun}' ] && [ ! -e '${opened}' ]; do sleep 0.05; done` } };
  }

  /** Until `running` has come here; it must not end before. */
  async reached(running: StartedCommand): Promise<void> {
    while (!existsSync(this.files.begun)) {
      const over = await Promise.race([running.ended, setTimeout(20)]);
      if (over !== undefined) throw new Error(`ended before the gate:\n${over.output}`);
    }
  }

  open(): void {
    writeFileSync(this.files.opened, "");
  }

  private get files() {
    return { begun: join(this.folder, "begun"), opened: join(this.folder, "opened") };
  }
}
