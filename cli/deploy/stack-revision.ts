import { createHash } from "node:crypto";
import type { Stack } from "../synth/stacks";

/** Equal for stacks that say the same, wherever they were written. */
export function revisionOf({ json }: Pick<Stack, "json">): string {
  const { "//": _, ...said } = json;
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
