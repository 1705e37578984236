import type { InputInterface, InputType } from "../../kernel/interface/input-interface";
import { addition, type Finding } from "./finding";

type Named<T> = Readonly<Record<string, T>>;
type Place = Pick<Finding, "place" | "name">;

/** What callers of `before` find otherwise in `after`: of inputs, or of the fields of an object. */
export function inputFindings(before: Named<InputInterface>, after: Named<InputInterface>, outer?: Place): Finding[] {
  const placeOf = (name: string): Place => (outer === undefined ? { place: `input ${name}`, name } : { place: `${outer.place}.${name}`, name: outer.name });
  const vanished = Object.keys(before).filter((name) => !(name in after)).map((name): Finding => ({
    ...placeOf(name),
    weight: "break",
    expected: "to stay",
    got: undefined,
    why: outer === undefined ? "Terraform refuses callers who give it" : "Terraform ignores without a word what callers give",
    suggestion: "declare it again, beside what takes its place",
    rule: "input-vanished",
  }));
  const kept = Object.keys(before).filter((name) => name in after).flatMap((name) => valueFindings(before[name]!, after[name]!, placeOf(name)));
  const added = Object.entries(after).filter(([name]) => !(name in before)).map(([name, input]) => {
    if (input.required !== true) return addition(placeOf(name).place);
    return { ...placeOf(name), ...required };
  });
  return [...vanished, ...kept, ...added];
}

const required = {
  weight: "break",
  expected: "to be optional",
  got: "required",
  why: "callers do not give it yet",
  suggestion: "a default, or nullable",
  rule: "input-required",
} as const;

function valueFindings(before: InputInterface, after: InputInterface, place: Place): Finding[] {
  const shape = [...presenceFindings(before, after, place), ...typeFindings(before.type, after.type, place)];
  const isBroken = shape.some((finding) => finding.weight === "break" && finding.place === place.place);
  return [...shape, ...(isBroken ? [] : defaultFindings(before, after, place)), ...choiceFindings(before, after, place), ...ruleFindings(before, after, place)];
}

function presenceFindings(before: InputInterface, after: InputInterface, place: Place): Finding[] {
  const isElement = !("default" in before) && before.required !== true;
  if (isElement) return [];
  const found: Finding[] = [];
  if (after.required === true && before.required !== true) found.push({ ...place, ...required });
  else if (before.required === true && after.required !== true) found.push(addition(place.place));
  if (before.nullable === true && after.nullable !== true) found.push({ ...place, weight: "break", expected: "to take null", got: "not nullable", why: "callers may give null", rule: "input-not-null" });
  else if (after.nullable === true && before.nullable !== true) found.push(addition(place.place));
  if (before.ephemeral === true && after.ephemeral !== true) found.push({ ...place, weight: "break", expected: "to take ephemeral values", got: "not ephemeral", why: "callers may give one", rule: "input-not-ephemeral" });
  return found;
}

function defaultFindings(before: InputInterface, after: InputInterface, place: Place): Finding[] {
  if (!("default" in before) || !("default" in after) || same(before.default, after.default)) return [];
  return [{ ...place, weight: "told", expected: `the default ${JSON.stringify(before.default)}`, got: after.default, why: "it changes for callers who do not give it", rule: "input-default" }];
}

/** Which conversions Terraform makes by itself: https://developer.hashicorp.com/terraform/language/expressions/types#type-conversion (read 2026-11-22). */
function typeFindings(before: InputType, after: InputType, place: Place): Finding[] {
  if (typeof before === "object" && typeof after === "object") {
    if ("object" in before && "object" in after) return inputFindings(before.object, after.object, place);
    if ("list" in before && "list" in after) return valueFindings(before.list, after.list, { ...place, place: `${place.place}[*]` });
    if ("map" in before && "map" in after) return valueFindings(before.map, after.map, { ...place, place: `${place.place}[*]` });
  }
  if (before === after) return [];
  if (after === "string" && (before === "number" || before === "bool")) return [addition(place.place)];
  return [{ ...place, weight: "break", expected: `the type ${kindOf(before)}`, got: kindOf(after), why: "Terraform does not convert what callers give, or drops a part of it", rule: "input-type" }];
}

function kindOf(type: InputType): string {
  return typeof type === "string" ? type : Object.keys(type)[0]!;
}

function choiceFindings(before: InputInterface, after: InputInterface, place: Place): Finding[] {
  if (after.choices === undefined) return before.choices === undefined ? [] : [addition(place.place)];
  if (before.choices === undefined) return typeof before.type === "string" ? [{ ...place, weight: "break", expected: "any text", got: after.choices, why: "callers may give another word", rule: "input-choice" }] : [];
  const gone = before.choices.filter((word) => !after.choices!.includes(word));
  const added = after.choices.some((word) => !before.choices!.includes(word));
  return [
    ...gone.map((word): Finding => ({ ...place, weight: "break", expected: `the choice ${word}`, got: after.choices, why: "callers may give it", rule: "input-choice" })),
    ...(added ? [addition(place.place)] : []),
  ];
}

/** Whether a sentence allows less than another is for people to say. */
function ruleFindings({ rules: before = {} }: InputInterface, { rules: after = {} }: InputInterface, place: Place): Finding[] {
  const changed = Object.entries(after).filter(([id, sentence]) => before[id] !== sentence);
  const gone = Object.keys(before).some((id) => !(id in after));
  return [
    ...changed.map(([id, sentence]): Finding => ({
      ...place,
      weight: "told",
      expected: before[id] === undefined ? `no rule ${id}` : `${id} to allow ${before[id]}`,
      got: sentence,
      why: "what callers give may be refused",
      rule: "input-rule",
    })),
    ...(gone ? [addition(place.place)] : []),
  ];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** Order among the keys of an object says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}
