import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TerraformOptions } from "./options";

/** Runs a part of a test, unless `SKIP_<stage>` is set: while a test is being written, what it deploys can stay. */
export async function runTestStage(stage: string, work: () => unknown): Promise<void> {
  if (process.env[`SKIP_${stage}`]) return;
  await work();
}

export function someStageIsSkipped(): boolean {
  return Object.entries(process.env).some(([name, value]) => name.startsWith("SKIP_") && value !== "");
}

/** Keeps what later stages need, in a folder that outlives the run. */
export function saveTestData(folder: string, name: string, value: unknown): void {
  mkdirSync(join(folder, ".test-data"), { recursive: true });
  writeFileSync(file(folder, name), JSON.stringify(value), { mode: 0o600 });
}

/** What this run or the last one has saved. */
export function loadTestData<T>(folder: string, name: string): T {
  const path = file(folder, name);
  if (!existsSync(path)) throw new Error(`${path}: expected what an earlier stage has saved, got nothing; run once without SKIP_… of that stage`);
  return JSON.parse(readFileSync(path, "utf8")) as T;
}

/** Keeps where and how a deploy stage has run. What is no data, such as a logger, is left out. */
export function saveTerraformOptions(folder: string, options: TerraformOptions): void {
  saveTestData(folder, "terraform-options", options);
}

export function loadTerraformOptions(folder: string): TerraformOptions {
  return loadTestData(folder, "terraform-options");
}

function file(folder: string, name: string): string {
  return join(folder, ".test-data", `${name}.json`);
}
