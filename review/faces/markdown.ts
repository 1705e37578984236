import type { AttributeChange, Review, Verdict } from "../report/review";
import { code, plain, quoted, summary } from "./markdown-text";
import { cutEnd } from "./printable";
import { type Entry, type Section, sectionsOf } from "./sections";
import { counted, dollarsText, isSecret, listed, originText, shownText } from "./wording";

export interface MarkdownOptions {
  /** Most characters. GitHub takes 65,536 in a comment. */
  readonly limit?: number;
  /** Where the whole review is, as a noun phrase: `the page review.html`. */
  readonly whole?: string;
}

const commentLimit = 65_000;
const mostEntries = 100;
const mostOpen = 12;
const mostValue = 200;

/** Hidden: by it a later review finds the comment of an earlier one, of the same environment alone. */
export function marker(environment: string): string {
  return `<!-- eks-platform review ${environment} -->`;
}

/** For a comment at a pull request, and the summary of a job. */
export function markdown(review: Review, { limit = commentLimit, whole = "what `platform review` prints in a terminal" }: MarkdownOptions = {}): string {
  const head = [marker(review.environment), `## Review of ${plain(review.environment)}: ${verdictWords[review.verdict.kind]}`, `**${plain(review.verdict.sentence)}**`, `${plain(originText(review))}${unchangedCost(review)}`].join("\n\n");
  const sections = sectionsOf(review).map((section) => ({ title: section.title, text: sectionText(section) }));
  const kept = sections.filter(roomFor(limit - head.length - 500 - sections.reduce((sum, { title }) => sum + title.length * 2, 0)));
  const left = sections.filter((section) => !kept.includes(section)).map(({ title }) => plain(title));
  const note = left.length === 0 ? [] : [`Too long for this place, and left out: ${listed(left)}. All of it is in ${whole}.`];
  return `${[head, ...note, ...kept.map(({ text }) => text)].join("\n\n")}\n`;
}

const verdictWords: Readonly<Record<Verdict["kind"], string>> = { unchanged: "no changes", changes: "changes", refused: "refused", failed: "failed" };

function unchangedCost({ verdict, cost }: Review): string {
  return verdict.kind === "unchanged" ? `, ${plain(`costs ${dollarsText(cost.after)} a month, as before`)}` : "";
}

/** A section is there as a whole, or not at all. */
function roomFor(characters: number): (section: { readonly text: string }) => boolean {
  let left = characters;
  return ({ text }) => {
    if (text.length + 2 > left) return false;
    left -= text.length + 2;
    return true;
  };
}

/** The first are open, as they are the worst; the rest is folded. */
function sectionText({ title, entries, notes = [] }: Section): string {
  const points = entries.slice(0, mostEntries).map(entryText);
  const [open, folded] = [points.slice(0, mostOpen), points.slice(mostOpen)];
  const beyond = entries.length > mostEntries ? [`- and ${counted(entries.length - mostEntries, "more", "more")}`] : [];
  const rest = folded.length === 0 ? [] : [["<details>", summary(`and ${counted(entries.length - mostOpen, "more", "more")}`), "", ...folded, ...beyond, "", "</details>"].join("\n")];
  const below = notes.map((note) => `<sub>${plain(note)}</sub>`).join("<br>\n");
  return [`### ${plain(title)}`, open.join("\n"), ...rest, ...(below === "" ? [] : [below])].join("\n\n");
}

/** A point of a list; what belongs to it is indented as far as its text. */
function entryText({ sign, text, at, because = [], attributes = [], notes = [], quote, url }: Entry): string {
  const first = `${sign === "·" ? "" : `${code(sign)} `}${plain(text)}`;
  const place = at === undefined ? [] : [`${at.layer === undefined ? "" : `${plain(at.layer)}: `}${code(at.address)}`];
  const link = url === undefined ? [] : [`<${encodeURI(url)}>`];
  const lines = [first, ...place, ...because.map((change) => `because ${code(change.path)}: ${pair(change)}`), ...notes.map(plain), ...link].join("<br>\n");
  const blocks = [lines.split("\n"), ...(attributes.length === 0 ? [] : [table(attributes)]), ...(quote === undefined ? [] : [quoted(quote)])];
  return `- ${blocks.map((block) => block.join("\n  ")).join("\n\n  ").replaceAll(/\n +(?=\n)/g, "\n")}`;
}

function pair(change: AttributeChange): string {
  return isSecret(change) ? "(sensitive value) changes" : `${valueText(change, "before")} → ${valueText(change, "after")}`;
}

function table(changes: readonly AttributeChange[]): string[] {
  const rows = changes.map((change) => `| ${code(change.path)} | ${valueText(change, "before")} | ${valueText(change, "after")} |`);
  const lines = ["| Attribute | Before | After |", "|---|---|---|", ...rows];
  return changes.length > mostOpen ? ["<details>", summary(counted(changes.length, "attribute")), "", ...lines, "", "</details>"] : lines;
}

function valueText(change: AttributeChange, side: "before" | "after"): string {
  const text = shownText(change[side]);
  return change[side].kind === "value" ? code(cutEnd(text, mostValue)) : text;
}
