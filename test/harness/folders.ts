import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { atEnd } from "./lifetime";
import { someStageIsSkipped } from "./stages";

export type Files = Readonly<Record<string, object | string>>;

/** A folder that ends with the test file. */
export function temporaryFolder(name = "terraform"): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

// The lock file stays: it says which providers were reviewed.
const left = /^(\.terraform|.*\.tfstate(\..*)?|.*\.tfplan|plan|crash\.log|\.terraform\.tfstate\.lock\.info)$/;

/**
 * A copy of a configuration without its state, its plans and `.terraform`. It ends with the test file,
 * unless a stage is skipped: then the stage that is run next finds it by its test data.
 */
export function copyTerraformFolderToTemp(folder: string): string {
  const copy = someStageIsSkipped() ? realpathSync(mkdtempSync(join(tmpdir(), "stage-"))) : temporaryFolder(basename(folder));
  cpSync(folder, copy, { recursive: true, filter: (path) => path === folder || !left.test(basename(path)) });
  return copy;
}

/** Writes files below a folder; what is no text is written as JSON. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));
  }
}

/** Runs `use` in a folder that holds the files and is gone afterwards. */
export async function inFolder<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "terraform-"));
  try {
    writeFiles(folder, files);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
