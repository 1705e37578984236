import type { Inputs } from "../../kernel";
import type { AnySchema } from "../../kernel/schema";
import type { Data } from "./subjects";

interface Chosen {
  readonly data: Data;
  /** What it is there for: the sets before it lack this. */
  readonly adds: ReadonlySet<string>;
}

type Options = (data: Data) => readonly string[];

/** Few sets that hold what all of them hold: always the one that adds most to those before it. */
export function cover(sets: readonly Data[], of: Options): Chosen[] {
  let rest = sets.map((data) => ({ data, adds: new Set(of(data)) }));
  const chosen: Chosen[] = [];
  while (rest.length > 0) {
    const best = rest.reduce((most, set) => (set.adds.size > most.adds.size ? set : most));
    chosen.push(best);
    rest = rest.map(({ data, adds }) => ({ data, adds: new Set([...adds].filter((item) => !best.adds.has(item))) })).filter(({ adds }) => adds.size > 0);
  }
  return chosen;
}

/** Still fewer: a set goes into an earlier one where both still hold what they are there for. `take` bends a set, if it fits. */
export function merged(inputs: Inputs, sets: readonly Chosen[], of: Options, take: (data: Data) => Data | undefined): Chosen[] {
  return sets.reduce<Chosen[]>((all, set) => {
    for (const [index, earlier] of all.entries()) {
      const adds = new Set([...earlier.adds, ...set.adds]);
      const data = [withParts, withFields].map((into) => take(into(set, earlier.data, inputs))).find((one) => one !== undefined && holds(of(one), adds));
      if (data !== undefined) return all.with(index, { data, adds });
    }
    return [...all, set];
  }, []);
}

function holds(options: readonly string[], wanted: ReadonlySet<string>): boolean {
  const there = new Set(options);
  return [...wanted].every((option) => there.has(option));
}

/** The earlier set with those fields of the other that it is there for. */
function withFields({ data, adds }: Chosen, earlier: Data): Data {
  return { ...earlier, ...Object.fromEntries(Object.entries(data).filter(([name]) => addedAt(name, adds))) };
}

/** The same all the way down: objects have the fields of both, maps the elements of both, under keys of their own. */
function withParts({ data, adds }: Chosen, earlier: Data, inputs: Inputs, path = ""): Data {
  const fields = Object.entries(data).flatMap(([name, value]) => {
    const at = path + name;
    return addedAt(at, adds) ? [[name, both(inputs[name]!, at, earlier[name], value, adds)] as const] : [];
  });
  return { ...earlier, ...Object.fromEntries(fields) };
}

function both({ shape }: AnySchema, path: string, earlier: unknown, value: unknown, adds: Chosen["adds"]): unknown {
  if (!isFilled(earlier) || !isFilled(value)) return value;
  if (shape.kind === "object") return withParts({ data: value, adds }, earlier, shape.fields, `${path}.`);
  if (shape.kind !== "map") return value;
  return { ...earlier, ...Object.fromEntries(Object.entries(value).map(([key, element]) => [freeKey(key, earlier), element])) };
}

function addedAt(path: string, adds: Chosen["adds"]): boolean {
  return [...adds].some((option) => option.startsWith(path) && /^([.=]|$)/.test(option.slice(path.length)));
}

function isFilled(value: unknown): value is Data {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

function freeKey(key: string, taken: Data): string {
  return Object.hasOwn(taken, key) ? freeKey(`${key}0`, taken) : key;
}
