import { endOfQuoted, next } from "./scan";

/** HCL's operators from loose to tight. What stands alone is tighter than all. */
const LEVELS: readonly (readonly string[])[] = [["?", ":"], ["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"], ["!"]];
const ATOM = LEVELS.length + 1;
/** Between brackets, commas and keywords anything may stand. */
const DELIMITED = 0;
const SYMBOL = /[|&=!<>+\-*/%?:]/;
const MARK = /["([{)\]}]|\|\||&&|==|!=|<=|>=|=>|[<>+\-*/%!?:]/g;

/** Must the expression `hole` be put in parentheses where `before` and `after` surround it? */
export function needsParentheses(before: string, hole: string, after: string): boolean {
  const own = looseness(hole);
  if (own === ATOM) return false;
  const [left, right] = [levelBefore(before), levelAfter(after)];
  if (own === Math.max(left, right)) return !(own === levelOf("||") || own === levelOf("&&"));
  return own < Math.max(left, right);
}

/** Does the expression hold an operator outside brackets and quotes? */
export function isCompound(hcl: string): boolean {
  return looseness(hcl) !== ATOM;
}

/** Level of the loosest operator outside brackets and quotes. */
function looseness(hcl: string): number {
  // Most expressions are a plain address.
  if (!SYMBOL.test(hcl)) return ATOM;
  let loosest = ATOM;
  let depth = 0;
  for (let mark = next(MARK, hcl, 0); mark !== undefined; ) {
    const { text, at, end } = mark;
    if (text === "(" || text === "[" || text === "{") depth++;
    else if (text === ")" || text === "]" || text === "}") depth--;
    else if (depth === 0 && text !== '"' && text !== "=>" && !isPartOfName(hcl, at)) loosest = Math.min(loosest, levelOf(text));
    mark = next(MARK, hcl, text === '"' ? endOfQuoted(hcl, at) + 1 : end);
  }
  return loosest;
}

/** A hyphen may stand inside a name, and a star inside a splat. */
function isPartOfName(hcl: string, at: number): boolean {
  return (hcl[at] === "-" && /[\w-]/.test(hcl[at - 1] ?? " ")) || (hcl[at] === "*" && hcl[at - 1] === ".");
}

function levelOf(operator: string): number {
  return LEVELS.findIndex((level) => level.includes(operator)) + 1;
}

function levelBefore(before: string): number {
  const operator = /(\|\||&&|==|!=|<=|>=|=>|[<>+\-*/%!?:])\s*$/.exec(before)?.[1];
  if (operator === undefined || operator === "=>") return DELIMITED;
  // The colon of a `for` is no operator.
  return operator === ":" && !before.includes("?") ? DELIMITED : levelOf(operator);
}

function levelAfter(after: string): number {
  if (/^[[.](?!\.\.)/.test(after)) return ATOM;
  const operator = /^\s*(\|\||&&|==|!=|<=|>=|=>|[<>+\-*/%?])/.exec(after)?.[1];
  return operator === undefined || operator === "=>" ? DELIMITED : levelOf(operator);
}
