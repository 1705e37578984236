import { snakeCase } from "./case";
import { refuseComment } from "./commented";
import type { Each, Expr, Handle } from "./handle";
import { isCompound, needsParentheses } from "./precedence";
import { escapeQuoted, joinTemplate, literal, objectKey, type TemplatePiece } from "./quote";
import type { AnySchema } from "./schema";
import { type Absence, absenceAt, type Target } from "./target";

/** What a handle stands for. Only this folder sees it. */
export interface Meaning {
  /** The expression as HCL, without `${}`. */
  readonly hcl: string;
  /** Set for a template: what it is made of. */
  readonly pieces?: readonly TemplatePiece[];
  /** Resources, variables and modules that it reads: what `dependsOn` needs. */
  readonly references: readonly string[];
  /** Type, where the handle comes from an input. */
  readonly schema?: AnySchema;
  readonly target?: Target;
  /** Fields and elements, where they do not simply follow from the text. */
  readonly part?: (name: string) => Handle<unknown>;
  /** Members beside those that follow from the text. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Set when the target's provider lacks what this stands for. It spreads to whatever reads the handle. */
  readonly absent?: Absence;
}

const MEANING = Symbol("meaning");

/** The meaning of a handle; `undefined` for anything else. */
export function meaningOf(value: unknown): Meaning | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return (value as { [MEANING]?: Meaning })[MEANING];
}

/** Makes a handle. Children are made when they are asked for. */
export function handle<T>(meaning: Meaning): Handle<T> {
  return new Proxy(Object.create(null) as object, {
    get: (_, name) => (name === MEANING ? meaning : member(meaning, name)),
    has: (_, name) => name === MEANING,
    ownKeys: () => misuse(meaning, "spread or listed"),
    set: () => misuse(meaning, "assigned to"),
  }) as Handle<T>;
}

/** An expression from raw text. The text is trusted: never a user's. */
export function raw<T = unknown>(hcl: string, references: readonly string[] = []): Handle<T> {
  return handle({ hcl, references });
}

/** A part of `parent`, such as a field or an element. */
export function child<T>(parent: Meaning, suffix: string, schema?: AnySchema): Handle<T> {
  const base = isCompound(parent.hcl) ? `(${parent.hcl})` : parent.hcl;
  const absent = parent.absent ?? absenceAt(parent.target, schema?.meta.since);
  return handle({ hcl: base + suffix, references: parent.references, target: parent.target, schema, absent });
}

type Hole = unknown;

/** A Terraform expression: tf`cidrsubnet(${cidr}, 4, ${index})`. Strings in holes are text and are quoted. */
export function tf<T = any>(strings: TemplateStringsArray, ...holes: readonly Hole[]): Handle<T> {
  refuseQuotedHoles(strings);
  const parts = filled(strings, holes);
  const hcl = strings.reduce((sum, piece, index) => {
    const { hcl: hole } = parts[index - 1]!;
    return sum + (needsParentheses(sum, hole, piece) ? `(${hole})` : hole) + piece;
  });
  return handle({ hcl, ...merged(parts) });
}

/** A call of a Terraform function, for arguments that are many or a list: call("merge", …). */
export function call<T = any>(name: string, ...args: readonly unknown[]): Handle<T> {
  const parts = args.map(part);
  return handle({ hcl: `${name}(${parts.map((item) => item.hcl).join(", ")})`, ...merged(parts) });
}

/** An object of which some keys are known to Terraform only. */
export function objectOf<T = any>(entries: readonly (readonly [key: string | Expr<string>, value: unknown])[]): Handle<T> {
  const parts = entries.map(([key, value]) => [typeof key === "string" ? { hcl: objectKey(key), references: [] } : keyPart(key), part(value)] as const);
  const there = parts.filter(([, value]) => value.absent === undefined);
  const hcl = there.map(([key, value]) => `${key.hcl} = ${value.hcl}`).join(", ");
  return handle({ hcl: hcl === "" ? "{}" : `{ ${hcl} }`, ...merged(there.flat()) });
}

/** A template may stand as a key; any other expression would be read as a name. */
function keyPart(key: Expr<string>): Meaning {
  const own = part(key);
  return own.pieces === undefined ? { ...own, hcl: `(${own.hcl})` } : own;
}

/** A Terraform template: text`${name}-nodes`. What stands between the holes is text, never evaluated. */
export function text(strings: TemplateStringsArray, ...holes: readonly Hole[]): Handle<string> {
  const parts = filled(strings, holes);
  const pieces = strings.flatMap((literalText, index): TemplatePiece[] => {
    if (index === 0) return [literalText];
    const [hole, item] = [holes[index - 1], parts[index - 1]!];
    // Plain text in a hole becomes part of the template, not an interpolation of a literal.
    return [...(typeof hole === "string" ? [hole] : (item.pieces ?? [item])), literalText];
  });
  const nonEmpty = pieces.filter((piece) => piece !== "");
  return handle({ hcl: `"${joinTemplate(nonEmpty, escapeQuoted)}"`, pieces: nonEmpty, ...merged(parts) });
}

