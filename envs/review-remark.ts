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
  if (follows === null && cloud === null && Object.keys(allowed).length === 0) return;
  const remark: ReviewRemark = { follows, cloud, allowed };
  Object.assign(stack.remarks, { review: remark });
}
