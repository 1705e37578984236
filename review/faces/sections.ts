import type { AttributeChange, Review } from "../report/review";
import { createdSection, driftSection, forgottenSection, goneSection, lostReleaseSection, outputSection, restateSection, updatedSection } from "./change-sections";
import { accessSection, addressSection, allowedSection, costSection, differenceSection, refusedSection, supportSection } from "./fact-sections";
import { failedSection, layerSection, policySection } from "./layer-sections";
import { inOrder } from "./order";

/** What the terminal and the comment both print: the same sentences in the same order. */
export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** Of all entries together. */
  readonly notes?: readonly string[];
}

export interface Entry {
  readonly sign: Sign;
  readonly text: string;
  /** What `text` is about. */
  readonly at?: Place;
  /** Attributes that say why. */
  readonly because?: readonly AttributeChange[];
  readonly attributes?: readonly AttributeChange[];
  readonly notes?: readonly string[];
  readonly url?: string;
  /** What a tool said, in its own lines. */
  readonly quote?: string;
}

export interface Place {
  /** Where there is more than one. */
  readonly layer?: string;
  readonly address: string;
}

/** Those of Terraform, `!` for what is in the way, and `·` for what is only said. */
export type Sign = "-/+" | "+/-" | "-" | "~" | "+" | "." | "!" | "·";

const makers = inOrder<(review: Review) => Section>({
  failed: failedSection,
  gone: goneSection,
  refused: refusedSection,
  allowed: allowedSection,
  policies: policySection,
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
});

/** What has nothing to say is left out. */
export function sectionsOf(review: Review): Section[] {
  const sections = makers.map((sectionOf) => sectionOf(review)).filter(({ entries }) => entries.length > 0);
  return review.layers.length > 1 ? sections : sections.map((section) => ({ ...section, entries: section.entries.map(ofOneLayer) }));
}

function ofOneLayer({ at, ...entry }: Entry): Entry {
  return { ...entry, ...(at && { at: { address: at.address } }) };
}
