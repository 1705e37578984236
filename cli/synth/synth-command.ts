import { synth } from "./synth";

export async function synthCommand(root: string, environment: string | undefined): Promise<void> {
  const begun = performance.now();
  const { output, stacks, messages } = await synth({ root, ...(environment === undefined ? {} : { environment }) });
  if (messages !== "") process.stderr.write(`${messages}\n`);
  process.stdout.write(`${output}: ${stacks.join(", ")} (${((performance.now() - begun) / 1000).toFixed(1)} s)\n`);
}
