import { withoutKeys } from "../naming/address";
import { type OutputChange, outputChanges, type PlannedResource, type ReadLayer } from "../plan-json";
import { planProblems } from "../refusals/plan-problems";
import { attributeChange, changesOf, forces, meantChanges } from "./attribute-changes";
import { causesOf } from "./causes";
import { configurationOf } from "./configuration";
import { changesAnything, countsOf } from "./counts";
import { createdParts } from "./created";
import { dependenciesOf } from "./dependencies";
import { digestOf } from "./digests";
import { driftIn } from "./drift";
import { KnownSecrets, secretTexts } from "./known-secrets";
import { marked } from "./marked";
import { meaningOf, worstFirst } from "./meanings";
import { reasonOf } from "./reasons";
import type { AttributeChange, Gone, PlannedLayer, Updated } from "./review";
import { mostFirst, updateMeaning } from "./update-meanings";
import { type ValueChange, valueChanges } from "./value-change";

/** What a plan says, as it is reviewed. */
export type LayerContent = Omit<PlannedLayer, "layer" | "outcome" | "onOldOutputsOf" | "run">;

/** A change, with what of it a reader is told. */
interface Changed {
  readonly resource: PlannedResource;
  readonly what: string;
  readonly all: readonly ValueChange[];
  readonly meant: readonly ValueChange[];
}

export function plannedLayer(layer: ReadLayer, plan: unknown): { readonly content: LayerContent; readonly secrets: KnownSecrets } {
  const { resources, drifted, partOf, nameOf } = layer;
  const configuration = configurationOf(plan);
  const blocks = new Map(configuration.blocks.map((block) => [block.address, block]));
  const outputs = outputChanges(plan);
  const secrets = knownSecrets([...resources, ...drifted], outputs, configuration.secrets);
  const shown = (changes: readonly ValueChange[]) => changes.map((change) => attributeChange(change, secrets));

  const lost = lostReleases(resources, drifted);
  const real = resources.filter(({ address }) => !lost.has(address));
  const changed = real.filter(({ verb, change }) => verb !== "none" || change?.movedFrom !== undefined || change?.importId !== undefined).map((resource): Changed => {
    const all = changesOf(resource);
    const { address, change } = resource;
    return { resource, what: nameOf(address), all, meant: meantChanges(all, blocks.get(withoutKeys(address))?.set, change?.forcing) };
  });
  const causes = causesOf(real, blocks);
  const counts = countsOf(real);
  const changedOutputs = outputs.flatMap(outputValueChanges);
  const content: LayerContent = {
    changed: changesAnything(counts) || changedOutputs.length > 0 || lost.size > 0,
    counts,
    problems: planProblems(plan, layer),
    gone: changed.flatMap((one) => goneOf(one, shown, causes.get(one.resource.address))).sort((one, other) => worstFirst(one, other) || (one.address < other.address ? -1 : 1)),
    updated: changed.flatMap((one) => updatedOf(one, shown)).sort(mostFirst),
    created: createdParts(real.filter(({ verb }) => verb === "create"), partOf),
    moved: real.flatMap(({ address, change }) => (change?.movedFrom === undefined ? [] : [{ from: change.movedFrom, to: address }])),
    imported: real.flatMap(({ address, change }) => (change?.importId === undefined ? [] : [{ address, id: change.importId }])),
    drift: driftIn(drifted.filter(({ address }) => !lost.has(address)), resources).map(({ resource: { address, type }, deleted, changes }) => ({ address, type, what: nameOf(address), deleted, attributes: shown(changes) })),
    lostReleases: [...lost],
    outputs: shown(changedOutputs),
    dependencies: dependenciesOf(real, configuration, partOf),
    digests: Object.fromEntries(changed.map(({ resource, all }) => [resource.address, digestOf(resource, all, secrets)])),
  };
  return { content, secrets };
}

type Show = (changes: readonly ValueChange[]) => AttributeChange[];

function goneOf({ resource, what, meant }: Changed, shown: Show, follows: string | undefined): Gone[] {
  const { address, type, verb, change } = resource;
  if (verb !== "delete" && verb !== "replace" && verb !== "forget") return [];
  const { createdFirst, forcing = [], reason } = change ?? {};
  const because = verb === "replace" ? meant.filter((one) => forces(forcing, one)) : [];
  // Where attributes say it, Terraform's word adds nothing.
  const isSaid = because.length > 0 && reason === "replace_because_cannot_update";
  return [{
    address,
    type,
    verb,
    what,
    ...meaningOf(resource),
    ...(verb === "replace" && { createdFirst: createdFirst === true }),
    because: shown(because),
    ...(follows !== undefined && { follows }),
    ...(reason !== undefined && !isSaid && { reason: reasonOf(reason) }),
    attributes: verb === "replace" ? shown(meant) : [],
  }];
}

function updatedOf({ resource, what, meant }: Changed, shown: Show): Updated[] {
  const { address, type, verb } = resource;
  if (verb !== "update") return [];
  const meaning = updateMeaning(resource, meant);
  return [{ address, type, what, ...(meaning !== undefined && { meaning }), attributes: shown(meant) }];
}

/** Helm releases that the state has and that were not found: the cluster did not answer. */
function lostReleases(resources: readonly PlannedResource[], drifted: readonly PlannedResource[]): Set<string> {
  const gone = new Set(drifted.filter(({ verb }) => verb === "delete").map(({ address }) => address));
  return new Set(resources.filter(({ type, verb, address }) => type === "helm_release" && verb === "create" && gone.has(address)).map(({ address }) => address));
}

function outputValueChanges({ name, before, after, unknown, secret }: OutputChange): ValueChange[] {
  return valueChanges(marked(before, secret.before, undefined, name), marked(after, secret.after, unknown, name), [name]);
}

function knownSecrets(resources: readonly PlannedResource[], outputs: readonly OutputChange[], variables: readonly unknown[]): KnownSecrets {
  const both = ({ before, after, secret }: { before: unknown; after: unknown; secret: { before: unknown; after: unknown } }) => [...secretTexts(before, secret.before), ...secretTexts(after, secret.after)];
  const ofResources = resources.flatMap(({ before, after, change }) => (change === undefined ? [] : both({ before, after, secret: change.secret })));
  return new KnownSecrets([...ofResources, ...outputs.flatMap(both), ...variables.flatMap((value) => secretTexts(value, true))]);
}
