import fc from "fast-check";

/** Text that has hurt somebody: quotes, escapes, templates, line ends, control characters, scripts. */
export const nastyTexts: readonly string[] = [
  "",
  " ",
  '"',
  "'",
  "\\",
  "\\\\",
  '\\"',
  "\\n",
  "\\u0041",
  "$",
  "%",
  "{",
  "}",
  "${",
  "%{",
  "$${",
  "$$${",
  "$$$${",
  "%%{",
  "%%%{",
  "${}",
  "${var.it}",
  "$${var.it}",
  "$$${var.it}",
  "%{ if true }yes%{ endif }",
  "%%{ if true }",
  "$%{",
  "%${",
  "$${%%{",
  "$\\{",
  '${"${"}',
  "a$",
  "$a",
  "100% ${sure}",
  "line\nbreak",
  "\n",
  "\r",
  "line\r\nbreak\r\n",
  "\ttab\t",
  "\u0001\u0007\u001b\u001f\u007f",
  "<<EOT\n${x}\nEOT",
  "# no comment",
  "// no comment /* nor this */",
  "a, b = c : d ? e => f",
  "a ? b : c && d || e",
  "(([[{{",
  "}}]]))",
  " if for in ",
  "for",
  "null",
  "true",
  "1e3",
  "0x10",
  "é",
  "ß ſ İ ı",
  "日本語",
  "👩‍👩‍👧‍👦 emoji 🇳🇱",
  "\u2028\u2029\u00a0\u200b",
  "\ufeff starts with a byte order mark",
  "kube-proxy",
  "Kube_Proxy",
  "a.b.c/d",
  "key = value",
  "*",
  ".*.",
  "== undefined",
  "<script>&amp;</script>",
  "__proto__",
  "constructor",
  "overrides",
];

/** Terraform keeps all text in this form, whatever was written. */
export function asTerraformKeepsIt<T>(value: T): T {
  if (typeof value === "string") return value.normalize("NFC") as T;
  if (Array.isArray(value)) return value.map(asTerraformKeepsIt) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key.normalize("NFC"), asTerraformKeepsIt(item)])) as T;
}

const SEED = 20261121;
const character = fc.constantFrom(..."${%}\"\\\n\r\t\u0001 a=:?,()[]<~'#/é👍", "$${", "%%{", "\u0000");

export function sample<T>(arbitrary: fc.Arbitrary<T>, count: number): T[] {
  return fc.sample(arbitrary, { seed: SEED, numRuns: count });
}

/** Text of the characters that mean something somewhere, and any Unicode. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.array(character, { maxLength: 12 }).map((parts) => parts.join("")) },
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

/** Data of any shape that Terraform can hold. */
export const anyData: fc.Arbitrary<unknown> = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(anyText, fc.integer(), fc.boolean(), fc.constantFrom(null, 0, 0.1, 1e21, 1e-9, -2.5)),
    fc.array(tie("data"), { maxLength: 4 }),
    fc.dictionary(anyText, tie("data"), { maxKeys: 4 }),
  ),
})).data;
