import { clearLine, cursorTo } from "node:readline";

const heartbeatMs = 10_000;

/** One line a step, with its duration. A terminal shows what goes on inside; elsewhere a line comes every ten seconds. */
export class Progress {
  constructor(private readonly stream: NodeJS.WriteStream = process.stdout) {}

  /** `note` takes a line of what goes on; `summary` says what came of it. */
  async step<T>(title: string, work: (note: (line: string) => void) => Promise<T>, summary: (result: T) => string = () => ""): Promise<T> {
    const begun = performance.now();
    const line = new CurrentLine(this.stream, title, begun);
    try {
      const result = await work((text) => line.note(text));
      line.end();
      const told = summary(result);
      this.say(`  ok      ${title}${told === "" ? "" : `: ${told}`} (${seconds(begun)})`);
      return result;
    } catch (error) {
      line.end();
      this.say(`  FAILED  ${title} (${seconds(begun)})`);
      throw error;
    }
  }

  say(text: string): void {
    this.stream.write(`${text}\n`);
  }
}

class CurrentLine {
  private latest = "";
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly stream: NodeJS.WriteStream, private readonly title: string, private readonly begun: number) {
    if (stream.isTTY) this.draw();
    else stream.write(`  …       ${title}\n`);
    this.timer = setInterval(() => this.draw(), stream.isTTY ? 500 : heartbeatMs);
    this.timer.unref();
  }

  note(text: string): void {
    const plain = text.trim();
    if (plain === "") return;
    this.latest = plain;
    if (this.stream.isTTY) this.draw();
  }

  end(): void {
    clearInterval(this.timer);
    if (this.stream.isTTY) this.erase();
  }

  private draw(): void {
    const text = `  …       ${this.title} (${seconds(this.begun)})${this.latest === "" ? "" : `  ${this.latest}`}`;
    if (!this.stream.isTTY) {
      this.stream.write(`${text}\n`);
      return;
    }
    this.erase();
    this.stream.write(text.slice(0, (this.stream.columns || 80) - 1));
  }

  private erase(): void {
    cursorTo(this.stream, 0);
    clearLine(this.stream, 0);
  }
}

function seconds(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}
