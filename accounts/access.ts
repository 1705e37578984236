import type { CheckedEnvironment } from "../envs/environment";
import { layersOf, stackName } from "../envs/layers";
import { stateKey } from "../envs/state";

interface Access {
  readonly writes: readonly string[];
  readonly reads: readonly string[] | null;
}

/** Who writes which states of a bucket: each stack its own, and it reads those of the layers below. */
export function accessOf(bucket: string, environments: readonly CheckedEnvironment[]): Readonly<Record<string, Access>> {
  const kept = environments.filter(({ state }) => state.s3?.bucket === bucket);
  return Object.fromEntries(kept.flatMap(stacksOf));
}

function stacksOf(environment: CheckedEnvironment): [string, Access][] {
  if (environment.layout === "one") return [[environment.name, { writes: [stateKey(environment, "cluster")!], reads: null }]];
  const layers = layersOf(environment);
  return layers.map((layer, index) => {
    const below = layers.slice(0, index).map((lower) => stateKey(environment, lower)!);
    return [stackName(environment, layer), { writes: [stateKey(environment, layer)!], reads: below.length === 0 ? null : below }];
  });
}
