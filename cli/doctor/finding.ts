/** One thing that is wrong around an environment, and what mends it. */
export interface Finding {
  /** Kebab-case, listed in docs/doctor.md. */
  readonly id: string;
  /** The stack, where it is about one. */
  readonly layer?: string;
  readonly found: string;
  readonly means: string;
  /** Lines for a shell; a line that begins with `#` is for the reader. */
  readonly mend: readonly string[];
}

/** A place of `lines` for one reader. */
export function findingLines({ id, layer, found, means, mend }: Finding): string[] {
  const [first = "", ...others] = mend;
  return [`${layer === undefined ? "" : `${layer}  `}${id}`, `  found  ${found}`, `  means  ${means}`, `  mend   ${first}`, ...others.map((line) => `         ${line}`)];
}

/** A word of a command, as a POSIX shell takes it. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
