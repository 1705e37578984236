import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { largePlan } from "../../test/review/large-plan";
import type { Row } from "../row";
import { interleaved, type Usage } from "../usage";
import { type Bench, bundledProgram, workshop } from "../workshop";

const resources = 2_000;

export const review: Bench = {
  about: "the review of a large plan against JSON.parse of it",
  runs: 9,
  async run(runs) {
    mkdirSync(workshop, { recursive: true });
    const file = join(workshop, "large-plan.json");
    const text = JSON.stringify(largePlan(resources));
    writeFileSync(file, text);
    const usages = await interleaved({ ours: await bundledProgram("bench/ours/review.ts", file), parse: await bundledProgram("bench/ours/parse.ts", file) }, runs);
    const row = (what: string, unit: Row["unit"], read: (usage: Usage) => number, limit: number): Row => ({ what, unit, ours: usages.ours.map(read), other: usages.parse.map(read), otherName: "Node reading the same JSON", limit: { value: limit } });
    return {
      rows: [
        row("review of 2,000 resources, elapsed", "s", ({ seconds }) => seconds, 1),
        row("the same, peak memory", "MiB", ({ peakMib }) => peakMib, 300),
      ],
      notes: [`The plan of ${resources} resources has ${(text.length / 1e6).toFixed(1)} MB; a third of them change.`],
    };
  },
};
