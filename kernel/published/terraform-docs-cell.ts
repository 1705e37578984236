/** Text in a cell of a table, escaped as terraform-docs does it, its oddities included. It knows no fenced code here. */
export function cell(text: string): string {
  const piped = outsideCode(text, (words) => words.replaceAll("|", "\\|"));
  const escaped = outsideCode(piped, (words) => words.split("\n").map(withoutEmphasis).join("\n"));
  const lines = escaped.trim().replaceAll(/(?: {2})?\n/g, "<br/>");
  return lines === "" ? "n/a" : lines.replaceAll(/[a-z][a-z+.-]*:\/\/[^\s<>"`]+/gi, (address) => address.replaceAll("\\", ""));
}

/** Code in a cell: `<pre>` where it takes several lines. */
export function codeCell(code: string): string {
  return code.includes("\n") ? `<pre>${code.replaceAll("\n", "<br/>")}</pre>` : cell(`\`${code}\``);
}

/** What stands between backticks is left as it is. One that is never closed is closed at the end. */
function outsideCode(text: string, change: (words: string) => string): string {
  let inCode = text.startsWith("`");
  let result = "";
  for (const part of text.split("`").filter((piece) => piece !== "")) {
    result += inCode ? `\`${part}\`` : change(part);
    inCode = !inCode;
  }
  return result;
}

/** Underscores of a line as text, but for a pair around words, which may be emphasis. */
function withoutEmphasis(line: string): string {
  const kept = (underscores: string) => underscores.replaceAll("_", "\0");
  return line
    .replace(/^(\s*)(_+)(?=\s)/, (_, before: string, own: string) => before + kept(own))
    .replace(/(\s)(_+)([^\s_].*[^\s_])(_+)(?=\s)/, (_, before: string, opening: string, words: string, closing: string) => before + kept(opening) + words + kept(closing))
    .replaceAll("_", "\\_")
    .replaceAll("\0", "_");
}
