import type { CostItem, Dollars, GuardFinding, PlannedLayer, Review, SubnetAddresses } from "../report/review";
import { describe } from "../../kernel/problem";
import type { Entry, Section, Sign } from "./sections";
import { differenceText, dollarsText, thousands } from "./wording";

/** What stops a deploy: rules that nobody can let pass, then guards that nobody has. */
export function refusedSection({ layers, guards }: Review): Section {
  const problems = layers
    .filter((layer): layer is PlannedLayer => layer.outcome === "planned")
    .flatMap((layer) => layer.problems.map((problem): Entry => ({ sign: "!", text: describe(problem) })));
  const tripped = guards.filter(({ allowed }) => allowed === undefined).map(guardEntry);
  return { title: "Refused", entries: [...problems, ...tripped], notes: tripped.length === 0 ? [] : [howToAllow] };
}

/** The way out, beside what stops. */
export const howToAllow = "a guard in brackets lets pass what somebody gives a reason for: --allow <guard>=<reason>, or review.allowed in the environment's file";

export function allowedSection({ guards }: Review): Section {
  return { title: "Allowed, with a reason", entries: guards.filter(({ allowed }) => allowed !== undefined).map(guardEntry) };
}

function guardEntry({ guard, layer, address, sentence, allowed }: GuardFinding): Entry {
  const by = { environment: "the environment's file", command: "the command" };
  const notes = allowed === undefined ? [] : [`${by[allowed.by]}: ${allowed.reason}`];
  return { sign: allowed === undefined ? "!" : "·", text: `${sentence}   [${guard}]`, at: { layer, address }, notes };
}

export function accessSection({ access }: Review): Section {
  const entries = access.map(({ layer, address, sentence, before, after }): Entry => ({ sign: "!", text: sentence, at: { layer, address }, notes: saysAll(sentence, before, after) ? [] : [`${before} → ${after}`] }));
  return { title: "Access widened", entries };
}

function saysAll(sentence: string, before: string, after: string): boolean {
  return before === "nothing" && sentence.includes(after);
}

export function costSection({ verdict, cost }: Review): Section {
  const { before, after, region, items, notPriced, sources } = cost;
  if (verdict.kind === "unchanged") return { title: "Cost", entries: [] };
  const difference = differenceText(before, after);
  const changed = items.filter(changes);
  const unpriced = `not priced: ${notPriced.join("; ") || "nothing"}`;
  if (changed.length === 0) return { title: `Cost: ${changeText(before, after)} a month, as before`, entries: [{ sign: "·", text: unpriced }] };
  return {
    title: `Cost: ${changeText(before, after)} a month${difference === "" ? "" : ` (${difference})`}`,
    entries: changed.map(costEntry),
    notes: [...(notPriced.length === 0 ? [] : [unpriced]), `prices of ${region}: ${sources.join("; ")}`],
  };
}

function costEntry({ layer, address, what, how, ...item }: CostItem): Entry {
  return { sign: signOf(item), text: `${what}: ${changeText(item.before, item.after)}`, at: { layer, address }, notes: [how] };
}

export function changes({ before, after }: Pick<CostItem, "before" | "after">): boolean {
  return before?.low !== after?.low || before?.high !== after?.high;
}

function signOf({ before, after }: Pick<CostItem, "before" | "after">): Sign {
  if (before === undefined) return "+";
  return after === undefined ? "-" : "~";
}

export function changeText(before: Dollars | undefined, after: Dollars | undefined): string {
  if (before === undefined || after === undefined) return after === undefined ? `${dollarsText(before!)} → nothing` : `nothing → ${dollarsText(after)}`;
  return changes({ before, after }) ? `${dollarsText(before)} → ${dollarsText(after)}` : dollarsText(after);
}

export function addressSection({ verdict, addresses }: Review): Section {
  return { title: "Addresses left in subnets when every node group is at its greatest", entries: verdict.kind === "unchanged" ? [] : addresses.map(subnetEntry) };
}

function subnetEntry({ name, cidr, usable, left, free }: SubnetAddresses): Entry {
  const short = left < 0 ? `${thousands.format(-left)} too few of ${thousands.format(usable)}` : `${thousands.format(left)} of ${thousands.format(usable)}`;
  return { sign: left < 0 ? "!" : "·", text: `${name} ${cidr}: ${short}${free === undefined ? "" : `, ${thousands.format(free)} free in AWS now`}` };
}

export function supportSection({ support }: Review): Section {
  return { title: "Versions near their end", entries: support.map(({ layer, address, sentence, daysLeft }) => ({ sign: daysLeft < 0 ? "!" : "·", text: sentence, at: { layer, address } })) };
}

export function differenceSection({ differences }: Review): Section {
  return { title: "Differs from the environment before it", entries: differences.map(({ path, sentence }) => ({ sign: "·", text: `${path}: ${sentence}` })) };
}
