import { counted } from "../naming/named";
import { changesAnything, countsOf, sumOf } from "./counts";
import type { AccessChange, Counts, Gone, GuardFinding, LayerReview, PlannedLayer, Updated, Verdict } from "./review";

/** What becomes of an environment, in one sentence. */
export function verdictOf(layers: readonly LayerReview[], guards: readonly GuardFinding[], access: readonly AccessChange[]): Verdict {
  const planned = layers.flatMap((layer) => (layer.outcome === "planned" ? [layer] : []));
  const counts = sumOf([countsOf([]), ...planned.map((layer) => layer.counts)]);
  const rest = [changeSentence(planned, counts), ...waitingSentences(layers)].filter((part) => part !== "");
  const said = (kind: Verdict["kind"], exitCode: Verdict["exitCode"], ...first: readonly string[]) => ({ kind, exitCode, counts, sentence: [...first, ...rest, ...accessSentence(access), ...driftSentence(planned)].join("; ") });
  const failed = layers.flatMap((layer) => (layer.outcome === "failed" ? [layer.layer] : []));
  if (failed.length > 0) return said("failed", 1, `${listed(failed)} could not be planned`);
  const refusals = refusalsOf(planned, guards);
  if (refusals.length > 0) return said("refused", 1, `refused by ${listed(refusals)}`);
  return rest.length > 0 ? said("changes", 2) : said("unchanged", 0, "nothing changes");
}

function accessSentence({ length }: readonly AccessChange[]): string[] {
  return length === 0 ? [] : [length === 1 ? "widens access" : `widens access in ${length} places`];
}

function driftSentence(planned: readonly PlannedLayer[]): string[] {
  const drifted = planned.reduce((total, { drift }) => total + drift.length, 0);
  return drifted === 0 ? [] : [`${drifted} ${drifted === 1 ? "resource was" : "resources were"} changed outside of Terraform`];
}

/** What nobody may allow, then guards in their order, then what others judge. */
function refusalsOf(planned: readonly PlannedLayer[], guards: readonly GuardFinding[]): string[] {
  const open = guards.filter(({ allowed }) => allowed === undefined).map(({ guard }) => guard);
  const policies = planned.flatMap(({ run }) => run?.policies ?? []).filter(({ result }) => result === "failed" || result === "errored");
  return [...new Set([...planned.flatMap(({ problems }) => problems.map(({ rule }) => rule)), ...open, ...policies.map(({ name }) => name)])];
}

function changeSentence(planned: readonly PlannedLayer[], counts: Counts): string {
  const gone = planned.flatMap((layer) => layer.gone);
  const lost = planned.flatMap(({ lostReleases }) => lostReleases).length;
  const parts = [
    ...changeOf("replaces", gone.filter(({ verb }) => verb === "replace")),
    ...changeOf("destroys", gone.filter(({ verb }) => verb === "delete")),
    ...(counts.forget > 0 ? [`forgets ${counts.forget}`] : []),
    ...changeOf("changes", planned.flatMap(({ updated }) => updated)).map((part) => `${part} in place`),
    ...(counts.create > 0 ? [`adds ${counts.create}`] : []),
    ...(counts.import > 0 ? [`imports ${counts.import}`] : []),
    ...(counts.move > 0 ? [`moves ${counts.move}`] : []),
    ...(lost > 0 ? [`cannot see ${counted(lost, "helm_release")} of the state`] : []),
  ];
  if (parts.length > 0) return parts.join(", ");
  return planned.some(({ changed }) => changed) && !changesAnything(counts) ? "changes outputs only" : "";
}

/** What few types make up is named, and otherwise what matters; the rest is counted. */
function changeOf(verb: string, changed: readonly (Gone | Updated)[]): string[] {
  if (changed.length === 0) return [];
  const types = [...new Set(changed.map(({ type }) => type))];
  const told = types.length <= fewTypes ? types : [...new Set(changed.filter(matters).map(({ type }) => type))].slice(0, fewTypes);
  const named = told.map((type) => {
    const own = changed.filter((one) => one.type === type);
    return own.length === 1 ? `${own[0]!.what}${briefly(own[0]!.meaning)}` : counted(own.length, type);
  });
  const rest = changed.filter(({ type }) => !told.includes(type)).length;
  return [`${verb} ${listed([...named, ...(rest === 0 ? [] : [told.length === 0 ? `${rest} resources of ${types.length} types` : `${rest} more`])])}`];
}

const fewTypes = 3;

/** Of what goes what is lost, and of what changes in place what does more than it seems. */
function matters(one: Gone | Updated): boolean {
  return "severity" in one ? one.severity === "loss" : one.meaning !== undefined;
}

function briefly(meaning: string | undefined): string {
  return meaning === undefined ? "" : ` (${meaning.split(/[:;]/)[0]!})`;
}

function waitingSentences(layers: readonly LayerReview[]): string[] {
  return layers.flatMap((layer) => (layer.outcome === "waits" ? [`${layer.layer} waits for ${layer.for}`] : []));
}

function listed(words: readonly string[]): string {
  return words.length <= 1 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
