import { clearLine, cursorTo } from "node:readline";

const heartbeatMs = 10_000;

/** One line a step, with its duration. A terminal shows what goes on inside; elsewhere a line comes every ten seconds. */
export class Progress {
  private current: CurrentLine | undefined;

  /** A quiet one tells what is `tell`-ed and what failed. */
  constructor(private readonly stream: NodeJS.WriteStream = process.stdout, readonly quiet = false) {}

  /** `note` takes a line of what goes on; `summary` says what came of it. */
  async step<T>(title: string, work: (note: (line: string) => void) => Promise<T>, summary: (result: T) => string = () => ""): Promise<T> {
    const begun = performance.now();
    const line = this.quiet ? undefined : new CurrentLine(this.stream, title, begun);
    this.current = line;
    const end = () => {
      line?.end();
      this.current = undefined;
    };
    try {
      const result = await work((text) => line?.note(text));
      end();
      const told = summary(result);
      this.say(`  ok      ${title}${told === "" ? "" : `: ${told}`} (${seconds(begun)})`);
      return result;
    } catch (error) {
      end();
      this.tell(`  FAILED  ${title} (${seconds(begun)})`);
      throw error;
    }
  }

  say(text: string): void {
    if (!this.quiet) this.tell(text);
  }

  /** What belongs to the step before, or to the one that runs. */
  readonly detail = (text: string): void => this.say(`          ${text}`);

  /** Also where it is quiet. */
  tell(text: string): void {
    this.current?.erase();
    this.stream.write(`${text}\n`);
  }

  /** While `work` has the terminal, nothing is drawn over it. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    const line = this.current;
    line?.pause(true);
    try {
      return await work();
    } finally {
      line?.pause(false);
    }
  }
}

class CurrentLine {
  private latest = "";
  private paused = false;
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
    this.erase();
  }

  pause(paused: boolean): void {
    if (paused) this.erase();
    this.paused = paused;
  }

  erase(): void {
    if (!this.stream.isTTY || this.paused) return;
    cursorTo(this.stream, 0);
    clearLine(this.stream, 0);
  }

  private draw(): void {
    if (this.paused) return;
    const text = `  …       ${this.title} (${seconds(this.begun)})${this.latest === "" ? "" : `  ${this.latest}`}`;
    if (!this.stream.isTTY) {
      this.stream.write(`${text}\n`);
      return;
    }
    this.erase();
    this.stream.write(text.slice(0, (this.stream.columns || 80) - 1));
  }

}

function seconds(begun: number): string {
  return `${((performance.now() - begun) / 1000).toFixed(1)} s`;
}
