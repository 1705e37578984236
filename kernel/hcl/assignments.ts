import { commentLines } from "./comment";
import { alignAssignments } from "./layout";

export interface Assignment {
  readonly key: string;
  readonly value: string;
  /** What is said above it. */
  readonly why: string | undefined;
}

/** `key = value` a line. A comment ends the lines whose equals signs stand below each other. */
export function assignmentLines(assignments: readonly Assignment[], depth: number): string[] {
  const runs = assignments.reduce<Assignment[][]>((all, next) => (next.why === undefined && all.length > 0 ? [...all.slice(0, -1), [...all.at(-1)!, next]] : [...all, [next]]), []);
  return runs.flatMap((run) => [...commentLines(run[0]!.why, "  ".repeat(depth)), ...alignAssignments(run, depth)]);
}
