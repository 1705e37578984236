import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { writeFileAtomic } from "../atomic-file";

export interface TypeCheck {
  readonly passed: boolean;
  /** What the compiler said. */
  readonly output: string;
}

/** The whole project, or the program alone: what a synth runs. */
export type Project = "tsconfig.json" | "tsconfig.program.json";

/** Type-checks a project. A tree that has passed is not checked again until a file of it changes. */
export async function typeCheck(root: string, project: Project): Promise<TypeCheck> {
  const passedFile = join(root, ".cache", `${project}.passed`);
  const tree = treeHash(root, project);
  if (existsSync(passedFile) && readFileSync(passedFile, "utf8") === tree) return { passed: true, output: "" };
  const { exitCode, all } = await withCompilerMemory(join(root, ".cache"), project, (memory) => {
    const args = ["--project", project, "--noEmit", "--pretty", String(Boolean(process.stderr.isTTY)), "--incremental", "--tsBuildInfoFile", memory];
    return execa(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), ...args], { cwd: root, all: true, reject: false, stdin: "ignore" });
  });
  const passed = exitCode === 0;
  if (passed) writeFileAtomic(passedFile, tree);
  return { passed, output: all };
}

// What the compiler remembers of the last check makes a check after a change less than half the work. Each run has a
// copy of its own: two checks at once would write into one another's.
async function withCompilerMemory<T>(folder: string, project: Project, check: (memory: string) => Promise<T>): Promise<T> {
  const [kept, own] = [join(folder, `${project}.tsbuildinfo`), join(folder, `${project}.${process.pid}.tsbuildinfo`)];
  mkdirSync(folder, { recursive: true });
  if (existsSync(kept)) copyFileSync(kept, own);
  try {
    const result = await check(own);
    if (existsSync(own)) renameSync(own, kept);
    return result;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Covers what the compiler reads: its configuration, the packages, and every source and data file it includes. */
function treeHash(root: string, project: Project): string {
  const { include } = JSON.parse(readFileSync(join(root, project), "utf8")) as { include: string[] };
  const hash = createHash("sha256");
  for (const path of [...new Set(["tsconfig.json", project]), "package-lock.json", ...include.flatMap((path) => sources(root, path))]) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path))).update("\0");
  }
  return hash.digest("hex");
}

function sources(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  if (statSync(join(root, path)).isFile()) return /\.(?:[cm]?ts|json)$/.test(path) ? [path] : [];
  const visible = readdirSync(join(root, path)).filter((name) => !name.startsWith(".") && name !== "node_modules");
  return visible.toSorted().flatMap((name) => sources(root, `${path}/${name}`));
}
