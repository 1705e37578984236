import { endOfQuoted, next } from "../scan";

/** Expression text as pieces: plain text, and bracketed groups that a line can be broken in. */
export type Sequence = readonly (string | Group)[];

export interface Group {
  readonly open: "(" | "[" | "{";
  readonly items: readonly Sequence[];
  /** The group on one line. */
  readonly flat: string;
}

const CLOSE = { "(": ")", "[": "]", "{": "}" } as const;

/** Reads expression text. Quoted strings are pieces of their own, with whatever they interpolate. */
export function parseExpression(text: string): Sequence {
  const reader = { text, at: 0 };
  const [sequence, ...more] = readItems(reader, undefined);
  if (more.length > 0) throw new Error(`bug: a comma outside brackets: ${text}`);
  return sequence ?? [];
}

/** The sequence on one line. */
export function flat(sequence: Sequence): string {
  return sequence.map((piece) => (typeof piece === "string" ? piece : piece.flat)).join("");
}

export function close(group: Group): string {
  return CLOSE[group.open];
}

function groupOf(open: Group["open"], items: readonly Sequence[]): Group {
  const inner = items.map(flat).join(", ");
  const padding = open === "{" && inner !== "" ? " " : "";
  return { open, items, flat: open + padding + inner + padding + CLOSE[open] };
}

const MARK = /["([{)\]},]/g;

function readItems(reader: { text: string; at: number }, until: string | undefined): Sequence[] {
  const items: (string | Group)[][] = [[]];
  let start = reader.at;
  const flush = () => {
    // `terraform fmt` reads a minus after a name, and takes the keyword for one.
    if (reader.at > start) items.at(-1)!.push(reader.text.slice(start, reader.at).replace(/\bif -(?! )/g, "if - "));
  };
  for (;;) {
    const mark = next(MARK, reader.text, reader.at);
    reader.at = mark?.at ?? reader.text.length;
    if (mark === undefined) break;
    const char = mark.text;
    if (char === '"') {
      flush();
      const end = endOfQuoted(reader.text, reader.at) + 1;
      items.at(-1)!.push(reader.text.slice(reader.at, end));
      reader.at = start = end;
    } else if (char === "(" || char === "[" || char === "{") {
      flush();
      if (char !== "{") items.at(-1)!.push(...closeUp(items.at(-1)!.splice(-1), char));
      reader.at++;
      items.at(-1)!.push(groupOf(char, readItems(reader, CLOSE[char])));
      start = reader.at;
    } else if (char === until) {
      flush();
      reader.at++;
      return items.map(trimmed).filter((item) => item.length > 0);
    } else if (char === "," && until !== undefined && !startsWithFor(items.at(-1)!, reader.text.slice(start, reader.at))) {
      flush();
      reader.at++;
      start = reader.at;
      items.push([]);
    } else reader.at++;
  }
  if (until !== undefined) throw new Error(`bug: a bracket is not closed: ${reader.text}`);
  flush();
  return items.map(trimmed).filter((item) => item.length > 0);
}

/** `terraform fmt` writes `if(`, `in(` and `if[`: it takes the keyword for the name of a function or a list. */
function closeUp(last: readonly (string | Group)[], open: "(" | "["): (string | Group)[] {
  const keyword = open === "(" ? /\b(if|in) $/ : /\b(if) $/;
  return last.map((piece) => (typeof piece === "string" ? piece.replace(keyword, "$1") : piece));
}

/** The comma of `for key, value in …` separates no items. */
function startsWithFor(item: readonly (string | Group)[], pending: string): boolean {
  return item.length === 0 && /^\s*for\s+\w+$/.test(pending);
}

function trimmed(item: readonly (string | Group)[]): Sequence {
  const pieces = [...item];
  if (typeof pieces[0] === "string") pieces[0] = pieces[0].trimStart();
  const last = pieces.length - 1;
  if (typeof pieces[last] === "string") pieces[last] = pieces[last].trimEnd();
  return pieces.filter((piece) => piece !== "");
}
