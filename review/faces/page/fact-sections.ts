import type { AccessChange, CostItem, Review } from "../../report/review";
import { changes, changeText } from "../fact-sections";
import { counted, differenceText, dollarsText, thousands } from "../wording";
import { html, type Html } from "./html";
import type { Section } from "./section";

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
  const difference = differenceText(before, after);
  const same = items.filter((item) => !changes(item));
  const content = html`<p class="big">${changeText(before, after)} a month${difference === "" ? undefined : ` (${difference})`}</p>
${costTable(items.filter(changes))}${same.length === 0 ? undefined : html`<details><summary>${counted(same.length, "item")} as before</summary>${costTable(same)}</details>`}
${notPriced.length === 0 ? undefined : html`<h3>Not priced</h3><ul>${notPriced.map((what) => html`<li>${what}</li>`)}</ul>`}
<p class="quiet">Prices of ${region}: ${sources.join("; ")}</p>`;
  return { id: "cost", title: "Cost", count: items.length + notPriced.length, uncounted: true, content };
}

function costTable(items: readonly CostItem[]): Html | undefined {
  if (items.length === 0) return undefined;
  const price = (dollars: CostItem["before"]) => (dollars === undefined ? "nothing" : dollarsText(dollars));
  const rows = items.map(({ layer, address, what, how, before, after }) => ({ head: html`${what} <code class="address">${layer} ${address}</code>`, cells: [price(before), price(after), how] }));
  return table(["What", "Before", "After", "How it was counted"], rows);
}

export function addressSection({ addresses }: Review): Section {
  const rows = addresses.map(({ name, cidr, usable, needed, left, free, address, layer }) => ({
    head: html`${name} ${cidr} <code class="address">${layer} ${address}</code>`,
    cells: [
      html`${thousands.format(needed)} of ${thousands.format(usable)}${bar(needed, usable)}`,
      left < 0 ? html`<b>${thousands.format(-left)} too few</b>` : thousands.format(left),
      free === undefined ? "not asked" : thousands.format(free),
    ],
  }));
  return { id: "addresses", title: "Addresses left in subnets", count: addresses.length, content: table(["Subnet", "Needed at most", "Left", "Free in AWS now"], rows) };
}

export function supportSection({ support }: Review): Section {
  const rows = support.map(({ version, sentence, standardEnds, extendedEnds, layer, address }) => ({
    head: html`${version} <code class="address">${layer} ${address}</code>`,
    cells: [sentence, standardEnds, extendedEnds ?? "no extended support"],
  }));
  return { id: "support", title: "Versions near their end", count: support.length, content: table(["Version", "What it means", "Standard support ends", "Extended support ends"], rows) };
}

export function differenceSection({ differences }: Review): Section {
  const rows = differences.map(({ path, sentence }) => ({ head: html`<code>${path}</code>`, cells: [sentence] }));
  return { id: "differences", title: "Differs from the environment before it", count: differences.length, content: table(["Where", "What differs"], rows) };
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
