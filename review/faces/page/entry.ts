import type { AttributeChange, PlannedLayer, Review, Shown } from "../../report/review";
import { html, type Html } from "./html";
import { counted, signOf, type Verb } from "./words";

/** More of a kind are folded into one line. */
const longestGroup = 8;

export interface Entry {
  readonly layer: string;
  readonly address: string;
  readonly type: string;
  readonly verb: Verb;
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

/** One changed resource: folded to its sentence and address. */
export function entryHtml({ layer, address, type, verb, createdFirst, sentence, tag, body, open }: Entry): Html {
  const label = tag === undefined ? undefined : html` <span class="tag tag-${tag}">${tag}</span>`;
  return html`<details class="entry ${verb}" id="${anchor(layer, address)}" data-verb="${verb}" data-type="${type}"${open ? html` open` : undefined}>
<summary><span class="verb">${signOf(verb, createdFirst)} ${verb}</span> <span class="sentence">${sentence}</span>${label} <code class="address">${address}</code></summary>
${body}</details>
`;
}

/** Entries in their order; many of a kind are folded where the first of them stands. */
export function entriesHtml(entries: readonly Entry[]): Html {
  const kinds = new Map<string, Entry[]>();
  for (const entry of entries) {
    const kind = `${entry.verb} ${entry.type} ${entry.tag ?? ""}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), entry]);
  }
  return html`${[...kinds.values()].map((kind) => (kind.length > longestGroup ? folded(kind) : kind.map(entryHtml)))}`;
}

function folded(entries: Entry[]): Html {
  const { verb, type, tag } = entries[0]!;
  return html`<details class="group" data-group><summary>${counted(entries.length, type, type)}: ${verb}${tag === undefined ? undefined : `, ${tag}`}</summary>
${entries.map(entryHtml)}</details>
`;
}

/** What each planned layer has of something, under its name where there are several layers. */
export function byLayer(review: Review, of: (layer: PlannedLayer) => Html | undefined): Html {
  const several = review.layers.length > 1;
  const parts = review.layers.flatMap((layer) => {
    const content = layer.outcome === "planned" ? of(layer) : undefined;
    if (content === undefined) return [];
    return [html`<div data-group>${several ? html`<h3>${layer.layer}</h3>` : undefined}${content}</div>`];
  });
  return html`${parts}`;
}

export function attributeTable(caption: string, changes: readonly AttributeChange[]): Html | undefined {
  if (changes.length === 0) return undefined;
  return html`<table class="wide attributes"><caption>${caption}</caption><thead><tr><th scope="col">Attribute</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>
${changes.map(({ path, before, after }) => html`<tr><th scope="row"><code>${path}</code></th><td>${shownHtml(before)}</td><td>${shownHtml(after)}</td></tr>
`)}</tbody></table>
`;
}

const withoutValue = { absent: "absent", unknown: "known after apply", secret: "secret" };

function shownHtml({ kind, text }: Shown): Html {
  return kind === "value" ? html`<code>${text}</code>` : html`<i>${withoutValue[kind]}</i>`;
}
