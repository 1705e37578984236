import { Command, InvalidArgumentError } from "commander";
import { report } from "../cli/failure";
import { refuse } from "../kernel";
import { nearest } from "../kernel/nearest";
import { generate } from "./benches/generate";
import { many } from "./benches/many";
import { one } from "./benches/one";
import { plan } from "./benches/plan";
import { review } from "./benches/review";
import { typed } from "./benches/typed";
import { reportOf, writeReport } from "./report";
import { broken } from "./row";
import type { Bench, Finding } from "./workshop";

const benches: Readonly<Record<string, Bench>> = { one, typed, many, generate, plan, review };
const known = Object.keys(benches);

new Command("bench")
  .description(`measure and compare; exit code 1 when a limit is broken\n\n${known.map((name) => `  ${name.padEnd(9)} ${benches[name]!.about}`).join("\n")}`)
  .argument("[names...]", "benches to run; all, without any")
  .option("--runs <number>", "runs of each command in place of the bench's own number", runs)
  .option("--write", "put the table into docs/performance.md", false)
  .action(bench)
  .parseAsync()
  .catch(report);

async function bench(names: readonly string[], options: { readonly runs?: number; readonly write: boolean }): Promise<void> {
  check(names, options);
  const findings: Finding[] = [];
  for (const name of names.length === 0 ? known : names) {
    const { about, runs: usual, run } = benches[name]!;
    const wanted = options.runs ?? usual;
    process.stderr.write(`${name}: ${about}, ${wanted} runs\n`);
    findings.push(await run(wanted));
  }
  const found = await reportOf(findings);
  process.stdout.write(`${found}\n`);
  if (options.write) writeReport(found);
  if (findings.some(({ rows }) => rows.some(broken))) process.exitCode = 1;
}

function check(names: readonly string[], { runs: wanted, write }: { readonly runs?: number; readonly write: boolean }): void {
  const unknown = names.filter((name) => !known.includes(name));
  const whole = "the table in the document is whole, and every line of it has runs enough";
  refuse([
    ...unknown.map((name) => ({ path: "bench", expected: `one of ${known.join(", ")}`, got: name, suggestion: nearest(name, known), rule: "unknown-bench" })),
    ...(write && names.length > 0 ? [{ path: "bench --write", expected: "all benches", got: names, why: whole, rule: "bench-write" }] : []),
    ...(write && wanted !== undefined ? [{ path: "bench --write", expected: "no --runs", got: wanted, why: whole, rule: "bench-write" }] : []),
  ]);
}

function runs(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError("expected a whole number from 1");
}