/** `undefined` is a slip of the author's hand, and would be read as null. */
function filled(strings: TemplateStringsArray, holes: readonly Hole[]): Meaning[] {
  if (holes.includes(undefined)) throw new Error(`bug: undefined in the expression ${strings.join("${…}")}`);
  return holes.map(part);
}

// A place in the sources has the same strings every time.
const sound = new WeakSet<readonly string[]>();

/** Inside quotes a hole would be text: the name of the value in place of the value. */
function refuseQuotedHoles(strings: readonly string[]): void {
  if (sound.has(strings)) return;
  let open = false;
  for (const piece of strings.slice(0, -1)) {
    for (const [mark] of piece.matchAll(/\\[^]|"/g)) if (mark === '"') open = !open;
    if (open) throw new Error(`bug: a hole inside quotes in the expression ${strings.join("${…}")}: make the text with a template`);
  }
  sound.add(strings);
}

/** Any value as a meaning: handles as they are, the rest as a literal in which handles may stand. */
export function part(value: Hole): Meaning {
  const own = meaningOf(value);
  if (own !== undefined) return own;
  if (Array.isArray(value)) {
    const items = value.map(part).filter((item) => item.absent === undefined);
    return { hcl: `[${items.map((item) => item.hcl).join(", ")}]`, references: items.flatMap((item) => item.references) };
  }
  if (typeof value === "object" && value !== null) {
    refuseComment(value);
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [objectKey(key), part(item)] as const)
      .filter(([, item]) => item.absent === undefined);
    const hcl = entries.map(([key, item]) => `${key} = ${item.hcl}`).join(", ");
    return { hcl: hcl === "" ? "{}" : `{ ${hcl} }`, references: entries.flatMap(([, item]) => item.references) };
  }
  return { hcl: literal(value), references: [] };
}

function merged(parts: readonly Meaning[]): Pick<Meaning, "references" | "absent"> {
  const absent = parts.find((item) => item.absent !== undefined)?.absent;
  return { references: [...new Set(parts.flatMap((item) => item.references))], ...(absent && { absent }) };
}

function member(meaning: Meaning, name: string | symbol): unknown {
  if (typeof name === "symbol") {
    return name === Symbol.toPrimitive || name === Symbol.iterator ? () => misuse(meaning, "read by JavaScript") : undefined;
  }
  if (name === "then" || name === "constructor") return undefined;
  if (name === "toString" || name === "valueOf" || name === "toJSON") return () => misuse(meaning, "read by JavaScript");
  if (meaning.members !== undefined && name in meaning.members) return meaning.members[name];
  const shape = meaning.schema?.shape;
  if (name === "at") return (key: unknown) => element(meaning, key);
  if (name === "each" && shape?.kind !== "object") return eachOf(shape && "element" in shape ? shape.element : undefined, meaning);
  if (shape === undefined) return child(meaning, `.${snakeCase(name)}`);
  if (shape.kind !== "object") return misuse(meaning, `asked for .${name}`);
  const field = shape.fields[name];
  if (field === undefined) return misuse(meaning, `asked for .${name}`);
  return meaning.part?.(name) ?? child(meaning, `.${snakeCase(name)}`, field);
}

function element(meaning: Meaning, key: unknown): Handle<unknown> {
  const shape = meaning.schema?.shape;
  const own = meaningOf(key);
  if (meaning.part !== undefined && typeof key === "string") return meaning.part(key);
  const inner = child<unknown>(meaning, `[${part(key).hcl}]`, shape && "element" in shape ? shape.element : undefined);
  if (own === undefined) return inner;
  const base = meaningOf(inner)!;
  return handle({ ...base, references: [...base.references, ...own.references], absent: base.absent ?? own.absent });
}

/** `each.key` and `each.value` of a collection whose elements have `schema`. */
export function eachOf(schema: AnySchema | undefined, source: Meaning): Each<any> {
  const { target, absent } = source;
  return {
    key: handle({ hcl: "each.key", references: [], target, absent }),
    value: handle({ hcl: "each.value", references: [], schema, target, absent }),
  };
}

function misuse(meaning: Meaning, how: string): never {
  throw new TypeError(`the Terraform expression ${meaning.hcl} was ${how}: its value is known to Terraform only; write it inside tf\`…\` or text\`…\``);
}

