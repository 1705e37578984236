import { html, type Html } from "./html";

/** A part of the page. One that counts nothing is left out. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  /** No number that helps a reader. */
  readonly uncounted?: boolean;
  readonly content: Html;
}

export function sectionHtml(section: Section): Html {
  return html`<section id="${section.id}" aria-labelledby="${section.id}-title"><h2 id="${section.id}-title">${heading(section)}</h2>
${section.content}</section>
`;
}

export function contentsHtml(sections: readonly Section[]): Html {
  return html`<nav aria-label="Contents"><ul>${sections.map((section) => html`<li><a href="#${section.id}">${heading(section)}</a></li>`)}</ul></nav>
`;
}

function heading({ title, count, uncounted }: Section): Html {
  return html`${title}${uncounted === true ? undefined : html` <span class="count">${count.toLocaleString("en-US")}</span>`}`;
}
