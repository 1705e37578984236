const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const wide = /\p{Emoji_Presentation}|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff01-\uff60]/u;

// Soft hyphens, spaces of no width, tags, and what turns the direction of text. Joiners stay: scripts and emoji need them.
const unseen = /(?![\n\t])[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;

/**
 * With nothing that steers a terminal or does not show: a plan holds what somebody wrote, and a reviewer must see what is
 * there. Trojan source: CVE-2021-42574.
 */
export function visible(text: string): string {
  return text.replaceAll(unseen, (one) => `\\u${one.codePointAt(0)!.toString(16).padStart(4, "0")}`);
}

/** The same in one line. */
export function printable(text: string): string {
  return visible(text.replaceAll(/\s*\n\s*|\t/g, " "));
}

/** How many columns of a terminal it takes. */
export function columnsOf(text: string): number {
  return /^[ -~]*$/.test(text) ? text.length : split(text).reduce((sum, one) => sum + widthOf(one), 0);
}

/** The beginning, where it is too long. */
export function cutEnd(text: string, columns: number): string {
  return columnsOf(text) <= columns ? text : `${taken(split(text), columns - 1).join("")}…`;
}

/** Beginning and end, where it is too long: of an address both matter. */
export function cutMiddle(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  const tail = taken(split(text).reverse(), Math.floor((columns - 1) / 2)).reverse();
  return `${taken(split(text), columns - 1 - columnsOf(tail.join(""))).join("")}…${tail.join("")}`;
}

/** In lines of at most so many columns, broken between words where one fits. */
export function wrapped(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ").flatMap((long) => pieces(long, columns))) {
    const line = lines.at(-1);
    if (line !== undefined && columnsOf(line) + 1 + columnsOf(word) <= columns) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function pieces(word: string, columns: number): string[] {
  if (columnsOf(word) <= columns) return [word];
  const head = taken(split(word), columns).join("");
  return head === "" ? [word] : [head, ...pieces(word.slice(head.length), columns)];
}

function taken(characters: readonly string[], columns: number): string[] {
  let sum = 0;
  const end = characters.findIndex((one) => (sum += widthOf(one)) > columns);
  return characters.slice(0, end === -1 ? undefined : end);
}

function widthOf(grapheme: string): number {
  return wide.test(grapheme) ? 2 : 1;
}

function split(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}
