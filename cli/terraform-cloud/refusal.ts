import { ProblemsError } from "../../kernel/problem";

/** `at` is the host, and what was asked of it. */
export function refusal(at: string, expected: string, got: unknown, suggestion?: string, rule = "cloud-answer"): ProblemsError {
  return new ProblemsError([{ path: at, expected, got, ...(suggestion !== undefined && { suggestion }), rule }]);
}
