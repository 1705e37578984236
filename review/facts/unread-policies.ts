import { grouped } from "../grouped";
import type { AccessChange } from "../report/review";
import { enumerated } from "./enumerated";

const what = ": what its";
const unread = "allows is known after apply";

export function unreadSentence(who: string, trust: boolean): string {
  return `${who}${what} ${trust ? "trust" : "policy"} ${unread}`;
}

/** Where a cluster is replaced, no policy that names it can be read: that is said once a layer. */
export function unreadOnce(changes: readonly AccessChange[]): AccessChange[] {
  const isUnread = ({ sentence }: AccessChange) => sentence.endsWith(unread);
  const layers = grouped(changes.filter(isUnread), ({ layer }) => layer);
  return [...changes.filter((change) => !isUnread(change)), ...[...layers.values()].map(together)];
}

function together(changes: readonly AccessChange[]): AccessChange {
  const [first] = changes as [AccessChange];
  if (changes.length === 1) return first;
  const names = enumerated(changes.map(({ sentence }) => sentence.slice(0, sentence.lastIndexOf(what))));
  return { ...first, sentence: `what ${changes.length} policies and trusts allow is known after apply: those of ${names}`, before: "what they allow today" };
}
