import type { Rule } from "./rules/rule";
import { absenceAt, has, type Target } from "./target";

/** What every input declares beside its type. */
export interface Meta<In> {
  /** What it is and decides, in sentences. Becomes the variable's description and the README row. */
  readonly doc?: Doc;
  /** Used when the key is absent. Makes the input optional. Never `null`: use `nullable`. */
  readonly default?: In;
  readonly rules?: readonly Rule<In>[];
  /** Provider version the input came with. Absent from builds for an older target. */
  readonly since?: string;
  /** Never a literal in an environment, never printed. Only on an input of its own, not inside another. */
  readonly sensitive?: boolean;
  /** Not kept in state or plan; for write-only arguments and provider configuration. Implies sensitive. */
  readonly ephemeral?: boolean;
}

/** Text, or what it is where something newer than the oldest provider is there or not: `has("6.24.0")`. */
export type Doc = string | ((has: Has) => string);
export type Has = (version: string | undefined) => boolean;

export type Shape =
  | { readonly kind: "text" | "number" | "flag" }
  | { readonly kind: "choice"; readonly choices: readonly Choice[] }
  | { readonly kind: "list" | "map"; readonly element: AnySchema }
  | { readonly kind: "object"; readonly fields: Inputs }
  | { readonly kind: "plain" };

/** One word of a choice, with the provider version it came with if that is newer than the oldest target. */
export interface Choice {
  readonly value: string;
  readonly since?: string;
}

/**
 * The type of an input, declared once. `In` is what people write, `Out` what a body reads after defaults.
 * The TypeScript types, the Terraform variable, the check of environment data and the docs all derive from it.
 */
export class Schema<In, Out, Optional extends boolean> {
  declare readonly in: In;
  declare readonly out: Out;
  declare readonly optional: Optional;
  constructor(
    readonly shape: Shape,
    readonly meta: AnyMeta,
    readonly nullable = false,
  ) {}

  /** Must never be a literal, and is never printed. */
  get isSecret(): boolean {
    return this.meta.sensitive === true || this.meta.ephemeral === true;
  }

  /** A key that may be left out. */
  get isOptional(): boolean {
    return this.nullable || this.meta.default !== undefined;
  }
}

// Where the type arguments do not matter.
type AnyMeta = Meta<any>;
export type AnySchema = Schema<any, any, boolean>;
/** Inputs by camelCase name. */
export type Inputs = Readonly<Record<string, AnySchema>>;

type Show<T> = { [K in keyof T]: T[K] } & {};
type OptionalKeys<F extends Inputs> = { [K in keyof F]: F[K]["optional"] extends true ? K : never }[keyof F];

/** What people write: optional keys may be left out. */
export type Data<F extends Inputs> = Show<
  { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: F[K]["in"] } & { readonly [K in OptionalKeys<F>]?: F[K]["in"] }
>;
/** What a body reads: every key is there. */
export type Value<F extends Inputs> = Show<{ readonly [K in keyof F]: F[K]["out"] }>;

type HasDefault<M> = M extends { readonly default: {} } ? true : false;

/** Text, UTF-8. */
export function text<const M extends Meta<string>>(meta: M = {} as M): Schema<string, string, HasDefault<M>> {
  return new Schema({ kind: "text" }, meta);
}

/** A number. The unit is in the name: `diskGib`, `retentionDays`. */
export function number<const M extends Meta<number>>(meta: M = {} as M): Schema<number, number, HasDefault<M>> {
  return new Schema({ kind: "number" }, meta);
}

/** True or false. The name is an adjective. */
export function flag<const M extends Meta<boolean>>(meta: M = {} as M): Schema<boolean, boolean, HasDefault<M>> {
  return new Schema({ kind: "flag" }, meta);
}

/** One of a few words. A word that came with a newer provider is written `{ value, since }`. */
export function choice<const V extends string, const M extends Meta<V>>(
  choices: readonly (V | { readonly value: V; readonly since: string })[],
  meta: M = {} as M,
): Schema<V, V, HasDefault<M>> {
  const words = choices.map((word) => (typeof word === "string" ? { value: word } : word));
  return new Schema({ kind: "choice", choices: words }, meta);
}

