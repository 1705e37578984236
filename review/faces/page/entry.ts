import { grouped } from "../../grouped";
import type { AttributeChange, Counts, PlannedLayer, Review, Shown } from "../../report/review";
import { counted, shownText } from "../wording";
import { html, type Html } from "./html";
import { verbs } from "./verbs";

/** More of a kind are folded into one line. */
const longestGroup = 8;

export interface Entry {
  readonly layer: string;
  readonly address: string;
  readonly type: string;
  readonly verb: keyof Counts;
  readonly createdFirst?: boolean;
  readonly sentence: string;
  /** A word that says how bad it is. */
  readonly tag?: string;
  readonly body: Html;
  readonly open: boolean;
}

/** What leads to an entry: its layer and address, as a fragment. */
export function anchor(layer: string, address: string): string {
  return encodeURIComponent(`${layer}/${address}`);
}

/** Where an entry is, and what it is searched by. */
export function marks({ layer, address, type, verb }: Pick<Entry, "layer" | "address" | "type" | "verb">): Html {
  return html`id="${anchor(layer, address)}" data-verb="${verbs[verb].to}" data-type="${type}"`;
}

/** Entries in their order; many of a kind are folded where the first of them stands. */
export function entriesHtml(entries: readonly Entry[]): Html {
  const kinds = [...grouped(entries, ({ verb, type, tag }) => `${verb} ${type} ${tag ?? ""}`).values()];
  return html`${kinds.map((kind) => (kind.length > longestGroup ? folded(kind) : kind.map(entryHtml)))}`;
}

/** One change: folded to its sentence and address. */
function entryHtml(entry: Entry): Html {
  const { address, verb, createdFirst, sentence, tag, body, open } = entry;
  const { sign, does } = verbs[verb];
  const label = tag === undefined ? undefined : html` <span class="tag tag-${tag}">${tag}</span>`;
  return html`<details class="entry ${verb}" ${marks(entry)}${open ? html` open` : undefined}>
<summary><span class="verb">${createdFirst === true ? "+/-" : sign} ${does}</span> <span class="sentence">${sentence}</span>${label} <code class="address">${address}</code></summary>
${body}</details>
`;
}

function folded(entries: readonly Entry[]): Html {
  const { verb, type, tag } = entries[0]!;
  return html`<details class="group" data-group><summary>${counted(entries.length, type, type)} to ${verbs[verb].to}${tag === undefined ? undefined : `: ${tag}`}</summary>
${entries.map(entryHtml)}</details>
`;
}

/** What each planned layer has of something, under its name where there are several layers. */
export function byLayer<T>({ layers }: Review, of: (layer: PlannedLayer) => readonly T[], shown: (all: readonly T[], layer: string) => Html): { readonly count: number; readonly content: Html } {
  const planned = layers.flatMap((layer) => (layer.outcome === "planned" ? [{ layer: layer.layer, all: of(layer) }] : [])).filter(({ all }) => all.length > 0);
  return {
    count: planned.reduce((sum, { all }) => sum + all.length, 0),
    content: html`${planned.map(({ layer, all }) => html`<div data-group>${layers.length > 1 ? html`<h3>${layer}</h3>` : undefined}${shown(all, layer)}</div>`)}`,
  };
}

export function attributeTable(caption: string, changes: readonly AttributeChange[]): Html | undefined {
  if (changes.length === 0) return undefined;
  return html`<table class="wide attributes"><caption>${caption}</caption><thead><tr><th scope="col">Attribute</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>
${changes.map(({ path, before, after }) => html`<tr><th scope="row"><code>${path}</code></th><td>${shownHtml(before)}</td><td>${shownHtml(after)}</td></tr>
`)}</tbody></table>
`;
}

function shownHtml(shown: Shown): Html {
  return shown.kind === "value" ? html`<code>${shown.text}</code>` : html`<i>${shownText(shown)}</i>`;
}
