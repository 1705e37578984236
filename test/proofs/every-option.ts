import fc from "fast-check";
import type { Inputs, Target } from "../../kernel";
import { withDefaults } from "../../kernel/check";
import type { AnySchema } from "../../kernel/schema";
import { absenceAt } from "../../kernel/target";
import { floor } from "../synth";
import type { Instance } from "./both-bindings";
import { cover, merged } from "./few-sets";
import { elementField, valueOf } from "./schema-arbitrary";
import { type Data, hidden, problemsOfData, type Subject } from "./subjects";
import { keyOf } from "./text-arbitrary";
import { textPaths } from "./unknown";

const SEED = 20261121;

/**
 * Sets of inputs in which every option stands at least once: every field, word of a choice, flag both ways, null where
 * it may be, empty collections, every text once known and once unknown, and every list of texts once unknown as a whole.
 */
export function everyOption(subject: Subject): { readonly instances: readonly Instance[]; readonly missing: readonly string[] } {
  const { inputs } = subject.definition;
  const fits = (data: Data) => problemsOfData(subject, data, floor).length === 0;
  const { many, single } = variantsOfFields(inputs, floor, subject.start ?? {});
  const sets = [...many, ...single].map((data) => subject.sensible(data)).filter(fits);
  const options = (data: Data) => optionsIn(inputs, data);
  const take = (data: Data) => [subject.sensible(data)].find(fits);
  const known = merged(inputs, cover(sets, options), options, take).map(({ data }) => data);
  const unknowable = (data: Data, lists?: "lists") => textPaths(inputs, data, lists).filter((path) => !subject.structural.includes(path));
  const parts = cover([...known, ...sets], (data) => unknowable(data)).map(({ data }) => hidden(subject, data, () => true));
  const wholes = cover([...known, ...sets], (data) => unknowable(data, "lists")).map(({ data }) => hidden(subject, data, () => "whole"));
  const covered = new Set(known.flatMap(options));
  return {
    instances: [...known.map((data) => hidden(subject, data, () => false)), ...parts, ...wholes].map((given) => ({ subject, given })),
    missing: optionsOf(inputs, "").filter((option) => !covered.has(option)),
  };
}

/** Sets that differ from the least in one field (`single`), or in as many as there are variants for (`many`). */
function variantsOfFields(fields: Inputs, target: Target, start: Data): { readonly many: Data[]; readonly single: Data[] } {
  const there = Object.entries(fields).filter(([, schema]) => absenceAt(target, schema.meta.since) === undefined);
  const variants = Object.fromEntries(there.map(([name, schema]) => [name, variantsOf(schema, target, name)]));
  const required = there.filter(([, schema]) => !schema.isOptional).map(([name]) => [name, variants[name]![0]] as const);
  const least: Data = { ...Object.fromEntries(required), ...start };
  const longest = Math.max(1, ...Object.values(variants).map((values) => values.length));
  const round = (index: number) => Object.fromEntries(there.flatMap(([name]) => (index < variants[name]!.length ? [[name, variants[name]![index]]] : [])));
  return {
    many: Array.from({ length: longest }, (_, index) => ({ ...least, ...round(index) })),
    single: [least, ...there.flatMap(([name]) => variants[name]!.map((value) => ({ ...least, [name]: value })))],
  };
}

function variantsOf(schema: AnySchema, target: Target, field: string): unknown[] {
  const { shape } = schema;
  const sample = () => fc.sample(valueOf({ ...schema, shape, nullable: false } as AnySchema, target, field), { numRuns: 2, seed: SEED });
  const obeys = (value: unknown) => ((schema.meta.rules ?? []) as readonly { holds(value: unknown): boolean }[]).every((rule) => rule.holds(withDefaults(schema, value)));
  const values = ((): unknown[] => {
    if (shape.kind === "choice") return shape.choices.filter(({ since }) => absenceAt(target, since) === undefined).map(({ value }) => value);
    if (shape.kind === "flag") return [true, false];
    if (shape.kind === "object") return objects(variantsOfFields(shape.fields, target, {}), obeys);
    if (shape.kind === "map") {
      const all = maps(variantsOf(shape.element, target, elementField(shape.element, field)), field);
      return [...all.flatMap((one) => (obeys(one) ? [one] : apart(withOwnTexts(shape.element, target, one), obeys))), {}, ...sample()];
    }
    if (shape.kind === "list" && shape.element.shape.kind !== "text") return [variantsOf(shape.element, target, field), ...variantsOf(shape.element, target, field).map((item) => [item]), []];
    return shape.kind === "list" ? [...sample(), []] : sample();
  })().filter(obeys);
  return schema.nullable ? [...values, null] : values;
}

