import { printable } from "./printable";

/**
 * Text of others, as text: nothing in it formats, links, mentions or breaks out. In one line, so that none begins with
 * a quick action of GitLab such as /merge.
 */
export function plain(text: string): string {
  // Mentions and references (@name, #12, !12, $12) are looked for in what was rendered: a space of no width parts them.
  return printable(text)
    .replaceAll(/[@#!%~&$](?=[\w"])/g, "$&\u200b")
    .replaceAll(/[\\`*_{}[\]<>&|~]/g, "\\$&")
    .replaceAll("$", "&#36;");
}

/** As code, also in a table, where a pipe ends a cell even between backticks. */
export function code(text: string): string {
  const line = printable(text);
  if (line !== "" && !/[`|]/.test(line)) return `\`${line}\``;
  return `<code>${line.replaceAll(/[!-/:-@[-`{-~]/g, (one) => `&#${one.charCodeAt(0)};`)}</code>`;
}

/** In lines that stand as they are, whatever they hold. */
export function quoted(text: string): string[] {
  const lines = text.split("\n").map(printable);
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return [`${fence}text`, ...lines, fence];
}

/** In HTML, as the summary of what is folded. */
export function summary(text: string): string {
  return `<summary>${printable(text).replaceAll(/[&<>"@#]/g, (one) => `&#${one.charCodeAt(0)};`)}</summary>`;
}
