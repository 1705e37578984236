import type { LayerInput } from "../../review/report/review-input";
import { layerByLayer, type Seen, waiting } from "../plan/plan-layers";
import type { Progress } from "../progress";
import type { Stack } from "../synth/stacks";

/** A layer of a review, and what those above must know of it where it was planned. */
export interface ReviewedLayer {
  readonly input: LayerInput;
  readonly seen?: Seen;
}

/** Plans layers for a review in their order, wherever `plan` does it. */
export async function reviewLayers(stacks: readonly Stack[], progress: Progress, plan: (stack: Stack, onOldOutputsOf: readonly string[]) => Promise<ReviewedLayer>): Promise<LayerInput[]> {
  const layers = await layerByLayer<ReviewedLayer>(stacks, { plan, wait: (stack, missing) => ({ input: waiting(stack, missing, progress) }), seen: ({ seen }) => seen });
  return layers.map(({ input }) => input);
}
