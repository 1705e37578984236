import { grouped } from "../../grouped";
import type { AttributeChange, CreatedCollection, CreatedPart, Review, Updated } from "../../report/review";
import { driftText, outputChanges, sameChange, togetherText } from "../change-sections";
import { counted } from "../wording";
import { anchor, attributeTable, byLayer, entriesHtml, type Entry, marks } from "./entry";
import { html, type Html } from "./html";
import type { Section } from "./section";

/** So many are open from the start. */
const fewUpdates = 12;
const fewCreations = 40;
const fewKeys = 12;
const fewOutputs = 12;

export function updatedSection(review: Review): Section {
  const isOpen = review.verdict.counts.update <= fewUpdates;
  const shown = (all: readonly Updated[], layer: string) => entriesHtml([...grouped(all, sameChange).values()].map((group) => updatedEntry(layer, group, isOpen)));
  return { id: "updated", title: "Changed in place", ...byLayer(review, ({ updated }) => updated, shown) };
}

function updatedEntry(layer: string, group: readonly Updated[], open: boolean): Entry {
  const { address, type, what, meaning, attributes } = group[0]!;
  const subject = group.length === 1 ? what : togetherText(group);
  const others = group.slice(1).map((one) => html`<li id="${anchor(layer, one.address)}">${one.what} <code class="address">${one.address}</code></li>`);
  const body = html`${attributeTable("What changes", attributes)}${others.length === 0 ? undefined : html`<details><summary>${counted(others.length, "other")}</summary><ul>${others}</ul></details>`}`;
  return { layer, address, type, verb: "update", sentence: meaning === undefined ? subject : `${subject}: ${meaning}`, body, open };
}

export function createdSection(review: Review): Section {
  const count = review.layers.flatMap((layer) => (layer.outcome === "planned" ? layer.created : [])).reduce((sum, { total }) => sum + total, 0);
  const { content } = byLayer(review, ({ created }) => created, (parts, layer) => html`${parts.map((part) => createdPart(layer, part, count <= fewCreations))}`);
  return { id: "created", title: "Created", count, content };
}

function createdPart(layer: string, { part, total, collections }: CreatedPart, open: boolean): Html {
  return html`<details class="group" data-group${open ? html` open` : undefined}><summary>${part}: ${counted(total, "resource")}</summary><ul class="plain">
${collections.map((collection) => createdCollection(layer, collection))}</ul></details>
`;
}

function createdCollection(layer: string, { address, type, what, keys }: CreatedCollection): Html {
  const list = html`<span class="keys">${keys.map((key) => html`<code>${key}</code> `)}</span>`;
  const many = keys.length > 1 ? html` <b>× ${keys.length}</b>` : undefined;
  return html`<li class="entry create" ${marks({ layer, address, type, verb: "create" })}><span class="verb">+ creates</span> ${what}${many} <code class="address">${address}</code>${
    keys.length > fewKeys ? html`<details><summary>${counted(keys.length, "key")}</summary>${list}</details>` : list
  }</li>
`;
}

/** What Terraform takes up or calls by another name: nothing happens to it. */
export function restateSection(review: Review): Section {
  const changes = byLayer(
    review,
    ({ layer, moved, imported }) => [
      ...imported.map(({ address, id }) => html`<li class="entry import" ${marks({ layer, address, type: "", verb: "import" })}><span class="verb">= imports</span> ${id} <code class="address">${address}</code></li>`),
      ...moved.map(({ from, to }) => html`<li class="entry move" ${marks({ layer, address: `moved ${to}`, type: "", verb: "move" })}><span class="verb">&gt; moves</span> ${from} <code class="address">${to}</code></li>`),
    ],
    (all) => html`<ul class="plain">${all}</ul>`,
  );
  return { id: "restated", title: "Imported or moved", ...changes };
}

export function driftSection(review: Review): Section {
  const drift = byLayer(review, (layer) => layer.drift.map((one) => ({ ...one, text: driftText(one, layer) })), (all) => html`<ul class="plain">${all.map(
    ({ address, text, attributes }) => html`<li><p>${text} <code class="address">${address}</code></p>${attributeTable("Before: as deployed. After: as found.", attributes)}</li>`,
  )}</ul>`);
  return { id: "drift", title: "Changed outside of Terraform since the last deploy", ...drift };
}

export function lostReleaseSection(review: Review): Section {
  const { count, content } = byLayer(review, (layer) => layer.lostReleases, (all) => html`<ul>${all.map((address) => html`<li><code>${address}</code></li>`)}</ul>`);
  return { id: "lost-releases", title: "Helm releases out of reach", count, content: html`<p>They plan as a create although the state has them: their cluster did not answer, and this says nothing of the releases.</p>
${content}` };
}

export function outputSection(review: Review): Section {
  const shown = (all: readonly AttributeChange[]) => {
    const { told, notes } = outputChanges(all);
    return html`<details${told.length <= fewOutputs ? html` open` : undefined}><summary>${counted(all.length, "value")}</summary>${attributeTable("What other layers may read", told)}${notes.map((note) => html`<p class="quiet">${note}</p>`)}</details>`;
  };
  return { id: "outputs", title: "Outputs", ...byLayer(review, ({ outputs }) => outputs, shown) };
}
