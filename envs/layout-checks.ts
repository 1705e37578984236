import type { Problem } from "../kernel";
import type { ReadableEnvironment } from "./readable";
import { layerInKey } from "./state";

/** Layers that write to one place would overwrite each other's state. */
export function layoutProblems(path: string, { layout, state }: ReadableEnvironment): Problem[] {
  const key = state?.s3?.key ?? null;
  if (layout !== "layered" || key === null || key.includes(layerInKey)) return [];
  return [{ path: `${path}state.s3.key`, expected: `a key with ${layerInKey} in it`, got: key, why: "each layer has a state of its own", rule: "state-key-layer" }];
}
