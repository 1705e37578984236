import { visible } from "../printable";

/** HTML in which every text that was put in is escaped. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | undefined | readonly Part[];

/** The markup of the template; what stands in its places is text, unless it is markup itself. Nothing prints as nothing. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: strings.map((text, index) => (index === 0 ? text : `${markupOf(parts[index - 1])}${text}`)).join("") };
}

/** What this project wrote itself: its style and its script. */
export function asWritten(markup: string): Html {
  return { markup };
}

/** A link where it leads to the web, else its words: an address from elsewhere must not run as a script. */
export function link(address: string, words: string): Html {
  return /^https?:\/\//i.test(address) ? html`<a href="${address}" rel="noreferrer">${words}</a>` : html`${words}`;
}

function markupOf(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "object") return "markup" in part ? part.markup : part.map(markupOf).join("");
  return escaped(String(part));
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return visible(text).replace(/[&<>"']/g, (sign) => entities[sign]!);
}
