import { isRecord } from "../../kernel/check";
import { addressOf } from "../report/address";
import type { ChangeDetail, PlannedResource, ReadLayer } from "../plan-json";

export type Values = Readonly<Record<string, unknown>>;

/** A resource as it is on one side of a plan. */
export interface Side {
  readonly layer: string;
  readonly address: string;
  readonly type: string;
  readonly values: Values;
  /** Like `values`, with true where a value is known after apply only. */
  readonly unknown: unknown;
}

/** What there is before a plan, or after it. */
export function sides(layers: readonly ReadLayer[], when: "before" | "after"): Side[] {
  return layers.flatMap(({ layer, resources }) => resources.flatMap((resource) => sideOf(layer, resource, when) ?? []));
}

export function sideOf(layer: string, resource: PlannedResource, when: "before" | "after"): Side | undefined {
  const { address, type, change } = resource;
  const values = resource[when];
  return values === undefined ? undefined : { layer, address, type, values: withoutSecrets(values, change), unknown: when === "after" ? change?.unknown : undefined };
}

/** What is secret on one side is read on none. */
function withoutSecrets(values: Values, change: ChangeDetail | undefined): Values {
  const marks = [change?.secret.before, change?.secret.after].filter(isRecord);
  const secret = Object.keys(values).filter((name) => marks.some((mark) => mark[name] === true));
  return secret.length === 0 ? values : Object.fromEntries(Object.entries(values).filter(([name]) => !secret.includes(name)));
}

export function text(values: Values | undefined, name: string): string | undefined {
  const value = values?.[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A number, also where a provider writes it as text. */
export function number(values: Values | undefined, name: string): number | undefined {
  const value = values?.[name];
  const read = typeof value === "string" && value !== "" ? Number(value) : value;
  return typeof read === "number" && Number.isFinite(read) ? read : undefined;
}

export function texts(values: Values | undefined, name: string): string[] {
  const value = values?.[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Nested blocks. */
export function blocks(values: Values | undefined, name: string): Values[] {
  const value = values?.[name];
  return Array.isArray(value) ? value.filter(isRecord) : isRecord(value) ? [value] : [];
}

/** A nested block of which there is one at most. */
export function block(values: Values | undefined, name: string): Values | undefined {
  return blocks(values, name)[0];
}

/** Whether a value, or something in it, is known after apply only. */
export function isUnknown({ unknown }: Side, ...path: readonly (string | number)[]): boolean {
  let found: unknown = unknown;
  for (const step of path) found = found === true ? true : (found as Record<string | number, unknown> | null | undefined)?.[step];
  return holdsTrue(found);
}

function holdsTrue(value: unknown): boolean {
  return value === true || (typeof value === "object" && value !== null && Object.values(value).some(holdsTrue));
}

/** What a reader calls it: its key, else its name in AWS, else that in the program. */
export function ownName({ address, values }: Pick<Side, "address" | "values">): string {
  const { key, name } = addressOf(address);
  return key !== undefined && !/^\d+$/.test(key) ? key : (text(values, "name") ?? name);
}
