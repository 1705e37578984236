import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { type Problem, refuse } from "../../kernel";
import { type Release, releases } from "../../modules/releases";
import { flavours } from "../../modules/targets";
import { writeFileAtomic } from "../atomic-file";
import { headOf } from "../deploy/commit";
import { generate } from "../generate/generate";
import { ModuleLines } from "../generate/module-lines";
import { terraformEnvironment } from "../terraform/terraform";
import { recordFolder, writeRecord } from "./release-record";

/**
 * Closes the release in the making: its day is set, and what callers and states hold on to is recorded. The state comes
 * first, because it alone can fail. A release that has gone nowhere is taken back by reverting its commit.
 *
 * @throws ProblemsError when something is not committed, differs from what is generated or breaks what was released.
 */
export async function release(root: string): Promise<Release> {
  const [newest] = releases as readonly [Release, ...Release[]];
  refuse(await releaseProblems(root, newest));
  const modules = new ModuleLines(root);
  generate({ root, check: true }, modules);
  const date = new Date().toISOString().slice(0, 10);
  const state = mkdtempSync(join(tmpdir(), "release-"));
  try {
    await recordStates(root, state);
    for (const line of Object.keys(flavours)) writeRecord(root, line, { version: newest.versions[line]!, modules: modules.interfaces(line) });
    cpSync(state, recordFolder(root, Object.keys(flavours)[0]!), { recursive: true });
  } finally {
    rmSync(state, { recursive: true, force: true });
  }
  writeDate(join(root, "modules", "releases.ts"), date);
  await execa(process.execPath, [join(root, "cli", "start.mjs"), "generate"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  return { ...newest, date };
}

/** What keeps the newest entry of the list from being closed. */
export async function releaseProblems(root: string, { versions, date }: Release): Promise<Problem[]> {
  const head = await headOf(root);
  return [
    ...(head === undefined || head.dirty ? [{ path: "release", expected: "a git checkout with everything committed", got: head === undefined ? "no git" : "changes", why: "what is released can be found again", suggestion: "git status", rule: "release-uncommitted" }] : []),
    ...(date === undefined ? [] : [{ path: "modules/releases.ts", expected: "a release without a date", got: `${Object.values(versions).join(" and ")} of ${date}`, why: "that is released", suggestion: "an entry above it with versions and changes", rule: "release-missing" }]),
  ];
}

/** Made by a test, which has the local AWS and what stands in for the other providers. */
async function recordStates(root: string, folder: string): Promise<void> {
  const args = [join(root, "node_modules", "jest", "bin", "jest.js"), "--testMatch", join(root, "test", "releases", "record-state.ts")];
  const { exitCode } = await execa(process.execPath, args, { cwd: root, env: { ...(await terraformEnvironment()), RECORD_STATE: folder }, extendEnv: false, stdio: ["ignore", "inherit", "inherit"], reject: false });
  refuse(exitCode === 0 ? [] : [{ path: "release", expected: "a platform of every module to come up", got: "the error above", why: "nothing is recorded", rule: "release-state" }]);
}

/** The newest release stands first in its list. */
function writeDate(file: string, date: string): void {
  const before = readFileSync(file, "utf8");
  const list = before.indexOf("export const releases");
  const after = before.slice(0, list) + before.slice(list).replace(/( *)versions: \{[^}]*\},\n/, (versions, indent: string) => `${versions}${indent}date: "${date}",\n`);
  if (list < 0 || after === before) throw new Error(`bug: ${file} has no versions that a date could follow`);
  writeFileAtomic(file, after);
}
