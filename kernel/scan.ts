const IN_QUOTES = /\\[^]|"|(?:\$\$|%%)\{|[$%]\{/g;
const IN_EXPRESSION = /["{}]/g;

/** Index of the quote that closes the one at `start`, past nested templates. */
export function endOfQuoted(hcl: string, start: number): number {
  for (let mark = next(IN_QUOTES, hcl, start + 1); mark !== undefined; ) {
    if (mark.text === '"') return mark.at;
    const opens = mark.text === "${" || mark.text === "%{";
    mark = next(IN_QUOTES, hcl, opens ? endOfInterpolation(hcl, mark.end) + 1 : mark.end);
  }
  throw new Error(`bug: an HCL string has no end: ${hcl}`);
}

/** Index of the brace that closes an interpolation whose inner part starts at `start`. */
export function endOfInterpolation(hcl: string, start: number): number {
  let depth = 1;
  for (let mark = next(IN_EXPRESSION, hcl, start); mark !== undefined; ) {
    if (mark.text === "{") depth++;
    else if (mark.text === "}" && --depth === 0) return mark.at;
    mark = next(IN_EXPRESSION, hcl, mark.text === '"' ? endOfQuoted(hcl, mark.at) + 1 : mark.end);
  }
  throw new Error(`bug: an interpolation has no end: ${hcl}`);
}

/** The next match of a global pattern from `from` on. The text between is passed over by the pattern, not by a loop. */
export function next(pattern: RegExp, text: string, from: number): { readonly text: string; readonly at: number; readonly end: number } | undefined {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found === null ? undefined : { text: found[0], at: found.index, end: pattern.lastIndex };
}
