import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { refuse } from "../../kernel";
import { modules } from "../../modules";
import { flavours } from "../../modules/targets";
import { writeFileAtomic } from "../atomic-file";
import { checkCompatibility } from "../release/compatibility";
import { ModuleLines } from "./module-lines";
import { ruleList } from "./rule-list";

export interface GenerateOptions {
  readonly root: string;
  /** Oldest provider version that the modules run on. Default: the one that `generated/` is for. */
  readonly aws?: string;
  /** Compare with what is there instead of writing. */
  readonly check?: boolean;
}

/**
 * Writes every module below `generated/` (for another provider version below `generated-<version>/`), each folder whole
 * or not at all.
 *
 * @throws ProblemsError with what the last release does not allow; naming each file that differs, with `check`.
 */
export function generate({ root, aws = Object.keys(flavours)[0]!, check = false }: GenerateOptions, lines = new ModuleLines(root)): { folder: string; modules: string[] } {
  const written = lines.files(aws);
  // Whoever works on a module sees its HCL before the changelog is written.
  checkCompatibility(root, lines, { announced: check });
  const folder = join(root, aws === Object.keys(flavours)[0] ? "generated" : `generated-${aws}`);
  const rules = { "rules.md": ruleList(root) };
  const rulesDiffer = differences(join(root, "docs"), rules, root).filter(({ path }) => path === "docs/rules.md");
  if (check) {
    const modulesDiffer = written.flatMap(({ name, files }) => differences(join(folder, name), files, root));
    refuse([...modulesDiffer, ...rulesDiffer]);
  } else {
    // What is the same stays as it is, with its times.
    const changed = written.filter(({ name, files }) => differences(join(folder, name), files, root).length > 0);
    for (const { name, files } of changed) replaceFolder(join(folder, name), files);
    if (rulesDiffer.length > 0) writeFileAtomic(join(root, "docs", "rules.md"), rules["rules.md"]);
    const names = modules.map(({ name }) => name);
    for (const stale of readdirSync(folder).filter((name) => !names.includes(name))) rmSync(join(folder, stale), { recursive: true });
  }
  return { folder: relative(root, folder), modules: modules.map(({ name }) => name) };
}

function replaceFolder(folder: string, files: Readonly<Record<string, string>>): void {
  mkdirSync(dirname(folder), { recursive: true });
  const staging = mkdtempSync(`${folder}.`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(staging, path)), { recursive: true });
    writeFileSync(join(staging, path), content);
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(staging, folder);
}

function differences(folder: string, files: Readonly<Record<string, string>>, root: string) {
  const present = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()) : [];
  const found = present.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const surplus = found.filter((path) => !(path in files));
  const changed = Object.entries(files).filter(([path, content]) => !existsSync(join(folder, path)) || readFileSync(join(folder, path), "utf8") !== content);
  return [...surplus, ...changed.map(([path]) => path)].map((path) => ({
    path: relative(root, join(folder, path)),
    expected: "what the code generates",
    got: "something else",
    why: "the folder is written by a command and never edited",
    suggestion: "npm run generate",
    rule: "generated-differs",
  }));
}
