import type { PlatformStack } from "../kernel";
import type { CheckedEnvironment } from "./environment";

/** How an environment is reviewed, as its stacks tell it to the commands. */
export interface ReviewRemark {
  readonly follows: string | null;
  readonly cloud: { readonly organization: string; readonly hostname: string; readonly project: string | null } | null;
  /** By guard. */
  readonly allowed: Readonly<Record<string, { readonly reason: string; readonly addresses: readonly string[]; readonly until: string | null }>>;
}

/** Says it only where the environment does: the others' stacks stay as they are. */
export function reviewRemark(stack: PlatformStack, { follows, review: { cloud, allowed } }: Pick<CheckedEnvironment, "follows" | "review">): void {
  const said = Object.entries(allowed).flatMap(([guard, override]) => (override === null ? [] : [[guard, override] as const]));
  if (follows === null && cloud === null && said.length === 0) return;
  const remark: ReviewRemark = { follows, cloud, allowed: Object.fromEntries(said) };
  Object.assign(stack.remarks, { review: remark });
}
