interface Reason {
  readonly path: string;
  readonly expected: string;
  /** JSON of what was found, or a word such as `none`. */
  readonly got: string;
  readonly why?: string;
  readonly try?: string;
  readonly rule: string;
}

/** Something the reader can put right: the commands print the message alone, without a stack, and exit with 1. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  static of({ path, expected, got, why, try: advice, rule }: Reason): Refusal {
    const clauses = [`${path}: expected ${expected}, got ${got}`];
    if (why !== undefined) clauses.push(why);
    if (advice !== undefined) clauses.push(`try ${advice}`);
    return new Refusal(`${clauses.join("; ")}   [${rule}]`);
  }
}
