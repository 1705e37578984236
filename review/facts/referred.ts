import { typeNamed } from "../naming/named";
import type { ReadLayer } from "../plan-json";
import { text } from "../values";

/** How a reader knows what others refer to by one of its attributes. Of what no plan has, by that alone: `IAM role orders`. */
export function referredBy(layers: readonly ReadLayer[], types: readonly [string, ...string[]], attribute: string): (value: string) => string {
  const known = new Map(
    layers.flatMap(({ resources, nameOf }) =>
      resources.filter(({ type }) => types.includes(type)).flatMap(({ address, before, after }) => [before, after].map((values) => [text(values, attribute), nameOf(address)] as const)),
    ),
  );
  return (value) => known.get(value) ?? `${typeNamed(types[0])} ${value}`;
}
