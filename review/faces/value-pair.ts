import type { AttributeChange } from "../report/review";
import { columnsOf, cutEnd, printable } from "./printable";
import { isSecret, shownText } from "./wording";

const context = 12;
const secretChange = "(sensitive value) changes";

/** What a value was and is to be: in one line where it fits, otherwise one below the other, from shortly before they differ. */
export function valueLines(change: AttributeChange, besides: number, below: number): string[] {
  if (isSecret(change)) return besides < secretChange.length ? ["", secretChange] : [secretChange];
  const [before, after] = [printable(shownText(change.before)), printable(shownText(change.after))];
  const whole = `${before} → ${after}`;
  if (columnsOf(whole) <= besides) return [whole];
  const from = Math.max(0, equalLength(before, after) - context);
  const [left, right] = [before, after].map((text) => cutEnd(columnsOf(text) <= below - 2 || from < 2 ? text : `…${text.slice(from)}`, below - 2));
  return ["", `  ${left}`, `→ ${right}`];
}

function equalLength(before: string, after: string): number {
  let index = 0;
  while (index < before.length && before[index] === after[index]) index += 1;
  return index;
}
