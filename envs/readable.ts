import { inputsWithDefaults, isRecord, join, withDefaults } from "../kernel/check";
import type { Problem } from "../kernel";
import type { AnySchema } from "../kernel/schema";
import { type CheckedEnvironment, environmentInputs } from "./environment";

/** What can be read of an environment in which something has the wrong type: two levels of keys, the sound ones. */
export type ReadableEnvironment = { readonly [K in keyof CheckedEnvironment]?: Section<CheckedEnvironment[K]> };
type Section<T> = T extends object ? (string extends keyof T ? T : Partial<T>) : T;

// After these a value is not what its type says. A value that only breaks a rule can still be read.
const unreadable = new Set(["type", "required", "choice", "sensitive-literal"]);

/** The data with its defaults, less what has the wrong type, so that one mistake does not hide what is wrong elsewhere. */
export function readableParts(data: object, path: string, declared: readonly Problem[]): ReadableEnvironment {
  const broken = declared.filter(({ rule }) => unreadable.has(rule)).map((problem) => problem.path);
  const sound = (at: string) => !broken.some((place) => isWithin(place, at));
  const values = data as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(environmentInputs as Readonly<Record<string, AnySchema>>).flatMap(([name, schema]) => {
      const at = path + name;
      if (sound(at)) return [[name, withDefaults(schema, values[name])]];
      const part = soundPart(schema, values[name], (key) => sound(join(at, key)));
      return part === undefined ? [] : [[name, part]];
    }),
  );
}

/** Is `path` that of `outer`, or of something inside it? */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}

function soundPart({ shape }: AnySchema, value: unknown, sound: (key: string) => boolean): object | undefined {
  if (!isRecord(value)) return undefined;
  if (shape.kind === "object") return inputsWithDefaults(Object.fromEntries(Object.entries(shape.fields).filter(([key]) => sound(key))), value);
  if (shape.kind !== "map") return undefined;
  const entries = Object.entries(value).filter(([key]) => sound(key));
  return Object.fromEntries(entries.map(([key, item]) => [key, withDefaults(shape.element, item)]));
}
