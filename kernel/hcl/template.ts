import { endOfInterpolation, next } from "../scan";
import { escapeQuoted, isBareKey, literal as literalOf } from "../quote";

/** A string of Terraform JSON, which is a template, as an HCL expression. */
export function expressionOf(template: string): string {
  const parts = split(template);
  const [only] = parts;
  if (parts.length === 1 && only!.expression !== undefined) return only!.expression;
  return `"${parts.map((part) => (part.expression === undefined ? escapeQuoted(part.text) : `\${${part.expression}}`)).join("")}"`;
}

/**
 * The same for a message. One that looks something up is joined from its parts, so that what it looks up can be laid out:
 * a line inside quotes cannot be broken.
 */
export function messageOf(template: string): string {
  const parts = split(template);
  if (!parts.some(({ expression }) => expression !== undefined && /\bfor\b/.test(expression))) return expressionOf(template);
  return `join("", [${parts.map(({ text, expression }) => expression ?? `"${escapeQuoted(text)}"`).join(", ")}])`;
}

/** A value of Terraform JSON as an HCL expression on one line. Strings are templates. */
export function valueOf(value: unknown): string {
  if (typeof value === "string") return expressionOf(value);
  if (Array.isArray(value)) return `[${value.map(valueOf).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0) return "{}";
    return `{ ${entries.map(([key, item]) => `${keyOf(key)} = ${valueOf(item)}`).join(", ")} }`;
  }
  return literalOf(value);
}

/** Keys are templates, as values are. */
function keyOf(key: string): string {
  if (isBareKey(key)) return key;
  const expression = expressionOf(key);
  return expression.startsWith('"') ? expression : `(${expression})`;
}

/** Literal text, escapes kept, or an expression. */
export interface Part {
  readonly text: string;
  readonly expression?: string;
}

const MARK = /(?:\$\$|%%)\{|\$\{/g;

/** A template in pieces. */
export function split(template: string): Part[] {
  const parts: Part[] = [];
  let literal = "";
  let at = 0;
  for (let mark = next(MARK, template, at); mark !== undefined; mark = next(MARK, template, at)) {
    literal += template.slice(at, mark.at);
    at = mark.end;
    if (mark.text !== "${") literal += mark.text;
    else {
      const end = endOfInterpolation(template, at);
      if (literal !== "") parts.push({ text: literal });
      parts.push({ text: "", expression: template.slice(at, end) });
      literal = "";
      at = end + 1;
    }
  }
  literal += template.slice(at);
  if (literal !== "" || parts.length === 0) parts.push({ text: literal });
  return parts;
}
