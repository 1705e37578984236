import { handle, meaningOf, part, tf, type Meaning } from "./expression";
import type { Collection, Expr, Handle } from "./handle";
import type { AnySchema } from "./schema";
import { absenceAt } from "./target";

type Keyed<V> = Expr<Readonly<Record<string, V>>>;
/** Names of the loop variables, as an HCL author reads them. */
type Names = readonly [key: string, value: string];

/** A list of texts as a collection keyed by itself: `for_each = toset(…)`. */
export function setOf(list: Expr<readonly string[]>): Collection<string> {
  const from = part(list);
  return collection({ ...from, schema: undefined, hcl: `toset(${from.hcl})` });
}

/** The elements of `source` for which `condition` holds. Keys stay keys, so nothing else moves. */
export function where<V>(
  source: Keyed<V>,
  condition: (key: Handle<string>, value: Handle<V>) => Expr<boolean>,
  names?: Names,
): Collection<V> {
  const { key, value, from, body } = loop(source, condition, names);
  const hcl = `{ for ${key}, ${value} in ${from.hcl} : ${key} => ${value} if ${body.hcl} }`;
  return collection({ ...joined(from, body), schema: from.schema, hcl });
}

/** The same keys with other values. */
export function project<V, R>(
  source: Keyed<V>,
  result: (key: Handle<string>, value: Handle<V>) => Expr<R> | R,
  names?: Names,
): Collection<R> & Handle<Readonly<Record<string, R>>> {
  const { key, value, from, body } = loop(source, result, names);
  return collection({ ...joined(from, body), hcl: `{ for ${key}, ${value} in ${from.hcl} : ${key} => ${body.hcl} }` });
}

/** A list made of the elements of a collection, in the order of the keys: of all of them, or of those for which `condition` holds. */
export function listOf<V, R>(
  source: Keyed<V>,
  result: (key: Handle<string>, value: Handle<V>) => Expr<R> | R,
  names?: Names,
  condition?: (key: Handle<string>, value: Handle<V>) => Expr<boolean>,
): Handle<readonly R[]> {
  const { key, value, from, body } = loop(source, result, names);
  const filter = condition && loop(source, condition, names).body;
  const hcl = filter === undefined ? body.hcl : `${body.hcl} if ${filter.hcl}`;
  const binding = new RegExp(`\\b${key}\\b`).test(hcl) ? `${key}, ${value}` : value;
  return handle({ ...joined(from, filter === undefined ? body : { ...body, ...joined(body, filter) }), hcl: `[for ${binding} in ${from.hcl} : ${hcl}]` });
}

/** A list made of another. */
export function mapList<V, R>(
  source: Expr<readonly V[]>,
  result: (value: Handle<V>) => Expr<R> | R,
  name = "item",
): Handle<readonly R[]> {
  const from = part(source);
  return inLoop([name], ([item]) => {
    const body = part(result(handle({ hcl: item!, references: [], schema: elementOf(from.schema), target: from.target })));
    return handle({ ...joined(from, body), hcl: `[for ${item!} in ${from.hcl} : ${body.hcl}]` });
  });
}

/** Is an object or key there that the author may leave out? The only question that decides existence. */
export function present(optional: Expr<unknown>): Handle<boolean> {
  return tf<boolean>`${optional} != null`;
}

/** The same handle, read as not null. For arguments of what exists only when it is present. */
export function some<T>(optional: Expr<T>): Handle<NonNullable<T>> {
  return optional as unknown as Handle<NonNullable<T>>;
}

/** A value that was put together from parts of `model` and has its type again. */
export function typedAs<T>(model: Expr<T>, value: Expr<unknown>): Handle<T> {
  const { schema, target } = part(model);
  return handle({ ...part(value), schema, target });
}

/** The value, or `fallback` in builds whose provider lacks it. */
export function orElse<T>(value: Expr<T>, fallback: T): Handle<T> {
  return part(value).absent === undefined ? (value as Handle<T>) : tf<T>`${fallback}`;
}

