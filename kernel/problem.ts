import { nearest } from "./nearest";

/** One thing that is wrong in what somebody wrote. The message is derived; the parts are data. */
export interface Problem {
  /** Where, in the reader's spelling: `envs/prod/environment.ts network.cidr`. */
  readonly path: string;
  /** What is allowed, as a noun phrase: `an IPv4 CIDR block with a prefix from /16 to /28`. */
  readonly expected: string;
  /** What was written. `undefined` prints as nothing. */
  readonly got?: unknown;
  /** The reason behind the rule, where the reader may not know it. */
  readonly why?: string;
  /** What to write instead. */
  readonly suggestion?: unknown;
  /** Kebab-case id of the rule, listed in docs/rules.md. */
  readonly rule: string;
}

/** `<path>: expected <what>, got <value>[; <why>][; try <value>]   [<rule>]` */
export function describe(problem: Problem): string {
  const why = problem.why === undefined ? "" : `; ${problem.why}`;
  const suggestion = problem.suggestion === undefined ? "" : `; try ${shown(problem.suggestion, Infinity)}`;
  return `${problem.path}: expected ${problem.expected}, got ${shown(problem.got)}${why}${suggestion}   [${problem.rule}]`;
}

/** Stops a synth. Carries every problem that was found, one line each. */
export class ProblemsError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(describe).join("\n"));
    this.name = "ProblemsError";
  }
}

/** Throws all problems at once, or does nothing. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsError(problems);
}

/** The problem of a key that does not exist, with the nearest that does. */
export function unknownKey(path: string, key: string, known: readonly string[]): Problem {
  return {
    path,
    expected: `one of the keys ${known.join(", ")}`,
    got: key,
    suggestion: nearest(key, known),
    rule: "unknown-key",
  };
}

const LONGEST = 120;

/** As JSON where it has a form in JSON: what stands in a program need not. What is to be typed is never cut. */
function shown(value: unknown, longest = LONGEST): string {
  if (value === undefined) return "nothing";
  if (typeof value === "function") return "a function";
  const text = typeof value === "object" ? json(value) : typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function json(value: object | null): string {
  try {
    return String(JSON.stringify(value));
  } catch {
    return "a value without a form in JSON";
  }
}
