import { sameResources } from "../same-resources";
import { interleaved } from "../usage";
import { type Bench, stacksProgram } from "../workshop";

export const one: Bench = {
  about: "synth of one environment against a bundled bare program",
  runs: 9,
  async run(runs) {
    const { resources, equal } = await sameResources();
    const { ours, bare } = await interleaved({ ours: await stacksProgram("bench/ours/one.ts", 1), bare: await stacksProgram("bench/bare/one.ts", 1) }, runs);
    const compared = { otherName: "bare program, bundled", limit: { ratio: 1.2 } };
    return {
      rows: [
        { what: "synth of one environment, CPU", unit: "s", ours: ours.map((run) => run.cpuSeconds), other: bare.map((run) => run.cpuSeconds), ...compared },
        { what: "synth of one environment, peak memory", unit: "MiB", ours: ours.map((run) => run.peakMib), other: bare.map((run) => run.peakMib), ...compared },
      ],
      notes: [`Both programs make ${resources} resources, as many of each type; of ${equal} every planned value is the same.`],
    };
  },
};
