import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { lint } from "./lint";
import { type TypeCheck, typeCheck } from "./synth/type-check";
import { terraformEnvironment } from "./terraform/terraform";

interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Type check, lint and jest; each of the first two counts as one test. The last line has the true counts. */
export async function testCommand(root: string, args: readonly string[]): Promise<void> {
  const [types, rules, environment] = await Promise.all([bothTypeChecks(root), lint(root), terraformEnvironment()]);
  const checks = Object.entries({ "type check": types, lint: rules });
  for (const [title, { passed, output }] of checks) print(`${passed ? "ok    " : "FAILED"} ${title}${passed ? "" : `\n${output}`}`);
  const passed = checks.filter(([, check]) => check.passed).length;
  const tests = await jest(root, args, environment);
  const totals = { passed: tests.passed + passed, failed: tests.failed + checks.length - passed, skipped: tests.skipped };
  print(lastLine(totals));
  process.exitCode = totals.failed === 0 && tests.exitCode === 0 ? 0 : 1;
}

/** The program's own is what every synth asks for, and copies of the project that tests make take its verdict with them. */
async function bothTypeChecks(root: string): Promise<TypeCheck> {
  const checks = await Promise.all([typeCheck(root, "tsconfig.json"), typeCheck(root, "tsconfig.program.json")]);
  return checks.find(({ passed }) => !passed) ?? checks[0];
}

/** Jest's reporter (test/reporter.cjs) writes its counts to a file; without that file jest did not come to its end. */
async function jest(root: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Totals & { exitCode: number }> {
  const folder = mkdtempSync(join(tmpdir(), "tests-"));
  const totalsFile = join(folder, "totals.json");
  try {
    const { exitCode = 1 } = await execa(process.execPath, [join(root, "node_modules", "jest", "bin", "jest.js"), ...args], {
      cwd: root,
      env: { ...env, TEST_TOTALS: totalsFile },
      extendEnv: false,
      stdio: ["ignore", "inherit", "inherit"],
      reject: false,
      // Tests have emulators and Terraform to end in good order.
      killSignal: "SIGINT",
      forceKillAfterDelay: false,
    });
    if (existsSync(totalsFile)) return { ...(JSON.parse(readFileSync(totalsFile, "utf8")) as Totals), exitCode };
    print(`FAILED jest ended with ${exitCode} before its report`);
    return { passed: 0, failed: 1, skipped: 0, exitCode };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function lastLine({ passed, failed, skipped }: Totals): string {
  return `tests: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
