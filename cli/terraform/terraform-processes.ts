import { realpathSync } from "node:fs";
import { basename } from "node:path";
import { execa } from "execa";

/** A Terraform that runs on this machine. */
export interface TerraformProcess {
  readonly pid: number;
  readonly begunAt: number;
  /** Where it runs, if this machine tells. */
  readonly folder: string | undefined;
}

/** Nothing where the machine does not say what runs on it. */
export async function terraformProcesses(program = process.env.TERRAFORM_BINARY_NAME || "terraform"): Promise<TerraformProcess[] | undefined> {
  const now = Date.now();
  const { failed, stdout } = await execa("ps", ["-Ao", "pid=,etime=,comm="], { reject: false, stdin: "ignore" });
  if (failed) return undefined;
  const lines = stdout.split("\n").map((line) => /^\s*(\d+)\s+(\S+)\s+(.*?)\s*$/.exec(line));
  const found = lines.filter((line) => line !== null && basename(line[3]!) === basename(program)) as string[][];
  return found.map(([, pid, elapsed]) => ({ pid: Number(pid), begunAt: now - secondsOf(elapsed!) * 1000, folder: folderOf(pid!) }));
}

/** `[[days-]hours:]minutes:seconds` */
function secondsOf(elapsed: string): number {
  const [clock, days = "0"] = elapsed.split("-").reverse() as [string, string?];
  return clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0) + Number(days) * 86_400;
}

// Where there is no /proc, nobody says.
function folderOf(pid: string): string | undefined {
  try {
    return realpathSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
