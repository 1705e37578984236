import type { AccessChange, Review } from "../../report/review";
import { html, type Html } from "./html";
import type { Section } from "./section";
import { dollarsText, numberText } from "./words";

const accessKinds: Readonly<Record<AccessChange["kind"], string>> = {
  iam: "IAM",
  network: "network",
  endpoint: "endpoint",
  "cluster-access": "cluster access",
  "resource-policy": "resource policy",
};

export function accessSection({ access }: Review): Section {
  const content = html`<ul class="plain">${access.map(
    ({ kind, sentence, layer, address, before, after }) => html`<li><p><span class="tag">${accessKinds[kind]}</span> ${sentence}</p><code class="address">${layer} ${address}</code>
<dl><dt>Before</dt><dd><code>${before}</code></dd><dt>After</dt><dd><code>${after}</code></dd></dl></li>
`,
  )}</ul>`;
  return { id: "access", title: "Access widened", count: access.length, content };
}

export function costSection({ cost }: Review): Section {
  const { before, after, region, items, notPriced, sources } = cost;
  const rows = items.map(({ layer, address, what, how, ...price }) => ({
    head: html`${what} <code class="address">${layer} ${address}</code>`,
    cells: [price.before === undefined ? "nothing" : dollarsText(price.before), price.after === undefined ? "nothing" : dollarsText(price.after), how],
  }));
  const content = html`<p class="big">${dollarsText(before)} → ${dollarsText(after)} a month</p><p>List prices of ${region}, of what can be priced.</p>
${items.length === 0 ? undefined : table(["What", "Before", "After", "How it was counted"], rows)}
${notPriced.length === 0 ? undefined : html`<h3>Not priced</h3><ul>${notPriced.map((what) => html`<li>${what}</li>`)}</ul>`}
${sources.length === 0 ? undefined : html`<p class="source">Prices: ${sources.join("; ")}</p>`}`;
  return { id: "cost", title: "Cost", count: items.length + notPriced.length, uncounted: true, content };
}

export function addressSection({ addresses }: Review): Section {
  const rows = addresses.map(({ name, cidr, usable, needed, left, free, address, layer }) => ({
    head: html`${name} ${cidr} <code class="address">${layer} ${address}</code>`,
    cells: [
      html`${numberText(needed)} of ${numberText(usable)}${bar(needed, usable)}`,
      left < 0 ? html`<b>${numberText(-left)} too few</b>` : numberText(left),
      free === undefined ? "not asked" : numberText(free),
    ],
  }));
  return { id: "addresses", title: "Addresses per subnet", count: addresses.length, content: table(["Subnet", "Needed at most", "Left", "Free in AWS now"], rows) };
}

export function supportSection({ support }: Review): Section {
  const rows = support.map(({ version, sentence, standardEnds, extendedEnds, layer, address }) => ({
    head: html`${version} <code class="address">${layer} ${address}</code>`,
    cells: [sentence, standardEnds, extendedEnds ?? "no extended support"],
  }));
  return { id: "support", title: "Support of versions", count: support.length, content: table(["Version", "What it means", "Standard support ends", "Extended support ends"], rows) };
}

export function differenceSection({ differences }: Review): Section {
  const rows = differences.map(({ path, sentence }) => ({ head: html`<code>${path}</code>`, cells: [sentence] }));
  return { id: "differences", title: "Differences between environments", count: differences.length, content: table(["Where", "What differs"], rows) };
}

interface Row {
  readonly head: Html;
  readonly cells: readonly (Html | string)[];
}

/** Rows become blocks where the page is narrow; each cell then says of what it is. */
function table(heads: readonly string[], rows: readonly Row[]): Html {
  return html`<table class="wide"><thead><tr>${heads.map((text) => html`<th scope="col">${text}</th>`)}</tr></thead><tbody>
${rows.map(({ head, cells }) => html`<tr><th scope="row">${head}</th>${cells.map((cell, index) => html`<td data-label="${heads[index + 1]}">${cell}</td>`)}</tr>
`)}</tbody></table>`;
}

function bar(needed: number, usable: number): Html {
  const share = usable === 0 ? 100 : Math.min(100, Math.round((needed / usable) * 100));
  return html`<svg class="bar${needed > usable ? " short" : ""}" aria-hidden="true"><rect width="${share}%" height="100%"/></svg>`;
}
