import type { Problem } from "../../kernel";
import type { PlannedResource, ReadLayer } from "../plan-json";
import type { GuardFinding } from "../report/review";
import type { Allowed, ReviewInput } from "../report/review-input";
import { logTrips, versionTrips } from "./cluster-guards";
import { encryptionTrips } from "./encryption";
import { lagging } from "./followed";
import { type GuardId, guardIds, guardList, type Trip } from "./guard-list";
import { worldTrips } from "./open-to-world";
import { lostTrips } from "./stateful";

export type GuardInput = Pick<ReviewInput, "environment" | "at" | "allowed" | "follows">;

/**
 * What plans do that nobody does unasked, and who allowed it: the worst first. Judged is only what a plan says for sure. Where layers
 * are judged one after the other, `told` is what was found of those before: what holds of the whole environment is said once.
 */
export function guardFindings(layers: readonly ReadLayer[], input: GuardInput, told: readonly GuardFinding[] = []): GuardFinding[] {
  const [first] = layers.filter(({ resources }) => resources.some(({ verb }) => verb !== "none"));
  const isTold = (sentence: string) => told.some((one) => one.guard === "followed-lags" && one.sentence.startsWith(sentence));
  const behind = first === undefined || input.follows === undefined ? [] : lagging(layers, input.environment, input.follows).filter((sentence) => !isTold(sentence));
  const found = [
    ...behind.map((sentence) => ({ guard: "followed-lags" as const, sentence, layer: first!.layer, address: input.environment })),
    ...layers.flatMap((layer) => layer.resources.flatMap((resource) => trips(resource, layer).map((trip) => ({ ...trip, layer: layer.layer, address: resource.address })))),
  ];
  const worstFirst = found.sort((one, other) => guardIds.indexOf(one.guard) - guardIds.indexOf(other.guard));
  return worstFirst.map((finding) => judged(finding, input));
}

/** What of it stops a deploy, and the words that let it pass. */
export function guardProblems(findings: readonly GuardFinding[]): Problem[] {
  const refused = findings.filter(({ allowed }) => allowed === undefined);
  return refused.map(({ guard, address, sentence }) => ({
    path: address,
    expected: guardList[guard as GuardId],
    got: sentence,
    why: `if it is meant: --allow '${guard}:${address}=<reason>'`,
    rule: guard,
  }));
}

function trips(resource: PlannedResource, { resources, nameOf }: ReadLayer): Trip[] {
  if (resource.verb === "none") return [];
  const what = nameOf(resource.address);
  return [...lostTrips(resource, what), ...worldTrips(resource, what), ...logTrips(resource, what), ...encryptionTrips(resource, what, resources), ...versionTrips(resource, what)];
}

function judged(finding: GuardFinding, { allowed, at }: GuardInput): GuardFinding {
  const matching = allowed.filter((one) => matches(one, finding));
  const [valid] = matching.filter((one) => !isOver(one, at));
  if (valid !== undefined) return { ...finding, allowed: { reason: valid.reason, by: valid.by } };
  const [over] = matching;
  return over === undefined ? finding : { ...finding, sentence: `${finding.sentence}; it was allowed until ${over.until}` };
}

export function matches({ guard, address }: Allowed, finding: Pick<GuardFinding, "guard" | "address">): boolean {
  return guard === finding.guard && (address === undefined || address === finding.address);
}

/** The day itself still counts, in UTC. */
function isOver({ until }: Allowed, at: Date): boolean {
  return until !== undefined && at.toISOString().slice(0, 10) > until;
}
