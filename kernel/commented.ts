class Commented {
  constructor(
    readonly value: unknown,
    readonly why: string,
  ) {}
}

type Whys = Readonly<Record<string, string>>;

/** The comments of an object's fields, by the object without them. */
const comments = new WeakMap<object, Whys>();

/**
 * An argument, a nested block or a local with the reason for it: a comment above it in the published module, and nothing
 * in a stack. For the few of which a reader would ask why.
 */
export function commented<T>(value: T, why: string): T {
  return new Commented(value, why) as T;
}

/** A value and its comment. */
export function apart(value: unknown): { value: unknown; why?: string } {
  return value instanceof Commented ? { value: value.value, why: value.why } : { value };
}

/** Expressions are on one line, which has no room for a comment. */
export function refuseComment(value: object): void {
  if (value instanceof Commented) throw new Error(`bug: the comment "${value.why}" stands on a part of a value: only arguments, nested blocks and locals have one`);
}

/** An object without the comments of its fields, which `whyOf` knows from then on. */
export function uncommented<T extends object>(object: T): T {
  const fields = Object.entries(object).map(([name, item]) => [name, apart(item)] as const);
  const whys = fields.flatMap(([name, { why }]) => (why === undefined ? [] : [[name, why] as const]));
  if (whys.length === 0) return object;
  return withWhys(Object.fromEntries(fields.map(([name, { value }]) => [name, value])), Object.fromEntries(whys)) as T;
}

/** The same object, whose fields have these comments. */
export function withWhys<T extends object>(object: T, whys: Whys): T {
  if (Object.keys(whys).length > 0) comments.set(object, { ...comments.get(object), ...whys });
  return object;
}

/** Comments of an object's fields. */
export function whysOf(object: unknown): Whys {
  return (typeof object === "object" && object !== null && comments.get(object)) || {};
}
