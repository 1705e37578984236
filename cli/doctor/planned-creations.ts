import { join } from "node:path";
import { ProblemsError } from "../../kernel/problem";
import { plannedResources } from "../../review/plan-json";
import { shownPlan } from "../plan/shown-plan";
import { inPrivateFolder } from "../private-folder";
import { initialize } from "../state/initialize";
import type { Stack } from "../synth/stacks";
import { terraform, TerraformFailed } from "../terraform/terraform";
import type { Look } from "./look";

/** What the next deploy would make. */
export interface Creation {
  readonly stack: Stack;
  readonly address: string;
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Of every layer that can be planned: one whose lower layers were never applied cannot. Takes no lock and asks AWS little. */
export async function plannedCreations(look: Look): Promise<Creation[]> {
  return inPrivateFolder(async (folder) => {
    const creations: Creation[] = [];
    for (const stack of look.stacks) creations.push(...(await ofStack(stack, join(folder, `${stack.name}.tfplan`), look.signal)));
    return creations;
  });
}

async function ofStack(stack: Stack, planFile: string, signal?: AbortSignal): Promise<Creation[]> {
  const run = { cwd: stack.folder, ...(signal && { signal }) };
  try {
    await initialize(stack, run);
    await terraform(["plan", "-input=false", "-no-color", "-lock=false", "-refresh=false", `-out=${planFile}`], run);
  } catch (error) {
    if ((error instanceof TerraformFailed || error instanceof ProblemsError) && !signal?.aborted) return [];
    throw error;
  }
  const planned = plannedResources(await shownPlan(planFile, run), () => true);
  return planned.filter(({ verb }) => verb === "create").map(({ address, type, after }) => ({ stack, address, type, values: after ?? {} }));
}