/**
 * The least object, then those that hold much, then the rest. One that breaks a rule by what it lacks gets a field or two
 * of others, so that its own is not lost.
 */
function objects({ many, single }: ReturnType<typeof variantsOfFields>, obeys: (value: unknown) => boolean): Data[] {
  const whole = single.flatMap((object) => {
    if (obeys(object)) return [object];
    const pairs = function* () {
      for (const donor of single) yield* single.map((second) => ({ ...donor, ...second, ...object }));
    };
    const other = single.map((donor) => ({ ...donor, ...object })).find(obeys) ?? [...pairs()].find(obeys);
    return other === undefined ? [] : [other];
  });
  const packed = many.filter(obeys);
  const held = new Set(packed.flatMap((object) => Object.entries(object).map((field) => JSON.stringify(field))));
  return [...whole.slice(0, 1), ...packed, ...whole.slice(1).filter((object) => Object.entries(object).some((field) => !held.has(JSON.stringify(field))))];
}

/** The same elements with required texts, and lists of them, of their own, where no two may have the same. */
function withOwnTexts({ shape }: AnySchema, target: Target, elements: Data): Data {
  if (shape.kind !== "object") return elements;
  const texts = Object.entries(shape.fields).filter(([, { shape: inner, isOptional }]) => !isOptional && (inner.kind === "text" || (inner.kind === "list" && inner.element.shape.kind === "text")));
  const own = (index: number) => texts.map(([name, schema]) => [name, fc.sample(valueOf(schema, target, name), { numRuns: index + 1, seed: SEED })[index]]);
  return Object.fromEntries(Object.entries(elements).map(([key, element], index) => [key, { ...element, ...Object.fromEntries(own(index)) }]));
}

/** The same elements, each alone where they do not go together. */
function apart(elements: Data, obeys: (value: unknown) => boolean): Data[] {
  return obeys(elements) ? [elements] : Object.entries(elements).map(([key, element]) => ({ [key]: element }));
}

/** Maps that hold every variant, unlike elements side by side. */
function maps(variants: readonly unknown[], field: string): Data[] {
  const keys = [...new Set(fc.sample(keyOf(field), { numRuns: 60, seed: SEED }))];
  const chunks = Array.from({ length: Math.ceil(variants.length / keys.length) }, (_, index) => variants.slice(index * keys.length, (index + 1) * keys.length));
  return chunks.map((chunk) => Object.fromEntries(keys.map((key, index) => [key, chunk[index % chunk.length]])));
}

/** What can be chosen, by path: `endpoint.private=false`, `tags=empty`, `nat=perZone`, `podSubnets=null`. */
function optionsOf(fields: Inputs, path: string): string[] {
  return Object.entries(fields)
    .filter(([, schema]) => absenceAt(floor, schema.meta.since) === undefined)
    .flatMap(([name, schema]) => optionsOfSchema(schema, path === "" ? name : `${path}.${name}`));
}

function optionsOfSchema(schema: AnySchema, path: string): string[] {
  const { shape } = schema;
  const own = schema.nullable ? [`${path}=null`] : [];
  if (shape.kind === "choice") return [...own, ...shape.choices.filter(({ since }) => absenceAt(floor, since) === undefined).map(({ value }) => `${path}=${value}`)];
  if (shape.kind === "flag") return [...own, `${path}=true`, `${path}=false`];
  if (shape.kind === "object") return [...own, path, ...optionsOf(shape.fields, path)];
  if (shape.kind !== "list" && shape.kind !== "map") return [...own, path];
  const mayBeEmpty = ((schema.meta.rules ?? []) as readonly { holds(value: unknown): boolean }[]).every((rule) => rule.holds(shape.kind === "list" ? [] : {}));
  return [...own, ...(mayBeEmpty ? [`${path}=empty`] : []), ...optionsOfSchema(shape.element, `${path}.*`)];
}

function optionsIn(fields: Inputs, data: Data, path = ""): string[] {
  return Object.entries(data).flatMap(([name, value]) => optionsInValue(fields[name]!, value, path === "" ? name : `${path}.${name}`));
}

function optionsInValue({ shape }: AnySchema, value: unknown, path: string): string[] {
  if (value === null) return [`${path}=null`];
  if (shape.kind === "choice" || shape.kind === "flag") return [`${path}=${String(value)}`];
  if (shape.kind === "object") return [path, ...optionsIn(shape.fields, value as Data, path)];
  if (shape.kind !== "list" && shape.kind !== "map") return [path];
  const items = Object.values(value as object);
  return items.length === 0 ? [`${path}=empty`] : items.flatMap((item) => optionsInValue(shape.element, item, `${path}.*`));
}
