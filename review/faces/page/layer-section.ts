import type { LayerReview, PolicyResult, Review, Run } from "../../report/review";
import { policyText, statusText } from "../layer-sections";
import { dollarsText } from "../wording";
import { html, link, type Html } from "./html";
import type { Section } from "./section";

/** What became of each layer, in the order of a deploy. */
export function layerSection({ layers }: Review): Section {
  return { id: "layers", title: "Layers", count: layers.length, content: html`${layers.map(layerHtml)}` };
}

/** What keeps layers from being judged as they will be deployed. Nothing where all is well. */
export function hindrances({ layers }: Review): Html | undefined {
  const hindered = layers.filter((layer) => layer.outcome !== "planned" || layer.onOldOutputsOf.length > 0);
  return hindered.length === 0 ? undefined : html`<ul>${hindered.map((layer) => html`<li><a href="#layers">${layer.layer}</a> ${statusText(layer)}</li>`)}</ul>`;
}

function layerHtml(layer: LayerReview): Html {
  const run = layer.outcome === "waits" ? undefined : layer.run;
  return html`<div><h3>${layer.layer}</h3><p>${statusText(layer)}</p>${layer.outcome === "failed" ? html`<pre>${layer.error}</pre>` : undefined}${run === undefined ? undefined : runHtml(run)}</div>
`;
}

function runHtml({ id, url, status, policies, estimate }: Run): Html {
  const cost = estimate === undefined ? undefined : html`<p>Terraform Cloud estimates ${dollars(estimate.before)} → ${dollars(estimate.after)} a month.</p>`;
  return html`<p>Run ${link(url, id)} ended as ${status}</p>${cost}${policies.length === 0 ? undefined : html`<ul>${policies.map(policyHtml)}</ul>`}`;
}

function policyHtml(policy: PolicyResult): Html {
  const { url, message } = policy;
  return html`<li>${url === undefined ? policyText(policy) : link(url, policyText(policy))}${message === undefined ? undefined : html`<pre>${message}</pre>`}</li>`;
}

function dollars(amount: number): string {
  return dollarsText({ low: amount, high: amount });
}
