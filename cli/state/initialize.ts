import { relative } from "node:path";
import { refuse } from "../../kernel/problem";
import type { RunOptions } from "../plan/plan-layer";
import type { Stack } from "../synth/stacks";
import { terraform } from "../terraform/terraform";
import { rememberedBackend } from "./remembered-backend";
import { placeName, placeOf } from "./state-place";

/** `terraform init`. Other locks or another role are taken as they are; a state that would stay behind elsewhere is refused. */
export async function initialize(stack: Stack, options: RunOptions): Promise<void> {
  const remembered = rememberedBackend(stack);
  if (remembered !== undefined && !remembered.same) {
    const init = `terraform -chdir=${relative(process.cwd(), stack.folder) || "."} init`;
    const ways = placeOf(stack).kind === "cloud" ? `\`${init}\` asks whether to move it` : `\`${init} -migrate-state\` moves it, \`${init} -reconfigure\` leaves it behind`;
    const why = `the folder was initialized for that one, and a state does not move by itself: ${ways}`;
    refuse([{ path: stack.name, expected: `the state at ${remembered.place}`, got: placeName(placeOf(stack)), why, rule: "backend-other" }]);
  }
  // Terraform would ask whether to move the state, which is where it was. Terraform Cloud knows no such argument.
  const again = remembered !== undefined && placeOf(stack).kind !== "cloud" ? ["-reconfigure"] : [];
  await terraform(["init", "-input=false", "-no-color", ...again], { ...options, cwd: stack.folder });
}
