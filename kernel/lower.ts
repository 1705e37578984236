import { refuseComment } from "./commented";
import { meaningOf, part } from "./expression";
import { joinTemplate, templateOf } from "./quote";

/**
 * The one place where handles become text. Literal strings are escaped, handles become `${…}`, and what the
 * target lacks disappears. The result is plain data that the bindings and JSON accept.
 */
export function lower(value: unknown): unknown {
  const meaning = meaningOf(value);
  if (meaning !== undefined) {
    if (meaning.absent !== undefined) return undefined;
    return meaning.pieces === undefined ? `\${${meaning.hcl}}` : joinTemplate(meaning.pieces, (text) => text);
  }
  if (typeof value === "string") return templateOf(value);
  if (Array.isArray(value)) return value.map(lower).filter((item) => item !== undefined);
  if (typeof value === "object" && value !== null) {
    refuseComment(value);
    // Terraform reads the keys of a JSON object as templates, too.
    const entries = Object.entries(value).map(([key, item]) => [templateOf(key), lower(item)] as const);
    return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
  }
  return value;
}

/** Addresses for `depends_on`: what the handles read. */
export function references(handles: readonly unknown[]): readonly string[] {
  return [...new Set(handles.flatMap((item) => part(item).references))];
}

export function mapValues(value: object, change: (item: unknown) => unknown): Record<string, unknown> {
  const entries = Object.entries(value).map(([key, item]) => [key, change(item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}