/** The same value, absent from builds whose provider lacks `other`. */
export function absentWith<T>(other: Expr<unknown>, value: Expr<T>): Handle<T> {
  const meaning = part(value);
  return handle({ ...meaning, absent: part(other).absent ?? meaning.absent });
}

/** Does a choice stand at `word`? Absent from builds whose provider lacks the word. */
export function is<T extends string>(chosen: Expr<T>, word: NoInfer<T>): Handle<boolean> {
  const meaning = part(chosen);
  const shape = meaning.schema?.shape;
  const choice = shape?.kind === "choice" ? shape.choices.find((item) => item.value === word) : undefined;
  const condition = meaningOf(tf<boolean>`${chosen} == ${word}`)!;
  const absent = absenceAt(meaning.target, choice?.since) ?? condition.absent;
  return handle({ ...condition, absent });
}

/** The value of the first condition that holds, or the last. Branches that the target lacks are left out. */
export function choose<T>(...branches: readonly [...(readonly [Expr<boolean>, Expr<T> | T])[], Expr<T> | T]): Handle<T> {
  const cases = branches.slice(0, -1) as (readonly [Expr<boolean>, unknown])[];
  const there = cases.filter((item) => item.every((side) => part(side).absent === undefined));
  const otherwise: unknown = branches.at(-1);
  return there.reduceRight<Handle<T>>((rest, [condition, value]) => tf<T>`${condition} ? ${value} : ${rest}`, tf<T>`${otherwise}`);
}

/** A JSON document whose parts may be handles: `jsonencode({ … })`. */
export function json(document: object): Handle<string> {
  return tf<string>`jsonencode(${document})`;
}

/** YAML of a document, which in a plan reads better than JSON. Parts may be handles. */
export function yaml(document: object): Handle<string> {
  return tf<string>`yamlencode(${document})`;
}

/** A handle that is set later, for two constructs that wait for parts of each other. Only for `dependsOn` and readiness inputs. */
export function forward(name: string): { readonly ready: Expr<readonly string[]>; set(ready: Expr<readonly string[]>): void } {
  let actual: Expr<readonly string[]> | undefined;
  const resolved = () => {
    if (actual === undefined) throw new Error(`bug: ${name} was never set`);
    return meaningOf(actual)!;
  };
  const ready = handle<readonly string[]>({
    get hcl() {
      return resolved().hcl;
    },
    get references() {
      return resolved().references;
    },
  });
  return { ready, set: (value) => void (actual = value) };
}

function loop<V>(source: Keyed<V>, body: (key: Handle<string>, value: Handle<V>) => unknown, names: Names = ["key", "value"]) {
  const from = part(source);
  return inLoop(names, ([key, value]) => {
    const item = handle<V>({ hcl: value!, references: [], schema: elementOf(from.schema), target: from.target });
    return { key: key!, value: value!, from, body: part(body(handle<string>({ hcl: key!, references: [] }), item)) };
  });
}

/** Names of the loops around the one at hand: a loop inside must not hide what its body reads of them. */
const taken: string[] = [];

function inLoop<R>(wanted: readonly string[], body: (names: readonly string[]) => R): R {
  const names = wanted.map((name) => {
    for (let count = 1; ; count++) {
      const free = count === 1 ? name : `${name}${count}`;
      if (!taken.includes(free)) return free;
    }
  });
  taken.push(...names);
  try {
    return body(names);
  } finally {
    taken.length -= names.length;
  }
}

function elementOf(schema: AnySchema | undefined): AnySchema | undefined {
  return schema !== undefined && "element" in schema.shape ? schema.shape.element : undefined;
}

function joined(from: Meaning, body: Meaning): Omit<Meaning, "hcl"> {
  const references = [...new Set([...from.references, ...body.references])];
  return { references, target: from.target, absent: from.absent ?? body.absent };
}

function collection<V>(meaning: Meaning): Collection<V> & Handle<Readonly<Record<string, V>>> {
  return handle<Readonly<Record<string, V>>>(meaning);
}
