import { accessChanges } from "../facts/access";
import { costChange } from "../facts/cost";
import { differences } from "../facts/differences";
import { subnetAddresses } from "../facts/subnet-addresses";
import { versionSupport } from "../facts/version-support";
import { guardFindings } from "../guards/guard-findings";
import { readLayer, type ReadLayer } from "../plan-json";
import type { KnownSecrets } from "./known-secrets";
import { plannedLayer } from "./planned-layer";
import type { LayerReview, Review } from "./review";
import type { LayerInput, ReviewInput } from "./review-input";
import { withoutLikelySecrets } from "./secret-names";
import { verdictOf } from "./verdict";

/** The review of an environment. Every plan is read once. */
export function reviewOf(input: ReviewInput): Review {
  const { environment, at, commit, plannedIn, follows, freeAddresses } = input;
  const made = input.layers.map(layerReview);
  const read = made.flatMap((one) => one.read ?? []);
  const hidden = <T>(value: T): T => made.reduce((rest, { secrets }) => secrets?.hideIn(rest) ?? rest, value);
  const layers = made.map(({ review }) => (review.outcome === "failed" ? { ...review, error: hidden(withoutLikelySecrets(review.error)) } : review));
  const guards = guardFindings(read, input);
  const facts = {
    guards,
    access: accessChanges(read),
    cost: costChange(read, at),
    addresses: subnetAddresses(read, freeAddresses),
    support: versionSupport(read, at),
    differences: follows === undefined ? [] : differences(follows, environment),
  };
  return {
    format: 1,
    environment,
    at: at.toISOString(),
    ...(commit !== undefined && { commit }),
    plannedIn,
    verdict: verdictOf(layers, guards, facts.access),
    layers,
    ...hidden(facts),
  };
}

interface Made {
  readonly review: LayerReview;
  readonly read?: ReadLayer;
  readonly secrets?: KnownSecrets;
}

function layerReview(input: LayerInput): Made {
  if (input.outcome !== "planned") return { review: input };
  const { plan, ...rest } = input;
  const read = readLayer(input.layer, plan);
  const { content, secrets } = plannedLayer(read, plan);
  return { review: { ...rest, ...content }, read, secrets };
}
