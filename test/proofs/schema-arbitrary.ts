import fc from "fast-check";
import type { Inputs, Target } from "../../kernel";
import { withDefaults } from "../../kernel/check";
import type { AnySchema } from "../../kernel/schema";
import { absenceAt } from "../../kernel/target";
import { type AnyRule, boundsOf, elementRules, wordsOf } from "./rule-reading";
import { keyOf, textOf } from "./text-arbitrary";

// Each element is some resources to plan. Two are enough to be unlike, and zones go up to three.
const MOST_ELEMENTS = { list: 3, map: 2 };
const MOST_MISSES = 2000;

/** Data for a set of inputs: what may be left out is left out half of the time. Obeys the rules of each input. */
export function dataOf(inputs: Inputs, target: Target): fc.Arbitrary<Record<string, unknown>> {
  const there = Object.entries(inputs).filter(([, schema]) => absenceAt(target, schema.meta.since) === undefined);
  const fields = Object.fromEntries(there.map(([name, schema]) => [name, valueOf(schema, target, name)]));
  const requiredKeys = there.filter(([, schema]) => !schema.isOptional).map(([name]) => name);
  return fc.record(fields, { requiredKeys, noNullPrototype: true }) as fc.Arbitrary<Record<string, unknown>>;
}

/** A value of one input. `field` is its name, or that of the collection it stands in. */
export function valueOf(schema: AnySchema, target: Target, field: string, inherited: readonly AnyRule[] = []): fc.Arbitrary<unknown> {
  const rules = [...((schema.meta.rules ?? []) as readonly AnyRule[]), ...inherited];
  const value = shapeOf(schema, target, field, rules).filter(patient(field, (item) => rules.every((rule) => rule.holds(withDefaults(schema, item) as never))));
  return schema.nullable ? fc.option(value, { nil: null, freq: 3 }) : value;
}

function shapeOf({ shape }: AnySchema, target: Target, field: string, rules: readonly AnyRule[]): fc.Arbitrary<unknown> {
  const size: { min?: number; max?: number } = Object.assign({}, ...rules.map((rule) => boundsOf(rule, "length")));
  const most = shape.kind === "map" ? MOST_ELEMENTS.map : MOST_ELEMENTS.list;
  const [min, max] = [size.min ?? 0, Math.max(size.min ?? 0, Math.min(size.max ?? most, most))];
  switch (shape.kind) {
    case "text":
      return textOf(field, rules);
    case "flag":
      return fc.boolean();
    case "plain":
      throw new Error("bug: plain data stands in environments alone");
    case "number":
      return numberOf(rules);
    case "choice":
      return fc.constantFrom(...shape.choices.filter(({ since }) => absenceAt(target, since) === undefined).map(({ value }) => value));
    case "list":
      // Order matters in a list and repetition seldom makes sense in ours, so the rules of distinct ones cost no retries.
      return fc.uniqueArray(valueOf(shape.element, target, field, elementRules(rules)), { minLength: min, maxLength: max, selector: (item) => JSON.stringify(item) });
    case "map":
      return fc.dictionary(keyOf(field), valueOf(shape.element, target, elementField(shape.element, field)), { minKeys: min, maxKeys: max, noNullPrototype: true });
    case "object":
      return dataOf(shape.fields, target);
  }
}

/** What stands in a collection goes by the collection's name, but a map inside a map has keys of its own. */
export function elementField({ shape }: AnySchema, field: string): string {
  return shape.kind === "map" ? `${field}.*` : field;
}

function numberOf(rules: readonly AnyRule[]): fc.Arbitrary<number> {
  const words = rules.map(wordsOf).find((found) => found !== undefined) as readonly number[] | undefined;
  if (words !== undefined) return fc.constantFrom(...words);
  const { min = 0, max = 100 } = Object.assign({}, ...rules.map((rule) => boundsOf(rule, "value"))) as { min?: number; max?: number };
  // Mostly small, so that pairs such as least and most are often in order.
  return fc.oneof(fc.integer({ min, max: Math.min(max, min + 5) }), fc.integer({ min, max }));
}

/** A filter that says so when it would go on for ever. */
export function patient<T>(what: string, holds: (item: T) => boolean): (item: T) => boolean {
  let missed = 0;
  return (item) => {
    if (holds(item)) {
      missed = 0;
      return true;
    }
    if (++missed > MOST_MISSES) throw new Error(`bug: no value for ${what} obeys its rules in ${MOST_MISSES} tries, the last is ${JSON.stringify(item)}`);
    return false;
  };
}
