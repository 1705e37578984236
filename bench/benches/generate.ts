import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectCopy } from "../project-copy";
import { interleaved } from "../usage";
import { type Bench, bundledProgram } from "../workshop";

export const generate: Bench = {
  about: "`npm run generate`: every module",
  runs: 7,
  async run(runs) {
    const project = projectCopy();
    const written = new Set<string>();
    const commands = {
      ours: { words: ["npm", "run", "--silent", "generate"], cwd: project, after: () => void written.add(contentOf(join(project, "generated"))) },
      idle: await bundledProgram("bench/ours/idle.ts"),
    };
    const usages = await interleaved(commands, runs);
    if (written.size !== 1) throw new Error(`generated modules: expected the same bytes every time, got ${written.size} contents   [generate-twice]`);
    return {
      rows: [
        {
          what: "`npm run generate`, elapsed",
          unit: "s",
          ours: usages.ours.map((run) => run.seconds),
          other: usages.idle.map((run) => run.seconds),
          otherName: "Node starting with the same bundle",
          limit: { value: 2 },
        },
      ],
      notes: [`The modules were generated ${runs + 1} times, with the same bytes every time.`],
    };
  },
};

function contentOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  const hash = createHash("sha256");
  for (const path of paths) hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}
