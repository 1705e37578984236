import { join } from "node:path";
import { report } from "../failure";
import { projectRoot } from "../root";
import { clusterStack, stacksIn } from "../synth/stacks";
import { synth } from "../synth/synth";
import { leftoverLines, leftovers } from "./leftovers";

const { environment, json } = JSON.parse(process.argv[2]!) as { environment: string; json: boolean };

leftoversCommand().catch(report);

async function leftoversCommand(): Promise<void> {
  const { output, stacks } = await synth({ root: projectRoot, environment });
  const found = await leftovers(clusterStack(stacksIn(join(projectRoot, output), stacks)));
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : `${leftoverLines(environment, found).join("\n")}\n`);
  process.exitCode = found.length > 0 ? 2 : 0;
}
