import { join } from "node:path";
import { execa } from "execa";

/** The rules of .oxlintrc.json, the type-aware ones too. */
export async function lint(root: string): Promise<{ passed: boolean; output: string }> {
  const linter = join(root, "node_modules", "oxlint", "bin", "oxlint");
  const { exitCode, all } = await execa(process.execPath, [linter, "--type-aware", "--deny-warnings"], { cwd: root, all: true, reject: false, stdin: "ignore" });
  return { passed: exitCode === 0, output: all };
}
