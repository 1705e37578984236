import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";

const everyMs = 100;

/**
 * What a program writes, by way of a file. A pipe would break with the process that reads it, and Terraform ends at its
 * next line when its pipe is broken: its lock stays, and what it has just made is in no state.
 */
export class Transcript {
  readonly fd: number;
  private readonly reader: number;
  private readonly decoder = new StringDecoder("utf8");
  private readonly timer: NodeJS.Timeout;
  private partial = "";

  /** The file holds what Terraform prints: it belongs in a private folder. */
  constructor(private readonly path: string, private readonly onLine: (line: string) => void) {
    this.fd = openSync(path, "a", 0o600);
    this.reader = openSync(path, "r");
    this.timer = setInterval(() => this.read(), everyMs);
  }

  /** Everything that was written. */
  end(): string {
    clearInterval(this.timer);
    this.read();
    if (this.partial !== "") this.onLine(this.partial);
    closeSync(this.fd);
    closeSync(this.reader);
    return readFileSync(this.path, "utf8").trimEnd();
  }

  private read(): void {
    const buffer = Buffer.alloc(64 * 1024);
    for (let length = readSync(this.reader, buffer); length > 0; length = readSync(this.reader, buffer)) {
      const lines = (this.partial + this.decoder.write(buffer.subarray(0, length))).split("\n");
      this.partial = lines.pop()!;
      for (const line of lines) this.onLine(line);
    }
  }
}
