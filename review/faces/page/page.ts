import { createHash } from "node:crypto";
import type { Review } from "../../report/review";
import { inOrder } from "../order";
import { countsText, originText } from "../wording";
import { createdSection, driftSection, lostReleaseSection, outputSection, restateSection, updatedSection } from "./change-sections";
import { dependencySection } from "./dependency-section";
import { accessSection, addressSection, costSection, differenceSection, supportSection } from "./fact-sections";
import { forgottenSection, goneSection } from "./gone-section";
import { allowedSection, refusedSection } from "./guard-section";
import { asWritten, html, type Html } from "./html";
import { hindrances, layerSection } from "./layer-section";
import { script } from "./script";
import { contentsHtml, type Section, sectionHtml } from "./section";
import { style } from "./style";

const makers = inOrder<(review: Review) => Section>({
  gone: goneSection,
  refused: refusedSection,
  allowed: allowedSection,
  updated: updatedSection,
  access: accessSection,
  created: createdSection,
  restated: restateSection,
  forgotten: forgottenSection,
  drift: driftSection,
  "lost-releases": lostReleaseSection,
  cost: costSection,
  addresses: addressSection,
  support: supportSection,
  differences: differenceSection,
  outputs: outputSection,
  layers: layerSection,
  dependencies: dependencySection,
});

/** A review as one HTML file that asks nobody for anything. */
export function page(review: Review): string {
  const sections = makers.map((sectionOf) => sectionOf(review)).filter(({ count }) => count > 0);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${review.environment}: ${review.verdict.sentence}</title>
<style>${asWritten(style)}</style>
</head>
<body>
<a class="skip" href="#review">To the review</a>
${headerHtml(review)}<div class="columns">
${contentsHtml(sections)}<main id="review">
${filterHtml}${sections.map(sectionHtml)}</main>
</div>
<script>${asWritten(script)}</script>
</body>
</html>
`.markup;
}

// Nothing runs but the script above, and nothing is loaded: the hashes stand for exactly these texts.
const policy = `default-src 'none'; style-src '${hash(style)}'; script-src '${hash(script)}'; base-uri 'none'; form-action 'none'`;

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

const kinds = { unchanged: "✓ Unchanged", changes: "~ Changes", refused: "✕ Refused", failed: "! Failed" };
const exits = {
  0: "a deploy would change nothing.",
  1: "it must not be deployed as it is.",
  2: "a deploy would change something, or layers wait for others.",
};

function headerHtml(review: Review): Html {
  const { environment, verdict } = review;
  const counts = countsText(verdict.counts);
  return html`<header>
<h1>Review of ${environment}</h1>
<p class="quiet">${originText(review)}</p>
<div class="verdict ${verdict.kind}"><p><b>${kinds[verdict.kind]}</b></p><p class="said">${verdict.sentence}</p>${counts === "" ? undefined : html`<p>${counts}</p>`}
${hindrances(review)}<p class="quiet">Exit code ${verdict.exitCode}: ${exits[verdict.exitCode]}</p></div>
</header>
`;
}

const filterHtml = html`<form class="filter" role="search" aria-label="Changes" hidden>
<label class="text">Find changes by words, address or key <input name="text" type="search" autocomplete="off" aria-keyshortcuts="/"></label>
<label>Verb <select name="verb"><option value="">all</option></select></label>
<label>Type <select name="type"><option value="">all</option></select></label>
<button name="fold" type="button">Open all</button> <button type="reset">Clear</button>
<output name="told" aria-live="polite"></output>
</form>
`;
