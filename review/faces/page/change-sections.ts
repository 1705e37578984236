import type { CreatedCollection, CreatedPart, Gone, PlannedLayer, Review, Updated } from "../../report/review";
import { anchor, attributeTable, byLayer, entriesHtml, type Entry } from "./entry";
import { html, type Html } from "./html";
import type { Section } from "./section";
import { counted, numberText } from "./words";

/** As many as this are open from the start. */
const fewUpdates = 12;
const fewCreations = 40;
const fewKeys = 12;

export function goneSection(review: Review): Section {
  const count = sum(review, ({ gone }) => gone.length);
  const content = byLayer(review, ({ layer, gone }) => (gone.length === 0 ? undefined : entriesHtml(gone.map((one) => goneEntry(layer, one)))));
  return { id: "gone", title: "Destroyed, replaced or forgotten", count, content };
}

export function updatedSection(review: Review): Section {
  const count = sum(review, ({ updated }) => updated.length);
  const content = byLayer(review, ({ layer, updated }) => (updated.length === 0 ? undefined : entriesHtml(updated.map((one) => updatedEntry(layer, one, count <= fewUpdates)))));
  return { id: "updated", title: "Changed in place", count, content };
}

export function createdSection(review: Review): Section {
  const count = sum(review, ({ created }) => created.reduce((total, part) => total + part.total, 0));
  const content = byLayer(review, ({ layer, created }) => (created.length === 0 ? undefined : html`${created.map((part) => createdPart(layer, part, count <= fewCreations))}`));
  return { id: "created", title: "Created", count, content };
}

export function driftSection(review: Review): Section {
  const count = sum(review, ({ drift }) => drift.length);
  const content = byLayer(review, ({ drift }) => {
    if (drift.length === 0) return undefined;
    return html`<ul class="plain">${drift.map(
      ({ address, what, deleted, attributes }) => html`<li><p>${what} ${deleted ? "is gone" : "was changed"} outside of Terraform <code class="address">${address}</code></p>${attributeTable("Before: as deployed. After: as found.", attributes)}</li>`,
    )}</ul>`;
  });
  return { id: "drift", title: "Drift since the last deploy", count, content };
}

export function lostReleasesSection(review: Review): Section {
  const count = sum(review, ({ lostReleases }) => lostReleases.length);
  const content = html`<p>The state has them and the plan creates them: the cluster did not answer while this was planned. They are no real creations.</p>
${byLayer(review, ({ lostReleases }) => (lostReleases.length === 0 ? undefined : html`<ul>${lostReleases.map((address) => html`<li><code>${address}</code></li>`)}</ul>`))}`;
  return { id: "lost-releases", title: "Helm releases out of reach", count, content };
}

function goneEntry(layer: string, { address, type, verb, what, meaning, severity, createdFirst, because, reason, attributes }: Gone): Entry {
  const forcing = new Set(because.map(({ path }) => path));
  const order = verb !== "replace" ? undefined : createdFirst === true ? "The new one is created before the old one is destroyed." : "The old one is destroyed before the new one is created.";
  const lines = [reason, order].filter((line) => line !== undefined);
  const body = html`${lines.map((line) => html`<p>${line}</p>`)}${attributeTable("What forces the replacement", because)}${attributeTable(
    because.length > 0 ? "What else changes" : "What changes",
    attributes.filter(({ path }) => !forcing.has(path)),
  )}`;
  return { layer, address, type, verb, sentence: `${what}: ${meaning}`, tag: severity, body, open: true, ...(verb === "replace" && createdFirst === true && { createdFirst }) };
}

function updatedEntry(layer: string, { address, type, what, meaning, attributes }: Updated, open: boolean): Entry {
  const sentence = meaning === undefined ? what : `${what}: ${meaning}`;
  return { layer, address, type, verb: "update", sentence, body: html`${attributeTable("What changes", attributes)}`, open };
}

function createdPart(layer: string, { part, total, collections }: CreatedPart, open: boolean): Html {
  return html`<details class="group" data-group${open ? html` open` : undefined}><summary>${part}: ${numberText(total)} create</summary><ul class="plain">
${collections.map((collection) => createdCollection(layer, collection))}</ul></details>
`;
}

function createdCollection(layer: string, { address, type, what, keys }: CreatedCollection): Html {
  const list = html`<span class="keys">${keys.map((key) => html`<code>${key}</code> `)}</span>`;
  const many = keys.length > 1 ? html` <b>× ${numberText(keys.length)}</b>` : undefined;
  return html`<li class="entry create" id="${anchor(layer, address)}" data-verb="create" data-type="${type}"><span class="verb">+ create</span> ${what}${many} <code class="address">${address}</code>${
    keys.length > fewKeys ? html`<details><summary>${counted(keys.length, "key")}</summary>${list}</details>` : list
  }</li>
`;
}

function sum(review: Review, of: (layer: PlannedLayer) => number): number {
  return review.layers.reduce((total, layer) => total + (layer.outcome === "planned" ? of(layer) : 0), 0);
}
