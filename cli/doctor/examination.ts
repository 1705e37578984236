import { placeOf } from "../state/state-place";
import type { Finding } from "./finding";
import type { Look } from "./look";

export interface Check {
  readonly name: string;
  /** What is asked over a network: nothing is where credentials are missing. */
  readonly asks?: "states" | "aws";
  readonly run: (look: Look) => Finding[] | Promise<Finding[]>;
}

export interface Diagnosis {
  readonly findings: readonly Finding[];
  /** Checks that could not look, and why. */
  readonly failed: readonly { readonly check: string; readonly why: string }[];
}

/** All checks, those without a network first. One that fails stops no other. */
export async function examine(look: Look, checks: readonly Check[], credentials: Check): Promise<Diagnosis> {
  const local = look.stacks.every((stack) => placeOf(stack).kind === "local");
  const asking = (check: Check) => check.asks === "aws" || (check.asks === "states" && !local);
  const first = await runAll(look, checks.filter((check) => !asking(check)));
  const who = await runAll(look, [credentials]);
  const answers = who.findings.length + who.failed.length === 0 ? await runAll(look, checks.filter(asking)) : { findings: [], failed: [] };
  const all = [first, who, answers];
  return { findings: all.flatMap(({ findings }) => findings), failed: all.flatMap(({ failed }) => failed) };
}

async function runAll(look: Look, checks: readonly Check[]): Promise<Diagnosis> {
  const settled = await Promise.allSettled(checks.map(async ({ run }) => run(look)));
  return {
    findings: settled.flatMap((one) => (one.status === "fulfilled" ? one.value : [])),
    failed: settled.flatMap((one, index) => (one.status === "rejected" ? [{ check: checks[index]!.name, why: sentence(one.reason) }] : [])),
  };
}

// Connections that break carry their reason in a code and no message.
function sentence(error: unknown): string {
  const { name, message, code } = error as Error & { readonly code?: string };
  return `${message || code || name}`.split("\n").join(" ");
}
