import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const checkout = resolve(__dirname, "..", "..");

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** A folder of the test file that calls this; it is gone after the file. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "cli-test-")));
  made.push(folder);
  return folder;
}

/** Writes files below a folder: `{ "a/b.txt": "content" }`. */
export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A small project with this one's packages and what the bundler needs of it. */
export function temporaryProject(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  symlinkSync(join(checkout, "node_modules"), join(root, "node_modules"));
  for (const path of ["cli/load.cjs", "cli/bundle.mjs", "cli/framework.cjs"]) cpSync(join(checkout, path), join(root, path), { recursive: true });
  const compilerOptions = { target: "ES2022", module: "ESNext", moduleResolution: "bundler", types: ["node"], strict: true, skipLibCheck: true };
  write(root, {
    "package.json": "{}",
    "package-lock.json": "{}",
    "tsconfig.json": JSON.stringify({ compilerOptions, include: ["main.ts", "envs", "modules"] }),
    "tsconfig.program.json": JSON.stringify({ extends: "./tsconfig.json", include: ["main.ts", "envs", "modules"] }),
    ...files,
  });
  return root;
}
