import type { Problem } from "../../kernel";
import { nearest } from "../../kernel/nearest";
import type { GuardFinding } from "../report/review";
import type { Allowed } from "../report/review-input";
import { matches } from "./guard-findings";
import { guardIds } from "./guard-list";

/** Overrides that nobody can mean: of a guard that does not exist, or without a reason. `path` says where each stands. */
export function overrideProblems(allowed: readonly Allowed[], path: (one: Allowed) => string): Problem[] {
  return allowed.flatMap((one) => [...unknownGuard(one, path(one)), ...withoutReason(one, path(one))]);
}

/** Overrides for which there is nothing to let pass. They would do so one day when nobody remembers them. */
export function unusedOverrides(allowed: readonly Allowed[], findings: readonly GuardFinding[]): Allowed[] {
  return allowed.filter((one) => !findings.some((finding) => matches(one, finding)));
}

function unknownGuard({ guard }: Allowed, path: string): Problem[] {
  if ((guardIds as readonly string[]).includes(guard)) return [];
  return [{ path, expected: `one of the guards ${guardIds.join(", ")}`, got: guard, suggestion: nearest(guard, guardIds), rule: "guard-unknown" }];
}

function withoutReason({ guard, reason }: Allowed, path: string): Problem[] {
  if (reason.trim() !== "") return [];
  return [{ path: `${path} ${guard}`, expected: "a reason", got: reason, why: "whoever reads the review sees it", rule: "guard-reason" }];
}
