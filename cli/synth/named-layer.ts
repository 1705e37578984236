import { unknownKey, refuse } from "../../kernel/problem";
import { namedStack } from "./named-stack";
import type { Stack } from "./stacks";

/** The stack of a layer as people call it; `all` where the environment is one stack. */
export function layerNamed(stacks: readonly Stack[], layer: string): Stack {
  const byLayer = new Map(stacks.map((stack) => [namedStack(stack.folder).layer, stack]));
  const found = byLayer.get(layer);
  if (found === undefined) refuse([unknownKey("layer", layer, [...byLayer.keys()])]);
  return found!;
}
