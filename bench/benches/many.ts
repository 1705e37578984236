import { sameResources } from "../same-resources";
import { interleaved, type Usage } from "../usage";
import { type Bench, stacksProgram } from "../workshop";

const few = 10;
const all = 100;

export const many: Bench = {
  about: `${all} environments in one program, and how the time grows`,
  runs: 7,
  async run(runs) {
    await sameResources();
    const ours = (count: number) => stacksProgram("bench/ours/many.ts", count, String(count));
    const commands = { one: await ours(1), few: await ours(few), all: await ours(all), bare: await stacksProgram("bench/bare/many.ts", all, String(all)) };
    const usages = await interleaved(commands, runs);
    // What one environment more costs: a program that grows faster than its input shows here and nowhere else.
    const oneMore = (from: readonly Usage[], to: readonly Usage[], count: number) => to.map((run, index) => (1000 * (run.cpuSeconds - from[index]!.cpuSeconds)) / count);
    return {
      rows: [
        { what: `synth of ${all} environments, CPU`, unit: "s", ours: cpu(usages.all), other: cpu(usages.bare), otherName: "bare program, resource by resource", limit: { ratio: 0.75 } },
        { what: `synth of ${all} environments, peak memory`, unit: "MiB", ours: usages.all.map((run) => run.peakMib), other: usages.bare.map((run) => run.peakMib), otherName: "bare program, resource by resource" },
        {
          what: `CPU of one environment more, from ${few} to ${all}`,
          unit: "ms",
          ours: oneMore(usages.few, usages.all, all - few),
          other: oneMore(usages.one, usages.few, few - 1),
          otherName: `the same from 1 to ${few}`,
          limit: { ratio: 1.1 },
        },
      ],
    };
  },
};

function cpu(usages: readonly Usage[]): number[] {
  return usages.map((run) => run.cpuSeconds);
}
