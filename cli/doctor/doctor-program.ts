import { confirmation, refuseWithoutTerminal, unasked } from "../deploy/confirmation";
import { report } from "../failure";
import { interruptible } from "../interrupt";
import { Progress } from "../progress";
import { projectRoot } from "../root";
import { environmentStacks } from "../synth/environment-stacks";
import { adopt } from "./adoption";
import { checks, credentialCheck } from "./checks";
import { type Diagnosis, examine } from "./examination";
import { findingLines } from "./finding";
import { Look } from "./look";

const { environment, json, adopt: adopting, yes } = JSON.parse(process.argv[2]!) as { environment: string; json: boolean; adopt: boolean; yes: boolean };

doctorCommand().catch(report);

async function doctorCommand(): Promise<void> {
  if (adopting) refuseWithoutTerminal("doctor --adopt", yes);
  const { stacks } = await environmentStacks(projectRoot, environment);
  await interruptible(async (signal) => {
    const look = new Look(projectRoot, environment, stacks, signal);
    const diagnosis = await examine(look, checks, credentialCheck);
    process.stdout.write(json ? `${JSON.stringify({ environment, ...diagnosis }, null, 2)}\n` : `${told(diagnosis).join("\n")}\n`);
    if (adopting) await adopted(look, signal);
    process.exitCode = diagnosis.failed.length > 0 ? 1 : diagnosis.findings.length > 0 ? 2 : 0;
  });
}

async function adopted(look: Look, signal: AbortSignal): Promise<void> {
  const progress = new Progress(json ? process.stderr : process.stdout);
  const found = await look.unowned();
  const left = await adopt(found, yes ? unasked : confirmation(progress, signal), progress, signal);
  progress.say(`${found.length - left.length} imported, ${left.length} left; next: npx platform plan ${environment}`);
}

function told({ findings, failed }: Diagnosis): string[] {
  const lines = [...findings.flatMap((finding) => [...findingLines(finding), ""]), ...failed.map(({ check, why }) => `could not look at ${check}: ${why}`)];
  return lines.length === 0 ? [`${environment}: nothing is wrong`] : lines;
}
