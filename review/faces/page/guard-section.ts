import { describe } from "../../../kernel/problem";
import type { GuardFinding, Review } from "../../report/review";
import { anchor } from "./entry";
import { html, type Html } from "./html";
import type { Section } from "./section";

/** What stands in the way of a deploy, and what somebody let pass. */
export function guardSection(review: Review): Section {
  const problems = review.layers.flatMap((layer) => (layer.outcome === "planned" ? layer.problems.map((problem) => ({ layer: layer.layer, problem })) : []));
  const refused = review.guards.filter(({ allowed }) => allowed === undefined);
  const allowed = review.guards.filter((finding) => finding.allowed !== undefined);
  const content = html`${listed("Refused", [
    ...refused.map((finding) => guardHtml(review, finding)),
    ...problems.map(({ layer, problem }) => html`<li class="refused"><b>${layer}</b> ${describe(problem)}</li>`),
  ])}${listed("Allowed", allowed.map((finding) => guardHtml(review, finding)))}`;
  return { id: "guards", title: "Guards", count: review.guards.length + problems.length, content };
}

function listed(title: string, items: readonly Html[]): Html | undefined {
  return items.length === 0 ? undefined : html`<h3>${title}</h3><ul class="plain">${items}</ul>`;
}

const places = { environment: "in the environment's file", command: "on the command line" };

function guardHtml(review: Review, { guard, layer, address, sentence, allowed }: GuardFinding): Html {
  const where = review.layers.some((one) => one.layer === layer && one.outcome === "planned" && [...one.gone, ...one.updated].some((resource) => resource.address === address));
  const target = html`<code>${address}</code>`;
  return html`<li class="${allowed === undefined ? "refused" : "allowed"}"><p>${sentence}</p><p>${where ? html`<a href="#${anchor(layer, address)}">${target}</a>` : target} <span class="tag">${guard}</span></p>${
    allowed === undefined ? undefined : html`<p>Allowed ${places[allowed.by]}: “${allowed.reason}”</p>`
  }</li>
`;
}
