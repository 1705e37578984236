import { createInterface } from "node:readline/promises";

/** Somebody can be asked, and sees the question also where stdout goes into a file. */
export function hasTerminal(): boolean {
  return Boolean(process.stdin.isTTY && process.stderr.isTTY);
}

/** An answer, typed on the terminal. Nothing where the input ends. The terminal keeps its own editing, and its Ctrl-C. */
export async function ask(question: string, signal: AbortSignal): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: false });
  const ended = new Promise<string>((done) => lines.once("close", () => done("")));
  try {
    return (await Promise.race([lines.question(question, { signal }), ended])).trim();
  } finally {
    lines.close();
  }
}
