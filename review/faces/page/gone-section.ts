import { grouped } from "../../grouped";
import type { Gone, Review } from "../../report/review";
import { counted } from "../wording";
import { attributeTable, byLayer, entriesHtml, type Entry } from "./entry";
import { html, type Html } from "./html";
import type { Section } from "./section";

/** Where more go, those are open that lose something. */
const few = 12;

export function goneSection(review: Review): Section {
  return { id: "gone", title: "Destroyed or replaced", ...goneFrom(review, ({ verb }) => verb !== "forget") };
}

/** What stays in AWS, where nobody manages it then. */
export function forgottenSection(review: Review): Section {
  return { id: "forgotten", title: "No longer managed", ...goneFrom(review, ({ verb }) => verb === "forget") };
}

function goneFrom(review: Review, isMeant: (gone: Gone) => boolean): Pick<Section, "count" | "content"> {
  return byLayer(review, ({ gone }) => gone.filter(isMeant), (all, layer) => goneHtml(layer, grouped(all, ({ follows = "" }) => follows)));
}

/** What is replaced for the sake of something else stands inside of that. */
function goneHtml(layer: string, byCause: ReadonlyMap<string, readonly Gone[]>, cause = ""): Html {
  const own = byCause.get(cause) ?? [];
  return entriesHtml(own.map((one) => goneEntry(layer, one, cause === "" && (own.length <= few || one.severity === "loss"), followingHtml(layer, byCause, one.address))));
}

function followingHtml(layer: string, byCause: ReadonlyMap<string, readonly Gone[]>, cause: string): Html | undefined {
  const following = byCause.get(cause);
  if (following === undefined) return undefined;
  return html`<details class="group" data-group><summary>${counted(following.length, "resource")} replaced with it, for referring to it</summary>
${goneHtml(layer, byCause, cause)}</details>
`;
}

function goneEntry(layer: string, { address, type, verb, what, meaning, severity, createdFirst, because, reason, attributes }: Gone, open: boolean, following: Html | undefined): Entry {
  const forcing = new Set(because.map(({ path }) => path));
  const others = attributes.filter(({ path }) => !forcing.has(path));
  // Nearly every computed attribute of what is replaced is unknown: their names say enough.
  const computed = others.filter(({ after }) => after.kind === "unknown").map(({ path }) => path);
  const body = html`${reason === undefined ? undefined : html`<p>Why: ${reason}</p>`}${attributeTable("What forces the replacement", because)}
${verb === "replace" ? html`<p>${createdFirst === true ? "The new one is created before the old one is destroyed." : "The old one is destroyed before the new one is created."}</p>` : undefined}
${attributeTable(because.length > 0 ? "What else changes" : "What changes", others.filter(({ after }) => after.kind !== "unknown"))}
${computed.length === 0 ? undefined : html`<p class="quiet">Known after apply: ${computed.join(", ")}</p>`}
${following}`;
  return { layer, address, type, verb, sentence: `${what}: ${meaning}`, tag: severity, body, open, ...(verb === "replace" && createdFirst === true && { createdFirst }) };
}
