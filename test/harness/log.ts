import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** What Terraform has told in a folder. It becomes a file when something fails, and is gone otherwise. */
export class Log {
  private readonly lines: string[] = [];

  constructor(readonly folder: string) {}

  begin(args: readonly string[]): void {
    this.lines.push(`\n# ${new Date().toISOString()} terraform ${args.join(" ")}`);
  }

  add(line: string): void {
    this.lines.push(line);
  }

  get text(): string {
    return `# ${this.folder}\n${this.lines.join("\n")}\n`;
  }
}

const logs = new Map<string, Log>();

export function logOf(folder: string): Log {
  const log = logs.get(folder) ?? new Log(folder);
  logs.set(folder, log);
  return log;
}

/** Where it stands now. */
export function keepLog(log: Log): string {
  const folder = join(tmpdir(), "terraform-logs");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${basename(log.folder)}-${process.pid}.log`);
  writeFileSync(file, log.text, { mode: 0o600 });
  return file;
}
