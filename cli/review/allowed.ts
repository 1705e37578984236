import type { ReviewRemark } from "../../envs/review-remark";
import { type Problem, refuse } from "../../kernel/problem";
import { overrideProblems } from "../../review/guards/overrides";
import type { Allowed } from "../../review/report/review-input";

/** What lets guards pass: what the environment's file says, and each `--allow`. */
export function allowedOf(allowed: ReviewRemark["allowed"], texts: readonly string[]): Allowed[] {
  return [...byEnvironment(allowed), ...parseAllowed(texts)];
}

/** `<guard>[:<address>]=<reason>` of each `--allow`. Throws all problems at once. */
export function parseAllowed(texts: readonly string[]): Allowed[] {
  const parsed = texts.map((text) => parsedOne(text) ?? malformed(text));
  const allowed = parsed.filter((one) => "guard" in one);
  refuse([...parsed.filter((one) => "rule" in one), ...overrideProblems(allowed, () => "--allow")]);
  return allowed;
}

function byEnvironment(allowed: ReviewRemark["allowed"]): Allowed[] {
  return Object.entries(allowed).flatMap(([guard, { reason, addresses, until }]) => {
    const one: Allowed = { guard, reason, by: "environment", ...(until !== null && { until }) };
    return addresses.length === 0 ? [one] : addresses.map((address) => ({ ...one, address }));
  });
}

/** A key of an address may hold an equals sign inside of its quotes. */
function parsedOne(text: string): Allowed | undefined {
  const found = /^([^:=]+)(?::((?:[^="]|"(?:[^"\\]|\\.)*")+))?=(.*)$/s.exec(text);
  if (found === null) return undefined;
  const [, guard, address, reason] = found as unknown as [string, string, string | undefined, string];
  return { guard, reason, by: "command", ...(address !== undefined && { address }) };
}

function malformed(text: string): Problem {
  return { path: "--allow", expected: "<guard>=<reason> or <guard>:<address>=<reason>", got: text, rule: "guard-override" };
}
