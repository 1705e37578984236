import type { AttributeChange, Review, Verdict } from "../report/review";
import { columnsOf, cutMiddle, printable, wrapped } from "./printable";
import { type Entry, type Section, sectionsOf, type Sign } from "./sections";
import { valueLines } from "./value-pair";
import { dollarsText, originText } from "./wording";

export interface TerminalOptions {
  readonly colour: boolean;
  /** Columns; Infinity where it is no terminal. */
  readonly width: number;
}

const below = " ".repeat(6);
const narrowest = 40;

/** What a reviewer reads in a terminal. Text says it all; colour makes it quicker to find. */
export function terminalLines(review: Review, { colour, width }: TerminalOptions): string[] {
  const paper = new Paper(colour, Math.max(narrowest, width));
  paper.text("", `Review of ${review.environment}: ${review.verdict.sentence}`, verdictStyle[review.verdict.kind]);
  paper.text("  ", originText(review), "dim");
  if (review.verdict.kind === "unchanged") paper.text("  ", `costs ${dollarsText(review.cost.after)} a month, as before`, "dim");
  for (const section of sectionsOf(review)) write(paper, section);
  return paper.lines;
}

function write(paper: Paper, { title, entries, notes = [] }: Section): void {
  paper.lines.push("");
  paper.text("", title, "bold");
  for (const entry of entries) writeEntry(paper, entry);
  for (const note of notes) paper.text("    ", note, "dim");
}

function writeEntry(paper: Paper, { sign, text, at, because = [], attributes = [], notes = [], quote, url }: Entry): void {
  paper.text(`${sign.padStart(3)} `, text, signStyle[sign]);
  if (at !== undefined) paper.place(`${at.layer === undefined ? "" : `${at.layer}: `}${at.address}`);
  paper.attributes(because, "because ");
  paper.attributes(attributes, "");
  for (const note of notes) paper.text(below, note);
  for (const line of quote?.split("\n") ?? []) paper.text(`${below}│ `, line);
  if (url !== undefined) paper.lines.push(`${below}${printable(url)}`);
}

type Style = "bold" | "dim" | "red" | "yellow" | "green" | "plain";

const verdictStyle: Readonly<Record<Verdict["kind"], Style>> = { unchanged: "green", changes: "yellow", refused: "red", failed: "red" };
const signStyle: Readonly<Record<Sign, Style>> = { "-/+": "red", "+/-": "red", "-": "red", "!": "red", "~": "yellow", "+": "green", ".": "plain", "·": "plain" };
const codes: Readonly<Record<Style, string>> = { bold: "\u001b[1m", dim: "\u001b[2m", red: "\u001b[31m", yellow: "\u001b[33m", green: "\u001b[32m", plain: "" };

class Paper {
  readonly lines: string[] = [];

  constructor(private readonly colour: boolean, private readonly width: number) {}

  /** `head` stands in the first line alone; what follows is indented as far. */
  text(head: string, text: string, style: Style = "plain"): void {
    const indent = columnsOf(head);
    const hanging = head.trim().startsWith("│") || head.trim() === "" ? head : " ".repeat(indent);
    for (const [index, line] of wrapped(printable(text), this.width - indent).entries()) this.line(`${index === 0 ? head : hanging}${line}`, style);
  }

  place(place: string): void {
    this.line(`${below}${cutMiddle(printable(place), this.width - below.length)}`, "dim");
  }

  attributes(changes: readonly AttributeChange[], label: string): void {
    const indent = `${below}${label}`;
    const paths = changes.map(({ path }) => cutMiddle(printable(path), this.width - indent.length));
    const column = Math.max(...paths.map(columnsOf).filter((columns) => columns <= this.width / 2));
    for (const [index, path] of paths.entries()) {
      const head = `${indent}${path}${" ".repeat(Math.max(0, column - columnsOf(path)))}  `;
      const [besides = "", ...lower] = valueLines(changes[index]!, this.width - columnsOf(head), this.width - below.length - 2);
      this.line(`${head}${besides}`, "plain");
      for (const value of lower) this.line(`${below}  ${value}`, "plain");
    }
  }

  private line(text: string, style: Style): void {
    const plain = text.trimEnd();
    this.lines.push(this.colour && codes[style] !== "" ? `${codes[style]}${plain}\u001b[0m` : plain);
  }
}
