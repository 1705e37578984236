import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A place for plan files, which hold secrets: nobody else reads it, and it is gone when `use` ends. */
export async function inPrivateFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `eks-platform-${process.pid}-`));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes away what commands have left that were killed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = /^eks-platform-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || lives(Number(pid)) || statSync(join(tmpdir(), name), { throwIfNoEntry: false })?.uid !== process.getuid?.()) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
