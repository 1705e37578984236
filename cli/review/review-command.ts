import type { Review } from "../../review/report/review";
import type { LayerInput, ReviewInput } from "../../review/report/review-input";
import { reviewOf } from "../../review/report/review-of";
import { headOf } from "../deploy/commit";
import { interruptible } from "../interrupt";
import { inPrivateFolder } from "../private-folder";
import { Progress } from "../progress";
import { type EnvironmentStacks, environmentStacksTold } from "../synth/environment-stacks";
import { reviewRemarkOf } from "../synth/stacks";
import type { CloudOptions } from "../terraform-cloud/terraform-cloud";
import { type CloudPlace, type CloudPlaceOptions, cloudPlaceOf } from "./cloud-place";
import { reviewInCloud } from "./cloud-review";
import { type CommentOptions, commentPlace, upsertComment } from "./comment";
import { commentOf, type Faces, show, takesStdout } from "./faces";
import { freeAddresses } from "./free-addresses";
import { guardInput, unusedLines } from "./guard-input";
import { reviewLocally } from "./local-review";
import { withoutRole } from "./without-role";

export interface ReviewOptions extends Faces, CloudPlaceOptions, Pick<CommentOptions, "pullRequest"> {
  readonly local: boolean;
  /** False: whoever plans is whoever the shell is. */
  readonly assumeRole?: boolean;
  readonly comment: boolean;
  readonly allow: readonly string[];
  /** How long a run of Terraform Cloud may take. */
  readonly timeoutMs: number;
  readonly terraformVersion?: string;
  /** Prints what Terraform prints. */
  readonly log: boolean;
}

/** Says what a deploy of an environment would do. Nothing is applied, and no state is written. Ends with the verdict's exit code. */
export async function reviewCommand(root: string, environment: string, options: ReviewOptions): Promise<void> {
  const progress = new Progress(takesStdout(options) ? process.stderr : process.stdout);
  // Before minutes of planning, and not after them.
  if (options.comment) commentPlace(process.env, options);
  const review = await reviewed(root, environment, options, progress);
  show(review, options, progress);
  if (options.comment) await progress.step("comment", () => upsertComment(commentOf(review, options), process.env, options), (url) => url);
  process.exitCode = review.verdict.exitCode;
}

/** `cloudOptions` are those of the client. */
export async function reviewed(root: string, environment: string, options: ReviewOptions, progress: Progress, cloudOptions: CloudOptions = {}): Promise<Review> {
  const synthesized = await environmentStacksTold(root, environment, progress);
  const made = options.assumeRole === false ? withoutRole(synthesized) : synthesized;
  const remark = reviewRemarkOf(made.stacks);
  const guard = await guardInput(root, environment, made, options.allow);
  const place = options.local ? undefined : cloudPlaceOf(environment, remark, options);
  const head = await headOf(root);
  const input: Omit<ReviewInput, "layers"> = {
    ...guard,
    ...(head && { commit: { id: head.commit, dirty: head.dirty } }),
    plannedIn: place === undefined ? { kind: "local" } : { kind: "cloud", host: place.hostname, organization: place.organization },
  };
  const layers = await planned(made, { environment, place, options, progress, cloudOptions, ...(input.commit && { commit: input.commit }) });
  const review = reviewOf({ ...input, layers, ...(await freeAddresses(made.stacks, layers)) });
  const judged = review.layers.map(({ layer, outcome }) => ({ layer, ...(outcome === "planned" && { guards: review.guards.filter((one) => one.layer === layer) }) }));
  for (const line of unusedLines(guard, judged)) progress.tell(line);
  return review;
}

interface Planning extends Pick<ReviewInput, "environment" | "commit"> {
  readonly place: CloudPlace | undefined;
  readonly options: ReviewOptions;
  readonly progress: Progress;
  readonly cloudOptions: CloudOptions;
}

async function planned({ stacks }: EnvironmentStacks, { place, options, progress, cloudOptions, ...of }: Planning): Promise<LayerInput[]> {
  return interruptible((signal) =>
    inPrivateFolder((folder) => {
      const { timeoutMs, terraformVersion, log } = options;
      const onLine = log ? progress.detail : () => {};
      if (place === undefined) return reviewLocally(stacks, folder, progress, { signal, onLine });
      return reviewInCloud(stacks, folder, progress, { ...of, ...place, timeoutMs, onLine, ...(terraformVersion !== undefined && { terraformVersion }) }, { ...cloudOptions, signal });
    }),
  );
}
