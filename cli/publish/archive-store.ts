import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Problem, ProblemsError } from "../../kernel/problem";
import { archiveOf, sha256 } from "../archive";
import { provenance } from "./provenance";
import { archiveName, type PublishedModule, repositoryName } from "./published-module";
import type { Source } from "./source";
import { type Delivery, type Examination, examination, published, type Store } from "./store";

/** `<folder>/terraform-<provider>-<name>/<version>/`: the archive, its checksums and where it came from. */
export class ArchiveStore implements Store {
  constructor(private readonly folder: string, private readonly modules: readonly PublishedModule[], private readonly source: Source, private readonly root: string) {}

  async examine(): Promise<Examination> {
    const found = await Promise.all(this.modules.map((module) => this.examineOne(module)));
    return examination(found);
  }

  private async examineOne(module: PublishedModule): Promise<Delivery | Problem> {
    const to = join(this.folder, repositoryName(module), module.version);
    const archive = await archiveOf(module.files);
    const delivery = { what: `${module.name} ${module.version}`, to: join(to, archiveName(module)) };
    if (!existsSync(to)) return { ...delivery, found: "new", deliver: async () => writeFolder(to, this.contents(module, archive)) };
    const file = join(to, archiveName(module));
    const there = existsSync(file) ? sha256(readFileSync(file)) : undefined;
    if (there === sha256(archive)) return { ...delivery, found: published };
    return { path: file, expected: `the archive of this commit, sha256 ${sha256(archive)}`, got: there, why: "a version that is published never changes", suggestion: "a new patch version in modules/releases.ts", rule: "version-published" };
  }

  private contents(module: PublishedModule, archive: Buffer): Record<string, string | Buffer> {
    const files = { [archiveName(module)]: archive, "provenance.json": provenance(module, archive, this.source, this.root) };
    return { ...files, SHA256SUMS: Object.entries(files).map(([name, content]) => `${sha256(content)}  ${name}\n`).join("") };
  }
}

/** Readers see the whole folder or none. */
function writeFolder(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  mkdirSync(join(folder, ".."), { recursive: true });
  const staging = mkdtempSync(`${folder}.`);
  try {
    for (const [name, content] of Object.entries(files)) {
      writeFileSync(join(staging, name), content);
      chmodSync(join(staging, name), 0o644);
    }
    chmodSync(staging, 0o755);
    if (existsSync(folder)) throw new ProblemsError([{ path: folder, expected: "a version that nobody published meanwhile", got: "a folder", rule: "version-published" }]);
    renameSync(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
