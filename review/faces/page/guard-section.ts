import { describe } from "../../../kernel/problem";
import type { GuardFinding, Review } from "../../report/review";
import { anchor } from "./entry";
import { html, type Html } from "./html";
import type { Section } from "./section";

/** What stops a deploy: guards that nobody has let pass, and rules that nobody can. */
export function refusedSection(review: Review): Section {
  const guards = review.guards.filter(({ allowed }) => allowed === undefined).map((finding) => guardHtml(review, finding));
  const problems = review.layers.flatMap((layer) => (layer.outcome === "planned" ? layer.problems : [])).map((problem) => html`<li class="guard">${describe(problem)}</li>`);
  return { id: "refused", title: "Refused", count: guards.length + problems.length, content: html`<ul class="plain">${guards}${problems}</ul>` };
}

export function allowedSection(review: Review): Section {
  const guards = review.guards.filter(({ allowed }) => allowed !== undefined).map((finding) => guardHtml(review, finding));
  return { id: "allowed", title: "Allowed, with a reason", count: guards.length, content: html`<ul class="plain">${guards}</ul>` };
}

const places = { environment: "in the environment's file", command: "on the command line" };

function guardHtml(review: Review, { guard, layer, address, sentence, allowed }: GuardFinding): Html {
  const where = review.layers.some((one) => one.layer === layer && one.outcome === "planned" && [...one.gone, ...one.updated].some((resource) => resource.address === address));
  const target = html`<code>${address}</code>`;
  return html`<li class="guard${allowed === undefined ? "" : " allowed"}"><p>${sentence}</p><p>${where ? html`<a href="#${anchor(layer, address)}">${target}</a>` : target} <span class="tag">${guard}</span></p>${
    allowed === undefined ? undefined : html`<p>Allowed ${places[allowed.by]}: “${allowed.reason}”</p>`
  }</li>
`;
}
