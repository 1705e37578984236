import { readFileSync } from "node:fs";
import { isRecord } from "../../kernel/check";
import { type Problem, ProblemsError, refuse } from "../../kernel/problem";
import type { Review } from "../../review/report/review";
import type { Allowed } from "../../review/report/review-input";
import { messageOf } from "../failure";

type Digests = Readonly<Record<string, string>>;

/** Why the plan of a layer is not the one that was reviewed. */
export type Unreviewed = { readonly kind: "another"; readonly problem: Problem } | { readonly kind: "too-early"; readonly line: string };

/** The review that a deploy is held to: a plan with other changes than those that were read is not applied. */
export class Reviewed {
  constructor(private readonly review: Review) {}

  /** What `review --json` has written. Throws where no deploy can be held to it. */
  static from(file: string, environment: string): Reviewed {
    const review = reviewIn(file);
    refuse(reviewProblems(file, review, environment));
    return new Reviewed(review);
  }

  /** The commit that was reviewed. A merge makes another one, whose plans may be the same. */
  get commit(): string | undefined {
    return this.review.commit?.id;
  }

  /** Guards that were allowed where somebody could read it. */
  get allowed(): Allowed[] {
    return this.review.guards.flatMap(({ guard, address, allowed }) => (allowed === undefined ? [] : [{ guard, address, ...allowed }]));
  }

  /** Nothing where the plan is the reviewed one, by its digests. */
  unreviewed(layer: string, digests: Digests): Unreviewed | undefined {
    const found = this.review.layers.find((one) => one.layer === layer);
    const reviewed = found?.outcome === "planned" ? found.digests : {};
    const differences = differencesOf(reviewed, digests);
    if (found !== undefined && differences.length === 0 && found.outcome === "planned") return undefined;
    const below = found?.outcome === "waits" ? [found.for] : found?.outcome === "planned" ? found.onOldOutputsOf : [];
    if (below.length > 0) return { kind: "too-early", line: `  waits   ${layer} was reviewed before ${below.join(" and ")} had its changes: review again, and deploy that` };
    const why = found === undefined ? "it is in no part of the review; review again" : `${differences.join("; ")}; review again`;
    return { kind: "another", problem: { path: layer, expected: `the plan that was reviewed at ${this.review.at}`, got: "another one", why, rule: "plan-unreviewed" } };
  }
}

function reviewIn(file: string): Review {
  try {
    const review = JSON.parse(readFileSync(file, "utf8")) as unknown;
    if (isRecord(review) && review["format"] === 1 && Array.isArray(review["layers"])) return review as unknown as Review;
    throw malformed(file, isRecord(review) ? review["format"] : review);
  } catch (error) {
    throw error instanceof ProblemsError ? error : malformed(file, messageOf(error as Error));
  }
}

function malformed(file: string, got: unknown): ProblemsError {
  return new ProblemsError([{ path: `--reviewed ${file}`, expected: "what `review --json` writes, in format 1", got, rule: "review-format" }]);
}

function reviewProblems(file: string, { environment, verdict }: Review, deployed: string): Problem[] {
  const path = `--reviewed ${file}`;
  if (environment !== deployed) return [{ path, expected: `a review of ${deployed}`, got: environment, rule: "review-other" }];
  if (verdict.kind !== "refused" && verdict.kind !== "failed") return [];
  return [{ path, expected: "a review that lets the environment be deployed", got: verdict.kind, why: verdict.sentence, rule: "review-refused" }];
}

function differencesOf(reviewed: Digests, planned: Digests): string[] {
  const [before, now] = [Object.keys(reviewed), Object.keys(planned)];
  const told = [
    ["not reviewed", now.filter((address) => !(address in reviewed))],
    ["differs", now.filter((address) => address in reviewed && reviewed[address] !== planned[address])],
    ["reviewed and no longer planned", before.filter((address) => !(address in planned))],
  ] as const;
  return told.filter(([, addresses]) => addresses.length > 0).map(([what, addresses]) => `${what}: ${listed(addresses)}`);
}

const MOST = 5;

function listed(addresses: readonly string[]): string {
  return [...addresses.slice(0, MOST), ...(addresses.length > MOST ? [`and ${addresses.length - MOST} more`] : [])].join(", ");
}
