import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import { App, TerraformBackend } from "./framework";
import { type Problem, ProblemsError, refuse } from "./problem";
import { PlatformStack } from "./stack";

/** A program of stacks. Nothing is written before everything has been checked. */
export class PlatformApp extends App {
  override synth(): void {
    refuse(this.check());
    super.synth();
    for (const stack of this.stacks()) writeFiles(join(this.outdir, "stacks", stack.node.id), stack.files);
  }

  /** What is wrong with the stacks, alone and beside each other. */
  check(): Problem[] {
    const stacks = this.stacks();
    return [
      ...stacks.flatMap((stack) => [...backendProblems(stack), ...stack.check()]),
      ...duplicates(stacks, (stack) => stack.node.id, "a stack name of its own", "stack-name"),
      ...duplicates(stacks, stateOf, "a state of its own", "state-key"),
    ];
  }

  private stacks(): PlatformStack[] {
    return this.node.findAll().filter((node): node is PlatformStack => node instanceof PlatformStack);
  }
}

/** Folders of shipped files are written anew: a file that was taken out of a chart must not stay in it. */
function writeFiles(folder: string, files: PlatformStack["files"]): void {
  for (const top of new Set(Object.keys(files).map((path) => path.split("/")[0]!))) rmSync(join(folder, top), { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Runs a program; its problems are printed one a line and end it with exit code 1. */
export function runProgram(program: () => void): void {
  try {
    program();
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** The framework would give a stack without a backend a local one with a path of this machine. */
function backendProblems(stack: PlatformStack): Problem[] {
  const backends = stack.elements().filter((node) => TerraformBackend.isBackend(node));
  if (backends.length === 1) return [];
  return [{ path: stack.node.path, expected: "one backend", got: backends.length, why: "where a state is kept is never left to chance", rule: "explicit-backend" }];
}

function duplicates(stacks: readonly PlatformStack[], keyOf: (stack: PlatformStack) => string, expected: string, rule: string): Problem[] {
  const first = new Map<string, PlatformStack>();
  return stacks.flatMap((stack) => {
    const key = keyOf(stack);
    const other = first.get(key);
    if (other === undefined) first.set(key, stack);
    return other === undefined || key === "" ? [] : [{ path: stack.node.path, expected, got: key, why: `${other.node.path} has it`, rule }];
  });
}

/** Where the state is kept. A local state with a relative path stands in the stack's own folder. */
function stateOf(stack: PlatformStack): string {
  const backend = (stack.toJson()["terraform"] as { backend?: Record<string, Record<string, unknown>> }).backend ?? {};
  const { s3, cloud, local, ...other } = backend;
  if (s3 !== undefined) return `s3://${String(s3["bucket"])}/${String(s3["key"])}`;
  if (local !== undefined) return isAbsolute(String(local["path"])) ? String(local["path"]) : `${stack.node.id}/${String(local["path"])}`;
  return Object.keys(other).length + (cloud ? 1 : 0) === 0 ? "" : JSON.stringify({ cloud, ...other });
}
