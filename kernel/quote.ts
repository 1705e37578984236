/** Text as it stands inside a Terraform template: `${` and `%{` are doubled, so Terraform reads them as text. */
export function escapeTemplate(text: string): string {
  return text.replace(/([$%])\{/g, "$1$1{");
}

/** A string of Terraform JSON that Terraform reads as exactly `text`. It drops a byte order mark at the very start. */
export function templateOf(text: string): string {
  return text.startsWith("\ufeff") ? `\${${quoted(text)}}` : escapeTemplate(text);
}

/** A piece of a template: text as it is, or an expression. */
export type TemplatePiece = string | { readonly hcl: string };

/** The template that `pieces` make. `escape` is what literal text needs where the template stands. */
export function joinTemplate(pieces: readonly TemplatePiece[], escape: (text: string) => string): string {
  const joined = pieces.reduce<TemplatePiece[]>((sum, piece) => {
    const last = sum.at(-1);
    // Joined before they are escaped: "$" and "{" may come from two sides.
    return typeof piece === "string" && typeof last === "string" ? [...sum.slice(0, -1), last + piece] : [...sum, piece];
  }, []);
  return joined
    .map((piece, index) => {
      if (typeof piece !== "string") return `\${${piece.hcl}}`;
      // A "$" before an interpolation would read as its escape.
      const [dollars = ""] = index < joined.length - 1 ? (/\$+$/.exec(piece) ?? []) : [];
      const text = escape(escapeTemplate(piece.slice(0, piece.length - dollars.length)));
      return dollars === "" ? text : `${text}\${"${dollars}"}`;
    })
    .join("");
}

/** The inner part of a quoted HCL string, without template escapes. */
export function escapeQuoted(text: string): string {
  return text.replace(/[\\"\n\r\t\ufeff]|[\u0000-\u001f\u007f]/g, (char) => {
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
  return isBareKey(key) ? key : quoted(key);
}

export function isBareKey(key: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_-]*$/.test(key) && !RESERVED.has(key);
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
