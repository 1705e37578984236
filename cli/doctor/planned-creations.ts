import { join } from "node:path";
import { inPrivateFolder } from "../plan/plan-layer";
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
    await terraform(["init", "-input=false", "-no-color"], run);
    await terraform(["plan", "-input=false", "-no-color", "-lock=false", "-refresh=false", `-out=${planFile}`], run);
  } catch (error) {
    if (error instanceof TerraformFailed && !signal?.aborted) return [];
    throw error;
  }
  const { resource_changes: changes = [] } = JSON.parse((await terraform(["show", "-json", planFile], run)).stdout) as { readonly resource_changes?: readonly Change[] };
  return changes.filter(({ mode, change }) => mode === "managed" && change.actions.join() === "create").map(({ address, type, change }) => ({ stack, address, type, values: change.after ?? {} }));
}

interface Change {
  readonly mode: string;
  readonly address: string;
  readonly type: string;
  readonly change: { readonly actions: readonly string[]; readonly after: Readonly<Record<string, unknown>> | null };
}
