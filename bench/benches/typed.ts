import { join } from "node:path";
import { changed, projectCopy } from "../project-copy";
import { templateProject } from "../template-project";
import { interleaved } from "../usage";
import type { Bench } from "../workshop";

const what = "from a changed file to written JSON and checked types, elapsed";

export const typed: Bench = {
  about: "`npm run synth` after a change against `cdktf synth` of the default template",
  runs: 7,
  async run(runs) {
    const template = await templateProject();
    if ("missing" in template) return { rows: [{ what, skipped: template.missing }] };
    const project = projectCopy();
    const words = ["npm", "run", "--silent", "synth"];
    const commands = {
      ours: { words, cwd: project, before: changed(join(project, "envs", "prod", "environment.ts")) },
      template: { words, cwd: template.folder, before: changed(join(template.folder, "environment.ts")) },
    };
    const usages = await interleaved(commands, runs);
    const otherName = "`cdktf synth`, default template";
    return {
      rows: [
        { what, unit: "s", ours: usages.ours.map((run) => run.seconds), other: usages.template.map((run) => run.seconds), otherName, limit: { ratio: 0.2 } },
        { what: "the same, CPU", unit: "s", ours: usages.ours.map((run) => run.cpuSeconds), other: usages.template.map((run) => run.cpuSeconds), otherName },
      ],
      notes: ["`npm run synth` writes every environment of the project, the template one."],
    };
  },
};
