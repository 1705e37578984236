import { existsSync, readdirSync, rmSync } from "node:fs";
import { isAbsolute, join, relative } from "node:path";
import { execa } from "execa";
import { nearest } from "../../kernel/nearest";
import { type Problem, ProblemsError } from "../../kernel/problem";
import { bundle } from "../bundle.mjs";
import { placeLocks } from "./locks";
import { placeOutput, stagingFolder } from "./output";
import { typeCheck } from "./type-check";

export interface SynthOptions {
  readonly root: string;
  /** One environment by its own entry point; without it, every environment. */
  readonly environment?: string;
  /** The store of one account in place of environments. */
  readonly account?: string;
  /** Defaults to what the cdktf command asks for, or cdktf.out. */
  readonly output?: string;
  /** In one stack what its file says in layers, and the other way round: what is moved from one layout to the other needs both. */
  readonly otherLayout?: boolean;
}

export interface Synth {
  readonly output: string;
  readonly stacks: readonly string[];
  /** What the program wrote: warnings, where it succeeded. */
  readonly messages: string;
}

/** The program said why it stopped, in its own lines; there is nothing to add. */
export class SynthFailed extends Error {
  override readonly name = "SynthFailed";
}

/**
 * Bundles and runs the program while the compiler checks its types. The output is put in place when both have
 * succeeded, so a mistake leaves the last good output as it was.
 */
export async function synth({ root, environment, account, output = process.env.CDKTF_OUTDIR ?? "cdktf.out", otherLayout = false }: SynthOptions): Promise<Synth> {
  const entry = account === undefined ? entryPoint(root, environment) : accountEntry(root, account);
  const folder = isAbsolute(output) ? output : join(root, output);
  // The other layout is that of a program whose types were checked with its own.
  const checking = otherLayout ? Promise.resolve({ passed: true, output: "" }) : typeCheck(root, "tsconfig.program.json");
  const staging = stagingFolder(folder);
  try {
    const [checked, ran] = await Promise.all([checking, run(root, entry, { staging, args: otherLayout ? ["--other-layout"] : [] })]);
    const failures = [checked.passed ? "" : checked.output, ran.passed ? "" : ran.output].filter((text) => text !== "");
    if (!checked.passed || !ran.passed) throw new SynthFailed(failures.join("\n"));
    const stacks = placeOutput(staging, folder, account === undefined ? environment : `state-${account}`);
    placeLocks(join(root, "locks"), folder, stacks);
    return { output: relative(root, folder), stacks, messages: ran.output };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** `main.ts`, or that of one environment. */
export function entryPoint(root: string, environment: string | undefined): string {
  if (environment === undefined) return "main.ts";
  return environmentEntry(root, environment, { path: "synth", rule: "unknown-environment" });
}

/** Throws where there is no such environment, about what names it. */
export function environmentEntry(root: string, name: string, where: Pick<Problem, "path" | "rule">): string {
  return namedEntry(root, { folder: "envs", name, ...where });
}

function accountEntry(root: string, account: string): string {
  return namedEntry(root, { folder: "accounts", name: account, path: "synth", rule: "unknown-account" });
}

interface NamedEntry extends Pick<Problem, "path" | "rule"> {
  readonly folder: "envs" | "accounts";
  readonly name: string;
}

function namedEntry(root: string, { folder, name, path, rule }: NamedEntry): string {
  const entry = `${folder}/${name}/main.ts`;
  if (existsSync(join(root, entry))) return entry;
  const known = readdirSync(join(root, folder)).filter((one) => existsSync(join(root, folder, one, "main.ts")));
  throw new ProblemsError([{ path, expected: `one of the ${folder === "envs" ? "environments" : "accounts"} ${known.join(", ")}`, got: name, suggestion: nearest(name, known), rule }]);
}

async function run(root: string, entry: string, { staging, args }: { readonly staging: string; readonly args: readonly string[] }): Promise<{ passed: boolean; output: string }> {
  const bundled = await bundle({ entry, root }).catch((error: unknown) => ({ failed: error instanceof Error ? error.message : String(error) }));
  if ("failed" in bundled) return { passed: false, output: bundled.failed };
  const { exitCode, all } = await execa(process.execPath, [join(root, "cli", "load.cjs"), bundled.program, bundled.vendor, ...args], {
    cwd: root,
    env: { CDKTF_OUTDIR: staging },
    all: true,
    reject: false,
    stdin: "ignore",
  });
  return { passed: exitCode === 0, output: all };
}
