import { changesAnything, countsOf, sumOf } from "./counts";
import { counted } from "./named";
import type { Counts, Gone, GuardFinding, LayerReview, PlannedLayer, Verdict } from "./review";

/** What becomes of an environment, in one sentence. */
export function verdictOf(layers: readonly LayerReview[], guards: readonly GuardFinding[]): Verdict {
  const planned = layers.flatMap((layer) => (layer.outcome === "planned" ? [layer] : []));
  const counts = sumOf([countsOf([]), ...planned.map((layer) => layer.counts)]);
  const rest = [changeSentence(planned, counts), ...waitingSentences(layers)].filter((part) => part !== "");
  const said = (kind: Verdict["kind"], exitCode: Verdict["exitCode"], ...first: readonly string[]) => ({ kind, exitCode, counts, sentence: [...first, ...rest, ...driftSentence(planned)].join("; ") });
  const failed = layers.flatMap((layer) => (layer.outcome === "failed" ? [layer.layer] : []));
  if (failed.length > 0) return said("failed", 1, `${listed(failed)} could not be planned`);
  const refusals = refusalsOf(planned, guards);
  if (refusals.length > 0) return said("refused", 1, `refused by ${listed(refusals)}`);
  return rest.length > 0 ? said("changes", 2) : said("unchanged", 0, "nothing changes");
}

function driftSentence(planned: readonly PlannedLayer[]): string[] {
  const drifted = planned.reduce((total, { drift }) => total + drift.length, 0);
  return drifted === 0 ? [] : [`${drifted} ${drifted === 1 ? "resource was" : "resources were"} changed outside of Terraform`];
}

function refusalsOf(planned: readonly PlannedLayer[], guards: readonly GuardFinding[]): string[] {
  const open = guards.filter(({ allowed }) => allowed === undefined).map(({ guard }) => guard);
  return [...new Set([...planned.flatMap(({ problems }) => problems.map(({ rule }) => rule)), ...open])];
}

function changeSentence(planned: readonly PlannedLayer[], counts: Counts): string {
  const gone = planned.flatMap((layer) => layer.gone);
  const lost = planned.flatMap(({ lostReleases }) => lostReleases).length;
  const parts = [
    ...goneSentence("replaces", gone.filter(({ verb }) => verb === "replace")),
    ...goneSentence("destroys", gone.filter(({ verb }) => verb === "delete")),
    ...(counts.forget > 0 ? [`forgets ${counts.forget}`] : []),
    ...(counts.update > 0 ? [`changes ${counts.update} in place`] : []),
    ...(counts.create > 0 ? [`adds ${counts.create}`] : []),
    ...(counts.import > 0 ? [`imports ${counts.import}`] : []),
    ...(counts.move > 0 ? [`moves ${counts.move}`] : []),
    ...(lost > 0 ? [`cannot see ${counted(lost, "helm_release")} of the state`] : []),
  ];
  if (parts.length > 0) return parts.join(", ");
  return planned.some(({ changed }) => changed) && !changesAnything(counts) ? "changes outputs only" : "";
}

/** What is lost is named, and so is what few types make up; the rest is counted. */
function goneSentence(verb: string, gone: readonly Gone[]): string[] {
  if (gone.length === 0) return [];
  const types = [...new Set(gone.map(({ type }) => type))];
  const told = types.length <= fewTypes ? types : [...new Set(gone.filter(({ severity }) => severity === "loss").map(({ type }) => type))].slice(0, fewTypes);
  const named = told.map((type) => {
    const own = gone.filter((one) => one.type === type);
    return own.length === 1 ? `${own[0]!.what} (${briefly(own[0]!.meaning)})` : counted(own.length, type);
  });
  const rest = gone.filter(({ type }) => !told.includes(type)).length;
  return [`${verb} ${listed([...named, ...(rest === 0 ? [] : [told.length === 0 ? `${rest} resources of ${types.length} types` : `${rest} more`])])}`];
}

const fewTypes = 3;

function briefly(meaning: string): string {
  return meaning.split(/[:;]/)[0]!;
}

function waitingSentences(layers: readonly LayerReview[]): string[] {
  return layers.flatMap((layer) => (layer.outcome === "waits" ? [`${layer.layer} waits for ${layer.for}`] : []));
}

function listed(words: readonly string[]): string {
  return words.length <= 1 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
