/** Index of the quote that closes the one at `start`, past nested templates. */
export function endOfQuoted(hcl: string, start: number): number {
  for (let i = start + 1; i < hcl.length; i++) {
    const char = hcl[i]!;
    if (char === "\\") i++;
    else if (char === '"') return i;
    else if ((char === "$" || char === "%") && hcl[i + 1] === char && hcl[i + 2] === "{") i += 2;
    else if ((char === "$" || char === "%") && hcl[i + 1] === "{") i = endOfInterpolation(hcl, i + 2);
  }
  throw new Error(`bug: an HCL string has no end: ${hcl}`);
}

/** Index of the brace that closes an interpolation whose inner part starts at `start`. */
export function endOfInterpolation(hcl: string, start: number): number {
  let depth = 1;
  for (let i = start; i < hcl.length; i++) {
    const char = hcl[i]!;
    if (char === '"') i = endOfQuoted(hcl, i);
    else if (char === "{") depth++;
    else if (char === "}" && --depth === 0) return i;
  }
  throw new Error(`bug: an interpolation has no end: ${hcl}`);
}
