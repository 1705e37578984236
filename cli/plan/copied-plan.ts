import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Problem } from "../../kernel/problem";
import type { StateFile } from "../state/state-file";
import type { Stack, StackJson } from "../synth/stacks";
import { planLayer, type RunOptions } from "./plan-layer";
import { countsOf, summaryLines } from "./plan-summary";

interface Copy {
  readonly stack: Stack;
  readonly state: StateFile;
}

/** Plans copies of stacks on states that stand nowhere yet. What would change is a problem of its stack. */
export async function uncleanStacks(copies: readonly Copy[], folder: string, options: RunOptions): Promise<Problem[]> {
  for (const copy of copies) write(copy, folder);
  const problems: Problem[] = [];
  for (const { stack } of copies) {
    const { summary } = await planLayer({ ...stack, folder: join(folder, stack.name) }, join(folder, `${stack.name}.tfplan`), options);
    const lines = summaryLines(summary);
    const why = `deploy in the old layout first: ${lines.join(" ").replaceAll(/ +/g, " ").trim()}`;
    if (lines.length > 0) problems.push({ path: stack.name, expected: "a plan without changes", got: countsOf(summary), why, rule: "layout-unclean" });
  }
  return problems;
}

function write({ stack, state }: Copy, folder: string): void {
  const home = join(folder, stack.name);
  mkdirSync(home, { recursive: true });
  cpSync(stack.folder, home, { recursive: true, filter: (path) => basename(path) !== ".terraform" && !/\.tfstate(\..*)?$/.test(path) });
  writeFileSync(join(home, "cdk.tf.json"), JSON.stringify(local(stack, folder)));
  writeFileSync(stateFile(folder, stack.name), JSON.stringify(state), { mode: 0o600 });
}

/** The stack with its own state and those that it reads in files of the folder. */
function local({ name, reads, json }: Stack, folder: string): StackJson {
  const { cloud: _, ...terraform } = json.terraform;
  const states = reads.map(({ layer, stack }) => [layer, { backend: "local", config: { path: stateFile(folder, stack) } }]);
  return {
    ...json,
    terraform: { ...terraform, backend: { local: { path: stateFile(folder, name) } } },
    ...(reads.length > 0 && { data: { ...json.data, terraform_remote_state: Object.fromEntries(states) as Readonly<Record<string, object>> } }),
  };
}

function stateFile(folder: string, stack: string): string {
  return join(folder, `${stack}.tfstate`);
}
