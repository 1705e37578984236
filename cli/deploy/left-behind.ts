import { leftoverLines, leftovers } from "../cluster/leftovers";
import { clusterName, type Stack } from "../synth/stacks";

/** What is still in AWS when an environment is destroyed. That it cannot be told undoes nothing. */
export async function leftBehind(environment: string, stacks: readonly Stack[]): Promise<string[]> {
  const cluster = stacks.find((stack) => clusterName(stack) !== undefined);
  if (cluster === undefined) return [];
  try {
    return leftoverLines(environment, await leftovers(cluster));
  } catch (error) {
    return [`${(error as Error).message}; later: npx platform leftovers ${environment}`];
  }
}
