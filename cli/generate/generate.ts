import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { type ModuleDefinition, moduleFiles, type Publication, refuse } from "../../kernel";
import { nearest } from "../../kernel/nearest";
import { modules } from "../../modules";
import { releasesOf } from "../../modules/releases";
import { flavours } from "../../modules/targets";
import { writeFileAtomic } from "../atomic-file";
import { mainProvider } from "../publish/published-module";
import { checkCompatibility } from "../release/compatibility";
import { ruleList } from "./rule-list";

export interface GenerateOptions {
  readonly root: string;
  /** Oldest provider version that the modules run on. Default: the one that `generated/` is for. */
  readonly aws?: string;
  /** Compare with what is there instead of writing. */
  readonly check?: boolean;
}

export interface GeneratedModule {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Writes every module below `generated/` (for another provider version below `generated-<version>/`), each folder whole
 * or not at all.
 *
 * @throws ProblemsError with what the last release does not allow; naming each file that differs, with `check`.
 */
export function generate({ root, aws = Object.keys(flavours)[0]!, check = false }: GenerateOptions): { folder: string; modules: string[] } {
  const written = generatedModules(root, aws);
  checkCompatibility(root);
  const folder = join(root, aws === Object.keys(flavours)[0] ? "generated" : `generated-${aws}`);
  const rules = { "rules.md": ruleList(root) };
  if (check) {
    const modulesDiffer = written.flatMap(({ name, files }) => differences(join(folder, name), files, root));
    refuse([...modulesDiffer, ...differences(join(root, "docs"), rules, root).filter(({ path }) => path === "docs/rules.md")]);
  } else {
    // What is the same stays as it is, with its times.
    const changed = written.filter(({ name, files }) => differences(join(folder, name), files, root).length > 0);
    for (const { name, files } of changed) replaceFolder(join(folder, name), files);
    writeFileAtomic(join(root, "docs", "rules.md"), rules["rules.md"]);
    const names = modules.map(({ name }) => name);
    for (const stale of readdirSync(folder).filter((name) => !names.includes(name))) rmSync(join(folder, stale), { recursive: true });
  }
  return { folder: relative(root, folder), modules: modules.map(({ name }) => name) };
}

/** Every module with its files, by path, for one line of provider versions. Nothing is written. */
export function generatedModules(root: string, aws: string): GeneratedModule[] {
  const target = flavours[aws];
  if (target === undefined) {
    refuse([{ path: "generate --aws", expected: `one of ${Object.keys(flavours).join(", ")}`, got: aws, suggestion: nearest(aws, Object.keys(flavours)), rule: "provider-flavour" }]);
    throw new Error("unreachable");
  }
  const license = readFileSync(join(root, "LICENSE"), "utf8");
  const made = new Map<string, GeneratedModule["files"]>();
  // A module that stands below another one is made once for both.
  const filesOf = (definition: ModuleDefinition): GeneratedModule["files"] => {
    const files = made.get(definition.name) ?? { ...moduleFiles(definition, target, publicationOf(definition.name, aws), filesOf), LICENSE: license };
    made.set(definition.name, files);
    return files;
  };
  return modules.map((definition) => ({ name: definition.name, files: filesOf(definition) }));
}

/** In READMEs, `example` stands for the organization of a private registry. */
function publicationOf(name: string, aws: string): Publication {
  return { source: (files) => `app.terraform.io/example/${name}/${mainProvider(files)}`, releases: releasesOf(name, aws) };
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
