import { unusedOverrides } from "../../review/guards/overrides";
import type { Review } from "../../review/report/review";
import type { ReviewInput } from "../../review/report/review-input";
import { reviewOf } from "../../review/report/review-of";
import { headOf } from "../deploy/commit";
import { interruptible } from "../interrupt";
import { inPrivateFolder } from "../private-folder";
import { Progress } from "../progress";
import { environmentStacksTold } from "../synth/environment-stacks";
import { reviewRemarkOf } from "../synth/stacks";
import { allowedOf } from "./allowed";
import { type Faces, show, takesStdout } from "./faces";
import { followedEnvironment } from "./followed-environment";
import { reviewLocally } from "./local-review";

export interface ReviewOptions extends Faces {
  readonly local: boolean;
  readonly allow: readonly string[];
}

/** Says what a deploy of an environment would do. Nothing is applied, and no state is written. Ends with the verdict's exit code. */
export async function reviewCommand(root: string, environment: string, options: ReviewOptions): Promise<void> {
  const progress = new Progress(takesStdout(options) ? process.stderr : process.stdout);
  const review = await reviewed(root, environment, options, progress);
  show(review, options, progress);
  process.exitCode = review.verdict.exitCode;
}

export async function reviewed(root: string, environment: string, { allow }: ReviewOptions, progress: Progress): Promise<Review> {
  const made = await environmentStacksTold(root, environment, progress);
  const { follows, allowed } = reviewRemarkOf(made.stacks);
  const head = await headOf(root);
  const input: Omit<ReviewInput, "layers"> = {
    environment,
    at: new Date(),
    ...(head && { commit: { id: head.commit, dirty: head.dirty } }),
    plannedIn: { kind: "local" },
    allowed: allowedOf(allowed, allow),
    ...(follows !== null && { follows: await progress.step(`synth of ${follows}`, () => followedEnvironment(root, follows, made)) }),
  };
  const layers = await interruptible((signal) => inPrivateFolder((folder) => reviewLocally(made.stacks, folder, progress, { signal })));
  const review = reviewOf({ ...input, layers });
  for (const { guard } of unusedOverrides(input.allowed, review.guards)) progress.say(`  note    ${guard} is allowed, and nothing trips it`);
  return review;
}
