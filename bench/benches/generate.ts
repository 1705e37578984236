import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ModuleLines } from "../../cli/generate/module-lines";
import { writeRecord } from "../../cli/release/release-record";
import { releases } from "../../modules/releases";
import { projectCopy } from "../project-copy";
import type { Row } from "../row";
import { interleaved, type Usage } from "../usage";
import { type Bench, bundledProgram } from "../workshop";

export const generate: Bench = {
  about: "`npm run generate`: every module, held against a release",
  runs: 7,
  async run(runs) {
    const project = projectCopy();
    recordRelease(project);
    const generated = join(project, "generated");
    const written = new Set<string>();
    const command = { words: ["npm", "run", "--silent", "generate"], cwd: project, after: () => void written.add(contentOf(generated)) };
    const usages = await interleaved(
      {
        all: { ...command, before: () => rmSync(generated, { recursive: true, force: true }) },
        unchanged: command,
        idle: await bundledProgram("bench/ours/idle.ts"),
      },
      runs,
    );
    if (written.size !== 1) throw new Error(`generated modules: expected the same bytes every time, got ${written.size} contents   [generate-twice]`);
    const row = (what: string, unit: Row["unit"], ours: readonly Usage[], read: (usage: Usage) => number): Row => ({ what, unit, ours: ours.map(read), other: usages.idle.map(read), otherName: "Node starting with the same bundle" });
    return {
      rows: [
        { ...row("`npm run generate`, elapsed", "s", usages.all, ({ seconds }) => seconds), limit: { value: 2 } },
        row("the same, CPU", "s", usages.all, ({ cpuSeconds }) => cpuSeconds),
        { ...row("the same, peak memory", "MiB", usages.all, ({ peakMib }) => peakMib), limit: { value: 300 } },
        row("the same where nothing has changed, CPU", "s", usages.unchanged, ({ cpuSeconds }) => cpuSeconds),
      ],
      notes: [`The modules were generated ${2 * (runs + 1)} times, with the same bytes every time. Both lines were held against a record of a release.`],
    };
  },
};

/** As after a release: the guard builds the modules of both lines. */
function recordRelease(project: string): void {
  const lines = new ModuleLines(project);
  for (const [line, version] of Object.entries(releases[0]!.versions)) writeRecord(project, line, { version, modules: lines.interfaces(line) });
}

function contentOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  const hash = createHash("sha256");
  for (const path of paths) hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}
