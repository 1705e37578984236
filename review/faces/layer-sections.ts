import type { FailedLayer, LayerReview, PlannedLayer, PolicyResult, Review, Run } from "../report/review";
import type { Entry, Section } from "./sections";
import { counted, countsText, dollarsText, listed } from "./wording";

export function failedSection({ layers }: Review): Section {
  const failed = layers.filter((layer): layer is FailedLayer => layer.outcome === "failed");
  return { title: "Failed", entries: failed.map(({ layer, error, run }) => ({ sign: "!", text: `${layer} could not be planned`, quote: error, ...(run && { url: run.url }) })) };
}

/** Sentinel, OPA and run tasks that did not simply pass. */
export function policySection({ layers }: Review): Section {
  return { title: "Policies in Terraform Cloud", entries: layers.flatMap((layer) => policiesOf(layer).filter(({ result }) => result !== "passed").map((policy) => policyEntry(layer.layer, policy))) };
}

function policyEntry(layer: string, policy: PolicyResult): Entry {
  const { result, message, url } = policy;
  return { sign: result === "advisory" ? "·" : "!", text: `${layer}: ${policyText(policy)}${message === undefined ? "" : `: ${message}`}`, ...(url !== undefined && { url }) };
}

export function policyText({ kind, name, result }: PolicyResult): string {
  const kinds = { sentinel: "Sentinel policy", opa: "OPA policy", task: "run task" };
  const results = { passed: "passed", advisory: "advises against it", failed: "failed", errored: "could not be judged" };
  return `${kinds[kind]} ${name} ${results[result]}`;
}

/** What is said of each layer as a whole. Left out where it adds nothing: one layer, or none that changes, planned on this machine. */
export function layerSection({ layers }: Review): Section {
  return { title: "Layers", entries: layers.every((layer) => isQuiet(layer, layers.length)) ? [] : layers.map(layerEntry) };
}

function isQuiet(layer: LayerReview, of: number): boolean {
  return layer.outcome === "planned" && (!layer.changed || of === 1) && layer.onOldOutputsOf.length === 0 && layer.run === undefined;
}

function layerEntry(layer: LayerReview): Entry {
  const run = layer.outcome === "waits" ? undefined : layer.run;
  return { sign: layer.outcome === "failed" ? "!" : "·", text: `${layer.layer}: ${statusText(layer)}`, ...(run && { notes: runNotes(run), url: run.url }) };
}

/** What became of a layer. */
export function statusText(layer: LayerReview): string {
  if (layer.outcome === "waits") return `waits for ${layer.for}, which is not applied yet`;
  if (layer.outcome === "failed") return "could not be planned";
  const changes = changesText(layer);
  return layer.onOldOutputsOf.length === 0 ? changes : `${changes}, planned on what ${listed(layer.onOldOutputsOf)} gave out before ${layer.onOldOutputsOf.length === 1 ? "its" : "their"} changes`;
}

function changesText({ counts, changed, outputs }: PlannedLayer): string {
  if (!changed) return "no changes";
  return countsText(counts) || `no changes but of ${counted(outputs.length, "output")}`;
}

function runNotes({ status, policies, estimate }: Run): string[] {
  const passed = policies.filter(({ result }) => result === "passed").map(({ name }) => name);
  const cost = estimate === undefined ? [] : [`Terraform Cloud estimates ${dollars(estimate.before)} → ${dollars(estimate.after)} a month`];
  return [`run ended as ${status}`, ...(passed.length === 0 ? [] : [`passed: ${listed(passed)}`]), ...cost];
}

function dollars(amount: number): string {
  return dollarsText({ low: amount, high: amount });
}

function policiesOf(layer: LayerReview): readonly PolicyResult[] {
  return layer.outcome === "waits" ? [] : (layer.run?.policies ?? []);
}
