import { report } from "../failure";
import { projectRoot } from "../root";
import { environmentStacks } from "../synth/environment-stacks";
import { clusterStack } from "../synth/stacks";
import { leftoverLines, leftovers } from "./leftovers";

const { environment, json } = JSON.parse(process.argv[2]!) as { environment: string; json: boolean };

leftoversCommand().catch(report);

async function leftoversCommand(): Promise<void> {
  const { stacks } = await environmentStacks(projectRoot, environment);
  const found = await leftovers(clusterStack(stacks));
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : `${leftoverLines(environment, found).join("\n")}\n`);
  process.exitCode = found.length > 0 ? 2 : 0;
}
