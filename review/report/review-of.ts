import { readLayer, type ReadLayer } from "../plan-json";
import { KnownSecrets } from "./known-secrets";
import { plannedLayer } from "./planned-layer";
import type { CostChange, LayerReview, Review } from "./review";
import type { LayerInput, ReviewInput } from "./review-input";
import { verdictOf } from "./verdict";

/** The review of an environment. Every plan is read once. */
export function reviewOf(input: ReviewInput): Review {
  const { environment, at, commit, plannedIn } = input;
  const made = input.layers.map(layerReview);
  const layers = made.map(({ review }) => review);
  const guards: Review["guards"] = [];
  return {
    format: 1,
    environment,
    at: at.toISOString(),
    ...(commit !== undefined && { commit }),
    plannedIn,
    verdict: verdictOf(layers, guards),
    layers,
    guards,
    access: [],
    cost: noCost,
    addresses: [],
    support: [],
    differences: [],
  };
}

const noCost: CostChange = { region: "", before: { low: 0, high: 0 }, after: { low: 0, high: 0 }, items: [], notPriced: [], sources: [] };

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
