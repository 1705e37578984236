import type { Change as Entry, PlanShows } from "../../kernel";
import type { Plan } from "../harness/plan";

type Entries = Readonly<Record<string, readonly Entry[]>>;

/** What a plan does and no entry of the module has announced: a line each, with the address. */
export function unannounced(plan: Plan, entries: Entries): string[] {
  const lines = plan.differences.filter((line) => !/ output \S+$/.test(line));
  return lines.filter((line) => !announcedBy(entries[moduleOf(line)] ?? [], shownBy(line)));
}

function shownBy(line: string): PlanShows {
  if (/^(delete|replace) /.test(line)) return "replaces";
  return line.startsWith("move ") ? "moved" : "in place";
}

/** Who announces that resources are replaced has announced what comes with it. */
function announcedBy(entries: readonly Entry[], shown: PlanShows): boolean {
  return entries.some(({ plan }) => plan === shown || plan === "replaces");
}

function moduleOf(line: string): string {
  return (/^\w+ module\.(\w+)/.exec(line)?.[1] ?? "").replaceAll("_", "-");
}