/** An ordered list. Not for collections of resources: those are maps. */
export function list<In, Out, const M extends Meta<readonly In[]>>(
  element: Schema<In, Out, boolean>,
  meta: M = {} as M,
): Schema<readonly In[], readonly Out[], HasDefault<M>> {
  refuseSecrets([element]);
  return new Schema({ kind: "list", element }, meta);
}

/** A keyed collection. Keys are the user's own words, known at plan, and are never renamed. */
export function map<In, Out, const M extends Meta<Readonly<Record<string, In>>>>(
  element: Schema<In, Out, boolean>,
  meta: M = {} as M,
): Schema<Readonly<Record<string, In>>, Readonly<Record<string, Out>>, HasDefault<M>> {
  refuseSecrets([element]);
  return new Schema({ kind: "map", element }, meta);
}

/** Named fields. */
export function object<F extends Inputs, const M extends Meta<Data<F>>>(
  fields: F,
  meta: M = {} as M,
): Schema<Data<F>, Value<F>, HasDefault<M>> {
  const reserved = Object.keys(fields).filter((name) => RESERVED_FIELDS.has(name));
  if (reserved.length > 0) throw new Error(`bug: ${reserved.join(", ")} cannot name a field: handles use it`);
  refuseSecrets(Object.values(fields));
  return new Schema({ kind: "object", fields }, meta);
}

/** Data of a shape that something else judges. For what environments say: no Terraform variable can hold it. */
export function plain<T>(meta: Meta<T> & { readonly default: T }): Schema<T, T, true>;
export function plain<T>(meta?: Meta<T>): Schema<T, T, false>;
export function plain<T>(meta: Meta<T> = {}): Schema<T, T, boolean> {
  return new Schema({ kind: "plain" }, meta);
}

/** May be left out or null: its presence decides whether something exists. */
export function nullable<In, Out>(schema: Schema<In, Out, boolean>): Schema<In | null, Out | null, true> {
  return new Schema<In | null, Out | null, true>(schema.shape, schema.meta, true);
}

/** The inputs that the target's provider has, by name. */
export function inputsAt(inputs: Inputs, target: Target | undefined): [string, AnySchema][] {
  return Object.entries(inputs).filter(([, schema]) => absenceAt(target, schema.meta.since) === undefined);
}

/** The words of a choice that the target's provider has. */
export function wordsAt(choices: readonly Choice[], target: Target): string[] {
  return choices.filter(({ since }) => absenceAt(target, since) === undefined).map(({ value }) => value);
}

/** What is said of an input: its doc, and the words of a choice that the doc does not name, if they are few. */
export function saidOf({ shape, meta }: AnySchema, target: Target): string | undefined {
  const doc = typeof meta.doc === "function" ? meta.doc((version) => has(target, version)) : meta.doc;
  const isList = shape.kind === "list";
  const chosen = isList ? shape.element.shape : shape;
  if (doc === undefined || chosen.kind !== "choice") return doc;
  const words = wordsAt(chosen.choices, target);
  if (words.length > MOST_WORDS || words.every((word) => doc.includes(`\`${word}\``))) return doc;
  return `${doc} ${isList ? "Any" : "One"} of ${words.map((word) => `\`${word}\``).join(", ")}.`;
}

/** More than these stand in the rules alone. */
const MOST_WORDS = 7;

/** The keys of things that must exist first. In a module a variable; in a stack a reference. Default: nothing to wait for. */
export function readiness(doc: string): Schema<readonly string[], readonly string[], true> {
  return list(text(), { doc, default: [] });
}

/** Terraform marks whole variables, so a secret inside another input would be in the open. */
function refuseSecrets(inner: readonly AnySchema[]): void {
  if (inner.some((schema) => schema.isSecret)) throw new Error("bug: a secret stands inside another input: only an input of its own can be sensitive or ephemeral");
}

const RESERVED_FIELDS = new Set(["at", "each", "toJSON", "toString", "valueOf", "then", "constructor"]);
