import { mkdtempSync, realpathSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execaSync } from "execa";
import { atEnd } from "../harness";

const kib = 1024;

/** A small disk of its own, which a test fills up or makes read-only. */
export class Disk {
  readonly root = mounted();
  private readonly filler = join(this.root, "filler");

  fill(): void {
    const { bavail, bsize } = statfsSync(this.root);
    writeFileSync(this.filler, Buffer.alloc(bavail * bsize));
  }

  makeRoom(): void {
    rmSync(this.filler);
  }

  writable(writable: boolean): void {
    execaSync("mount", ["-o", `remount,${writable ? "rw" : "ro"}`, this.root]);
  }
}

/** Why this machine mounts none, for `fault`. */
export function disksMissing(): string | undefined {
  if (process.getuid?.() !== 0) return "a small disk is mounted by root alone";
  const folder = mkdtempSync(join(tmpdir(), "disk-"));
  const { failed, stderr } = mount(folder);
  if (!failed) execaSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return failed ? `this machine mounts no small disk: ${stderr}` : undefined;
}

function mounted(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "disk-")));
  const { failed, stderr } = mount(folder);
  if (failed) throw new Error(stderr);
  atEnd(() => {
    execaSync("umount", ["--lazy", folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

function mount(folder: string) {
  return execaSync("mount", ["-t", "tmpfs", "-o", `size=${512 * kib}`, "tmpfs", folder], { reject: false });
}
