/** Text as it stands inside a Terraform template: `${` and `%{` are doubled, so Terraform reads them as text. */
export function escapeTemplate(text: string): string {
  return text.replace(/([$%])\{/g, "$1$1{");
}

/** The inner part of a quoted HCL string, without template escapes. */
export function escapeQuoted(text: string): string {
  return text.replace(/[\\"\n\r\t]|[\u0000-\u001f\u007f]/g, (char) => {
    const short = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" }[char];
    return short ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

/** A quoted HCL string that Terraform reads as exactly `text`. */
export function quoted(text: string): string {
  return `"${escapeQuoted(escapeTemplate(text))}"`;
}

const RESERVED = new Set(["for", "if", "in", "null", "true", "false"]);

/** An object key: bare where HCL allows it, quoted elsewhere. */
export function objectKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && !RESERVED.has(key) ? key : quoted(key);
}

/** A value as an HCL literal, on one line. Strings are text, not templates. */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "object") {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    if (entries.length === 0) return "{}";
    return `{ ${entries.map(([key, item]) => `${objectKey(key)} = ${literal(item)}`).join(", ")} }`;
  }
  throw new Error(`bug: a ${typeof value} has no HCL literal`);
}
