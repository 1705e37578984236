import { characters } from "../characters";
import { close, flat, type Group, parseExpression, type Sequence } from "./expression-tree";

/** Width that a line is broken at, as far as brackets allow. */
const WIDTH = 110;
const INDENT = "  ";

/**
 * Lays expression text out on lines as `terraform fmt` leaves them. The first line starts at `column`; the others
 * carry `depth` indents.
 */
export function layout(text: string, column: number, depth: number): string {
  return layoutSequence(parseExpression(text), column, depth, false);
}

/** `key = value` lines with their equals signs aligned, one run of single-line values at a time. */
export function alignAssignments(entries: readonly { readonly key: string; readonly value: string }[], depth: number): string[] {
  const lines: string[] = [];
  for (let start = 0; start < entries.length; ) {
    const length = entries.slice(start).findIndex((entry) => entry.value.includes("\n"));
    const end = length === -1 ? entries.length : start + length;
    const width = Math.max(0, ...entries.slice(start, end).map((entry) => characters(entry.key)));
    for (const { key, value } of entries.slice(start, end)) lines.push(`${INDENT.repeat(depth)}${key}${" ".repeat(width - characters(key))} = ${value}`);
    if (end < entries.length) lines.push(`${INDENT.repeat(depth)}${entries[end]!.key} = ${entries[end]!.value}`);
    start = end + 1;
  }
  return lines;
}

function layoutSequence(sequence: Sequence, column: number, depth: number, bracketed: boolean): string {
  const line = flat(sequence);
  if (column + line.length <= WIDTH) return line;
  const operands = splitAtOperators(sequence);
  if (operands.length > 1) return layoutOperators(operands, depth, bracketed);
  const last = lastBreakable(sequence);
  if (last === -1) return line;
  const before = sequence.slice(0, last);
  const after = flat(sequence.slice(last + 1));
  return flat(before) + layoutGroup(sequence[last] as Group, depth) + after;
}

function layoutGroup(group: Group, depth: number): string {
  const pad = INDENT.repeat(depth + 1);
  const end = `\n${INDENT.repeat(depth)}${close(group)}`;
  const [only, ...others] = group.items;
  if (only === undefined) return group.open + close(group);
  if (others.length === 0 && group.open !== "{" && isCallOrGroup(only)) {
    // A call of one bracketed argument opens both brackets on one line: jsonencode({
    return group.open + layoutSequence(only, WIDTH, depth, true) + close(group);
  }
  if (group.open === "(" && isHugged(group.items)) {
    // merge(var.tags, {
    const last = group.items.at(-1)!;
    return `(${group.items.slice(0, -1).map(flat).join(", ")}, ${layoutSequence(last, WIDTH, depth, true)})`;
  }
  if (flat(only).startsWith("for ")) return `${group.open}\n${layoutFor(only, depth + 1)}${end}`;
  if (group.open === "{") return `{\n${layoutObject(group.items, depth + 1).join("\n")}${end}`;
  if (group.items.every((item) => /^-?[0-9.]+$/.test(flat(item)))) return `${group.open}\n${filledLines(group.items.map(flat), pad)}${end}`;
  const trailing = group.open === "[" ? "," : "";
  const lines = group.items.map((item, index) => {
    const comma = index === group.items.length - 1 ? trailing : ",";
    return pad + layoutSequence(item, pad.length, depth + 1, true) + comma;
  });
  return `${group.open}\n${lines.join("\n")}${end}`;
}

/** Numbers stand in rows. */
function filledLines(items: readonly string[], pad: string): string {
  return items.slice(1).reduce((text, item) => {
    const fits = text.length - text.lastIndexOf("\n") + item.length + 2 <= WIDTH;
    return `${text},${fits ? " " : `\n${pad}`}${item}`;
  }, pad + items[0]!) + ",";
}

function layoutObject(items: readonly Sequence[], depth: number): string[] {
  const entries = items.map((item) => {
    const [key, value] = splitAssignment(item);
    return { key, value: layoutSequence(value, INDENT.length * depth + key.length + 3, depth, false) };
  });
  return alignAssignments(entries, depth);
}

function splitAssignment(item: Sequence): [string, Sequence] {
  let key = "";
  for (const [index, piece] of item.entries()) {
    const at = typeof piece === "string" && !isQuoted(piece) ? piece.search(/(?<![=!<>]) = /) : -1;
    if (at !== -1) {
      const rest = (piece as string).slice(at + 3);
      return [key + (piece as string).slice(0, at), [...(rest === "" ? [] : [rest]), ...item.slice(index + 1)]];
    }
    key += typeof piece === "string" ? piece : flat([piece]);
  }
  throw new Error(`bug: no assignment in ${flat(item)}`);
}

