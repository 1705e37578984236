import type { Counts } from "../../report/review";

interface Words {
  /** Terraform's. */
  readonly sign: string;
  /** What a plan does. */
  readonly does: string;
  /** What is to be done, as Terraform's last line counts it. */
  readonly to: string;
}

/** The worst first. */
export const verbs: Readonly<Record<keyof Counts, Words>> = {
  replace: { sign: "-/+", does: "replaces", to: "replace" },
  delete: { sign: "-", does: "destroys", to: "destroy" },
  forget: { sign: ".", does: "forgets", to: "forget" },
  update: { sign: "~", does: "changes", to: "change" },
  create: { sign: "+", does: "creates", to: "add" },
  import: { sign: "=", does: "imports", to: "import" },
  move: { sign: ">", does: "moves", to: "move" },
};

export function worstOf(counts: Counts): keyof Counts | undefined {
  return (Object.keys(verbs) as (keyof Counts)[]).find((verb) => counts[verb] > 0);
}
