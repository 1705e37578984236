import type { AccessChange, CostItem, Review, SubnetAddresses } from "../../report/review";
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
    ({ kind, sentence, layer, address, before, after }) => html`<li><p><span class="tag">${accessKinds[kind]}</span> ${sentence}</p><p>${layer} <code>${address}</code></p>
<dl><dt>Before</dt><dd><code>${before}</code></dd><dt>After</dt><dd><code>${after}</code></dd></dl></li>
`,
  )}</ul>`;
  return { id: "access", title: "Access widened", count: access.length, content };
}

export function costSection({ cost }: Review): Section {
  const { before, after, region, items, notPriced, sources } = cost;
  const content = html`<p class="big">${dollarsText(before)} → ${dollarsText(after)} a month</p><p>List prices of ${region}, of what can be priced.</p>
${items.length === 0 ? undefined : table(["What", "Before", "After", "How it was counted"], items.map(costRow))}
${notPriced.length === 0 ? undefined : html`<h3>Not priced</h3><ul>${notPriced.map((what) => html`<li>${what}</li>`)}</ul>`}
${sources.length === 0 ? undefined : html`<p class="source">Prices: ${sources.join("; ")}</p>`}`;
  return { id: "cost", title: "Cost", count: items.length + notPriced.length, uncounted: true, content };
}

export function addressSection({ addresses }: Review): Section {
  const content = table(["Subnet", "Needed at most", "Usable", "Left", "Free now"], addresses.map(addressRow));
  return { id: "addresses", title: "Addresses per subnet", count: addresses.length, content };
}

export function supportSection({ support }: Review): Section {
  const rows = support.map(
    ({ version, sentence, standardEnds, extendedEnds, daysLeft, address }) =>
      html`<th scope="row">${version} <code>${address}</code></th><td>${sentence}</td><td>${standardEnds}</td><td>${extendedEnds ?? "none"}</td><td class="number">${numberText(daysLeft)}</td>`,
  );
  return { id: "support", title: "Support of versions", count: support.length, content: table(["Version", "", "Standard ends", "Extended ends", "Days left"], rows) };
}

export function differenceSection({ differences }: Review): Section {
  const rows = differences.map(({ path, sentence }) => html`<th scope="row"><code>${path}</code></th><td>${sentence}</td>`);
  return { id: "differences", title: "Differences between environments", count: differences.length, content: table(["Where", "What differs"], rows) };
}

function table(heads: readonly string[], rows: readonly Html[]): Html {
  const head = heads.map((text) => (text === "" ? html`<td></td>` : html`<th scope="col">${text}</th>`));
  return html`<table><thead><tr>${head}</tr></thead><tbody>
${rows.map((row) => html`<tr>${row}</tr>
`)}</tbody></table>`;
}

function costRow({ layer, address, what, before, after, how }: CostItem): Html {
  const price = (side: CostItem["before"]) => html`<td class="number">${side === undefined ? "–" : dollarsText(side)}</td>`;
  return html`<th scope="row">${what} <code title="${layer}">${address}</code></th>${price(before)}${price(after)}<td>${how}</td>`;
}

function addressRow({ name, cidr, usable, needed, left, free }: SubnetAddresses): Html {
  const share = usable === 0 ? 100 : Math.min(100, Math.round((needed / usable) * 100));
  const bar = html`<svg class="bar ${left < 0 ? "short" : ""}" aria-hidden="true" focusable="false"><rect width="${share}%" height="100%"></rect></svg>`;
  const rest = left < 0 ? html`<b>${numberText(-left)} too few</b>` : numberText(left);
  return html`<th scope="row">${name} <code>${cidr}</code></th><td class="number">${numberText(needed)}${bar}</td><td class="number">${numberText(usable)}</td><td class="number">${rest}</td><td class="number">${
    free === undefined ? "not asked" : numberText(free)
  }</td>`;
}
