import { rmSync } from "node:fs";
import { join } from "node:path";
import type { FollowedEnvironment } from "../../review/report/review-input";
import { parsedRecord } from "../deploy/deploy-record";
import { revisionOf } from "../deploy/stack-revision";
import { keptState } from "../state/kept-state";
import type { EnvironmentStacks } from "../synth/environment-stacks";
import { type Stack, stacksIn } from "../synth/stacks";
import { synth } from "../synth/synth";

/** What the environment says that gets every change first, and whether it has got this one. */
export async function followedEnvironment(root: string, name: string, { stacks: own, output: deployedFrom }: Pick<EnvironmentStacks, "stacks" | "output">): Promise<FollowedEnvironment> {
  const output = join(root, ".cache", `follows-${process.pid}`);
  try {
    const made = await synth({ root, environment: name, output });
    // A state on this machine stands where the environment is deployed from.
    const stacks = stacksIn(output, made.stacks).map((stack) => ({ ...stack, folder: join(deployedFrom, "stacks", stack.name) }));
    return { name, parts: partsOf(stacks), own: partsOf(own), deployed: await deployedAt(stacks) };
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

function partsOf(stacks: readonly Stack[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(stacks.flatMap(({ json }) => Object.entries(json.variable ?? {}).map(([part, variable]) => [part, variable.default])));
}

/** By the records beside its states: they say what each of its stacks was at the last deploy. */
async function deployedAt(stacks: readonly Stack[]): Promise<FollowedEnvironment["deployed"]> {
  try {
    for (const stack of stacks) {
      const kept = await keptState(stack);
      if (kept === undefined) return { kind: "unknown", why: "Terraform Cloud keeps its history" };
      const record = parsedRecord(kept.record);
      if (record?.revision === undefined) return { kind: "unknown", why: `there is no record of a deploy of ${stack.name}` };
      if (record.command === "destroy" || !record.complete || record.revision !== revisionOf(stack)) return { kind: "no", commit: record.commit };
    }
    return { kind: "yes" };
  } catch (error) {
    return { kind: "unknown", why: `its states could not be read: ${(error as Error).message}` };
  }
}
