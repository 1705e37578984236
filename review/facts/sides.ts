import { isRecord } from "../../kernel/check";
import type { ChangeDetail, PlannedResource, ReadLayer } from "../plan-json";
import { type Values, valuesAfter } from "../values";

/** A resource as it is on one side of a plan. */
export interface Side {
  readonly layer: string;
  readonly address: string;
  readonly type: string;
  readonly name: string;
  /** With marks where a value is known after apply only. */
  readonly values: Values;
}

/** What there is before a plan, or after it. */
export function sides(layers: readonly ReadLayer[], when: "before" | "after"): Side[] {
  return layers.flatMap((layer) => layer.resources.flatMap((resource) => sideOf(layer, resource, when) ?? []));
}

export function sideOf({ layer, nameOf }: ReadLayer, resource: PlannedResource, when: "before" | "after"): Side | undefined {
  const { address, type, change } = resource;
  const values = when === "after" ? valuesAfter(resource) : resource.before;
  return values === undefined ? undefined : { layer, address, type, name: nameOf(address), values: withoutSecrets(values, change) };
}

/** What is secret on one side is read on none. */
function withoutSecrets(values: Values, change: ChangeDetail | undefined): Values {
  const marks = [change?.secret.before, change?.secret.after].filter(isRecord);
  const secret = Object.keys(values).filter((name) => marks.some((mark) => mark[name] === true));
  return secret.length === 0 ? values : Object.fromEntries(Object.entries(values).filter(([name]) => !secret.includes(name)));
}
