import type { PlannedLayer, Review } from "../../../review/report/review";
import type { LayerInput, ReviewInput } from "../../../review/report/review-input";
import { reviewOf } from "../../../review/report/review-of";

/** A review of plans by the names of their layers; what is no plan stands for itself. */
export function reviewOfPlans(plans: Readonly<Record<string, unknown>>, more: Partial<ReviewInput> = {}): Review {
  const layers = Object.entries(plans).map(([layer, plan]): LayerInput => ({ layer, outcome: "planned", plan, onOldOutputsOf: [] }));
  return reviewOf({ environment: "qa", at: new Date("2026-11-22T00:00:00Z"), plannedIn: { kind: "local" }, allowed: [], layers, ...more });
}

export function onlyLayer({ layers }: Review): PlannedLayer {
  const [layer] = layers;
  if (layers.length !== 1 || layer?.outcome !== "planned") throw new Error("bug: expected one planned layer");
  return layer;
}

interface Change {
  readonly before?: object | null;
  readonly after?: object | null;
  readonly unknown?: object;
  readonly secret?: object;
  readonly forcing?: readonly (readonly (string | number)[])[];
  readonly reason?: string;
}

/** The plan of one resource. */
export function planOf(address: string, actions: readonly string[], { before = null, after = null, unknown = {}, secret = {}, forcing = [], reason }: Change): object {
  const change = { actions, before, after, after_unknown: unknown, before_sensitive: secret, after_sensitive: secret, replace_paths: forcing };
  const type = address.replace(/^module\..*?\.(?=aws_|helm_|kubernetes_|terraform_)/, "").split(".")[0];
  return { format_version: "1.2", resource_changes: [{ address, mode: "managed", type, action_reason: reason, change }] };
}

/** The changes of one resource in place, a line each. */
export function told(before: object, after: object, more: Omit<Change, "before" | "after"> = {}): string[] {
  const { updated } = onlyLayer(reviewOfPlans({ qa: planOf("aws_any.this", ["update"], { before, after, ...more }) }));
  return updated[0]!.attributes.map(({ path, before: from, after: to }) => `${path}: ${from.text} → ${to.text}`);
}
