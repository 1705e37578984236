import type { CheckedEnvironment } from "./environment";

/** The parts of an environment, in the order in which they are made. Each layer of a layered environment has a state of its own. */
export const layers = ["network", "cluster", "platform"] as const;
export type Layer = (typeof layers)[number];

type Parts = Pick<CheckedEnvironment, "layout" | "network" | "platform">;

/** The layers that an environment has. A network that exists already is no layer, and neither is a platform without parts. */
export function layersOf({ network, platform }: Omit<Parts, "layout">): Layer[] {
  const absent: readonly (Layer | false)[] = [network === null && "network", platform === null && "platform"];
  return layers.filter((layer) => !absent.includes(layer));
}

/** The name of the stack that holds a layer: `prod-network`, or the environment's own where all are one. */
export function stackName({ name, layout }: Pick<CheckedEnvironment, "name" | "layout">, layer: Layer): string {
  return layout === "one" ? name : `${name}-${layer}`;
}
