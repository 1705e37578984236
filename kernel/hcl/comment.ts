/** Width that a comment is broken at. */
const WIDTH = 100;

/** A comment as lines, `pad` in; without one, none. */
export function commentLines(text: string | undefined, pad = ""): string[] {
  if (text === undefined) return [];
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > WIDTH) lines.push(`${pad}# ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
