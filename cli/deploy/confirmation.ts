import { type Problem, ProblemsError } from "../../kernel/problem";
import type { Progress } from "../progress";
import { ask, hasTerminal } from "./question";

/** Asks whether to go on. */
export type Confirm = (question: string) => Promise<boolean>;

/** What `--yes` is. */
export const unasked: Confirm = () => Promise.resolve(true);

/** Nobody must find out after minutes, and with a lock taken, that there is no terminal to ask on. */
export function refuseWithoutTerminal(command: string, yes: boolean, terminal = hasTerminal()): void {
  if (yes || terminal) return;
  const problem: Problem = { path: command, expected: "a terminal to ask on", why: "without one, --yes says that nobody is asked", suggestion: "--yes", rule: "no-terminal" };
  throw new ProblemsError([problem]);
}

/** `y` goes on, anything else does not; where a word is given, only that word does. */
export function confirmation(progress: Progress, signal: AbortSignal, word?: string, answer = ask): Confirm {
  return (question) =>
    progress.hold(async () => {
      const given = await answer(word === undefined ? `${question} [y/N] ` : `${question} Type ${word} to go on: `, signal);
      return word === undefined ? /^y(es)?$/i.test(given) : given === word;
    });
}
