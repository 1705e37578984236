import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { refuse } from "../../kernel/problem";
import { writeFileAtomic } from "../atomic-file";
import { listed } from "./listed";
import { type ModuleName, moduleName, nameProblems } from "./module-name";

/** What is made anew, each whole. */
const places = (name: string) => [`modules/${name}`, `test/modules/${name}`, `docs/modules/${name}.md`];

/** Files by the template that each is made from. */
const filesOf = (name: string): Readonly<Record<string, string>> => ({
  "inputs.ts": `modules/${name}/inputs.ts`,
  "body.ts": `modules/${name}/${name}.ts`,
  "module.ts": `modules/${name}/module.ts`,
  "test.ts": `test/modules/${name}/${name}.test.ts`,
  "page.md": `docs/modules/${name}.md`,
});

/**
 * Writes a module to begin with, and its line in the list of modules.
 *
 * @returns the paths that were written.
 * @throws ProblemsError when the name is refused; then nothing was written.
 */
export function newModule(root: string, name: string): string[] {
  refuse(nameProblems(root, name));
  const index = join(root, "modules", "index.ts");
  const list = listed(readFileSync(index, "utf8"), moduleName(name));
  const written = Object.entries(filesOf(name)).map(([template, path]) => [path, filled(root, template, moduleName(name))] as const);
  putInPlace(root, places(name), Object.fromEntries(written));
  writeFileAtomic(index, list);
  return [...written.map(([path]) => path), "modules/index.ts"];
}

function filled(root: string, template: string, name: ModuleName): string {
  const text = readFileSync(join(root, "cli", "new-module", "template", `${template}.tmpl`), "utf8");
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, spelling: keyof ModuleName) => name[spelling]);
}

/** Written elsewhere first, so that a full disk leaves no half of a module. */
function putInPlace(root: string, paths: readonly string[], files: Readonly<Record<string, string>>): void {
  mkdirSync(join(root, ".cache"), { recursive: true });
  const staging = mkdtempSync(join(root, ".cache", "new-module-"));
  const done: string[] = [];
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(staging, path)), { recursive: true });
      writeFileSync(join(staging, path), content);
    }
    for (const path of paths) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      renameSync(join(staging, path), join(root, path));
      done.push(path);
    }
  } catch (error) {
    for (const path of done) rmSync(join(root, path), { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
