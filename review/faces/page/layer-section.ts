import type { LayerReview, PlannedLayer, PolicyResult, Review, Run } from "../../report/review";
import { attributeTable } from "./entry";
import { html, link, type Html } from "./html";
import type { Section } from "./section";
import { countsText, dollarsText } from "./words";

/** What became of each layer, in the order of a deploy. */
export function layerSection({ layers }: Review): Section {
  return { id: "layers", title: "Layers", count: layers.length, content: html`${layers.map(layerHtml)}` };
}

/** What keeps a layer from being judged as it will be deployed. Nothing where all is well. */
export function hindrance(layer: LayerReview): string | undefined {
  if (layer.outcome === "waits") return `${layer.layer} waits for ${layer.for}: it is planned when that is applied`;
  if (layer.outcome === "failed") return `${layer.layer} could not be planned`;
  return layer.onOldOutputsOf.length === 0 ? undefined : `${layer.layer} is planned on the old outputs of ${layer.onOldOutputsOf.join(", ")}`;
}

function layerHtml(layer: LayerReview): Html {
  const said = hindrance(layer);
  return html`<div class="layer"><h3>${layer.layer}</h3>${said === undefined ? undefined : html`<p>${said}</p>`}
${layer.outcome === "failed" ? html`<pre>${layer.error}</pre>` : undefined}${layer.outcome === "planned" ? plannedHtml(layer) : undefined}
${layer.outcome !== "waits" && layer.run !== undefined ? runHtml(layer.run) : undefined}</div>
`;
}

function plannedHtml({ counts, changed, outputs, moved, imported }: PlannedLayer): Html {
  return html`<p>${changed ? countsText(counts) || "outputs change" : "unchanged"}</p>
${attributeTable("Outputs", outputs)}
${moved.length === 0 ? undefined : html`<p>Moved in the state, nothing is done in AWS:</p><ul class="plain">${moved.map(({ from, to }) => html`<li class="entry" data-verb="move"><code>${from}</code> → <code>${to}</code></li>`)}</ul>`}
${imported.length === 0 ? undefined : html`<p>Imported:</p><ul class="plain">${imported.map(({ address, id }) => html`<li class="entry" data-verb="import"><code>${address}</code> from <code>${id}</code></li>`)}</ul>`}`;
}

function runHtml({ id, url, status, policies, estimate }: Run): Html {
  const cost = estimate === undefined ? undefined : html`<p>Terraform Cloud estimates ${monthly(estimate.before)} → ${monthly(estimate.after)} a month.</p>`;
  return html`<p>Run ${link(url, id)}: ${status}</p>${cost}${policies.length === 0 ? undefined : html`<ul class="plain">${policies.map(policyHtml)}</ul>`}`;
}

const policyKinds = { sentinel: "Sentinel", opa: "OPA", task: "run task" };

function policyHtml({ kind, name, result, message, url }: PolicyResult): Html {
  return html`<li class="policy-${result}"><span class="tag">${result}</span> ${policyKinds[kind]} ${url === undefined ? name : link(url, name)}${message === undefined ? undefined : html`<pre>${message}</pre>`}</li>`;
}

function monthly(dollars: number): string {
  return dollarsText({ low: dollars, high: dollars });
}
