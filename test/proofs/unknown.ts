import type { Inputs } from "../../kernel";
import { raw } from "../../kernel/expression";
import type { AnySchema } from "../../kernel/schema";

/** A resource of Terraform itself whose id nobody knows before apply. */
export const unknownSource = { terraform_data: { unknown: { input: "known after apply" } } };

const unknownText = raw<string>("terraform_data.unknown.id", ["terraform_data.unknown"]);
/** A list whose length is known, as that of a resource's ids is. */
const unknownList = raw<readonly string[]>("[terraform_data.unknown.id]", ["terraform_data.unknown"]);
const wholeUnknownList = raw<readonly string[]>('split(",", terraform_data.unknown.id)', ["terraform_data.unknown"]);

type Choose = (path: string, kind: "text" | "list") => boolean | "whole";

/** The data with references that are known after apply only in the texts and lists of texts that `choose` takes. */
export function withUnknowns(inputs: Inputs, data: Readonly<Record<string, unknown>>, choose: Choose): Record<string, unknown> {
  return replacedFields(inputs, data, "", choose) as Record<string, unknown>;
}

/** Paths of the texts and lists of texts in the data, or of the lists alone, `*` for any key of a map. */
export function textPaths(inputs: Inputs, data: Readonly<Record<string, unknown>>, lists: "lists" | "all" = "all"): string[] {
  const found = new Set<string>();
  withUnknowns(inputs, data, (path, kind) => {
    if (lists === "all" || kind === "list") found.add(path);
    return false;
  });
  return [...found];
}

function replacedFields(inputs: Inputs, data: Readonly<Record<string, unknown>>, path: string, choose: Choose): unknown {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, replaced(inputs[name]!, value, path === "" ? name : `${path}.${name}`, choose)]));
}

function replaced(schema: AnySchema, value: unknown, path: string, choose: Choose): unknown {
  const { shape } = schema;
  if (value === null || value === undefined) return value;
  if (shape.kind === "text") return choose(path, "text") === false ? value : unknownText;
  if (shape.kind === "list" && shape.element.shape.kind === "text") {
    const chosen = choose(path, "list");
    if (chosen === false) return value;
    return chosen === "whole" ? wholeUnknownList : unknownList;
  }
  if (shape.kind === "object") return replacedFields(shape.fields, value as Record<string, unknown>, path, choose);
  if (shape.kind !== "map") return value;
  return Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, replaced(shape.element, item, `${path}.*`, choose)]));
}