/** `for … : …` with its condition on a line of its own, and a choice of values in brackets. */
function layoutFor(item: Sequence, depth: number): string {
  const pad = INDENT.repeat(depth);
  const [head, value] = splitAtArrow(item);
  const choices = splitAtOperators(value);
  if (choices.length > 1 && !/ if\b/.test(flat(value)) && pad.length + flat(item).length > WIDTH && pad.length + flat(head).length < WIDTH) {
    return pad + flat(head) + layoutOperators(choices, depth, false);
  }
  const at = item.findLastIndex((piece) => typeof piece === "string" && !isQuoted(piece) && / if\b/.test(piece));
  if (at === -1) return pad + layoutSequence(item, pad.length, depth, true);
  const piece = item[at] as string;
  const cut = piece.lastIndexOf(" if");
  const body: Sequence = [...item.slice(0, at), piece.slice(0, cut)].filter((part) => part !== "");
  const condition: Sequence = [piece.slice(cut + 1), ...item.slice(at + 1)];
  return `${pad}${layoutSequence(body, pad.length, depth, true)}\n${pad}${layoutSequence(condition, pad.length, depth, true)}`;
}

/** A `for` of an object up to its arrow, and the value behind it. */
function splitAtArrow(item: Sequence): [Sequence, Sequence] {
  const index = item.findIndex((piece) => typeof piece === "string" && !isQuoted(piece) && / =>( |$)/.test(piece));
  if (index === -1) return [item, []];
  const piece = item[index] as string;
  const cut = piece.indexOf(" =>") + " => ".length;
  return [[...item.slice(0, index), piece.slice(0, cut)], [piece.slice(cut), ...item.slice(index + 1)].filter((part) => part !== "")];
}

/** Operands on lines of their own. HCL reads past a line end only inside brackets, so some are added where none are. */
function layoutOperators(operands: readonly Sequence[], depth: number, bracketed: boolean): string {
  const inner = bracketed ? depth : depth + 1;
  const pad = INDENT.repeat(inner);
  const lines = operands.map((operand) => layoutSequence(operand, pad.length, inner, true));
  return bracketed ? lines.join(`\n${pad}`) : `(\n${pad}${lines.join(`\n${pad}`)}\n${INDENT.repeat(depth)})`;
}

/** Splits before `?`, `:`, `&&` and `||`, whichever binds loosest. */
function splitAtOperators(sequence: Sequence): Sequence[] {
  if (flat(sequence).startsWith("for ")) return [sequence];
  const conditional = sequence.some((piece) => typeof piece === "string" && !isQuoted(piece) && / \? /.test(` ${piece} `));
  const pattern = conditional ? / (?=[?:] )/ : / (?=(?:&&|\|\|) )/;
  const parts: (string | Group)[][] = [[]];
  for (const piece of sequence) {
    if (typeof piece !== "string" || isQuoted(piece)) parts.at(-1)!.push(piece);
    else {
      const [head, ...tail] = piece.split(pattern);
      if (head !== "") parts.at(-1)!.push(head!);
      tail.forEach((part) => parts.push([part]));
    }
  }
  return parts;
}

/** The last group worth breaking. An index stays on its line: it takes no trailing comma. */
function lastBreakable(sequence: Sequence): number {
  return sequence.findLastIndex(
    (piece, index) => typeof piece !== "string" && piece.items.length > 0 && flat([piece]).length > 12 && !isIndex(piece, sequence[index - 1]),
  );
}

function isIndex(group: Group, before: string | Group | undefined): boolean {
  return group.open === "[" && before !== undefined && (typeof before !== "string" || (/[\w"-]$/.test(before) && !/\bif$/.test(before)));
}

function isCallOrGroup(sequence: Sequence): boolean {
  const last = sequence.at(-1);
  if (last === undefined || typeof last === "string") return false;
  return sequence.length === 1 || (sequence.length === 2 && typeof sequence[0] === "string" && /^[a-z_0-9]+$/.test(sequence[0]));
}

/** Short arguments and then a list or object, or a call after text alone: `join(",", concat(`. They stay on the line that opens it. */
function isHugged(items: readonly Sequence[]): boolean {
  const first = items.slice(0, -1);
  const last = items.at(-1)!;
  if (first.length === 0 || first.map(flat).join(", ").length > 40) return false;
  const isBare = (argument: Sequence) => argument.length === 1 && typeof argument[0] === "string" && !/[ ?&|]/.test(argument[0]);
  return last.length === 1 ? isCallOrGroup(last) && first.every(isBare) : isCallOrGroup(last) && first.every((argument) => isQuoted(flat(argument)));
}

function isQuoted(piece: string): boolean {
  return piece.startsWith('"');
}
