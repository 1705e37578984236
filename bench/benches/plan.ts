import { findTerraform, terraformEnvironment } from "../../cli/terraform/terraform";
import { sameResources } from "../same-resources";
import { interleaved } from "../usage";
import type { Bench } from "../workshop";

export const plan: Bench = {
  about: "`terraform plan` of the production stack against the same resources written flat",
  runs: 9,
  async run(runs) {
    const { ours, bare } = await sameResources();
    const [{ path }, env] = await Promise.all([findTerraform(), terraformEnvironment()]);
    const command = (cwd: string) => ({ words: [path, "plan", "-input=false", "-lock=false", "-no-color"], cwd, env });
    const usages = await interleaved({ ours: command(ours), flat: command(bare) }, runs);
    const otherName = "the same resources, flat";
    return {
      rows: [
        { what: "`terraform plan`, elapsed", unit: "s", ours: usages.ours.map((run) => run.seconds), other: usages.flat.map((run) => run.seconds), otherName, limit: { ratio: 1.05 } },
        { what: "`terraform plan`, CPU", unit: "s", ours: usages.ours.map((run) => run.cpuSeconds), other: usages.flat.map((run) => run.cpuSeconds), otherName },
      ],
    };
  },
};
