import { grouped } from "../grouped";
import { counted as countedType } from "../report/named";
import type { AttributeChange, CreatedCollection, Gone, PlannedLayer, Review, Updated } from "../report/review";
import type { Entry, Section } from "./sections";
import { counted, firstOf } from "./wording";

const mostKeys = 8;

export function goneSection(review: Review): Section {
  const gone = each(review, (layer) => layer.gone.filter(({ verb }) => verb !== "forget").map((one) => goneEntry(layer, one)));
  const title = { replace: "Replaced", delete: "Destroyed" };
  const verbs = new Set(planned(review).flatMap((layer) => layer.gone.map(({ verb }) => verb)));
  return { title: verbs.has("replace") && verbs.has("delete") ? "Destroyed or replaced" : verbs.has("delete") ? title.delete : title.replace, entries: gone };
}

function goneEntry({ layer }: PlannedLayer, { address, verb, what, meaning, createdFirst, because, reason, attributes }: Gone): Entry {
  const forcing = new Set(because.map(({ path }) => path));
  const { attributes: others, notes: computed = [] } = known(attributes.filter(({ path }) => !forcing.has(path)));
  return {
    sign: verb === "delete" ? "-" : createdFirst === true ? "+/-" : "-/+",
    text: `${verb === "delete" ? "destroys" : "replaces"} ${what}: ${meaning}`,
    at: { layer, address },
    because,
    ...(others && { attributes: others }),
    notes: [...(reason === undefined ? [] : [`why: ${reason}`]), ...computed],
  };
}

export function updatedSection(review: Review): Section {
  const entries = each(review, (layer) => [...grouped(layer.updated, sameChange).values()].map((group) => updatedEntry(layer, group)));
  return { title: "Changed in place", entries };
}

/** What changes in the same way in many resources is said once. */
export function sameChange({ type, meaning, attributes }: Updated): string {
  return JSON.stringify([type, meaning, attributes]);
}

function updatedEntry({ layer }: PlannedLayer, group: readonly Updated[]): Entry {
  const { what, type, meaning, address, attributes } = group[0]!;
  const means = meaning === undefined ? "" : `: ${meaning}`;
  if (group.length === 1) return { sign: "~", text: `${what}${means}`, at: { layer, address }, attributes };
  return { sign: "~", text: `${countedType(group.length, type)} alike${means}`, attributes, notes: [`${layer}: ${firstOf(group.map((one) => one.what), mostKeys)}`] };
}

/** By part and collection: a first deploy has hundreds of resources. */
export function createdSection(review: Review): Section {
  const place = (layer: string, part: string) => (review.layers.length === 1 || layer === part ? part : `${part}, in ${layer}`);
  const entries = each(review, ({ layer, created }) =>
    created.map(({ part, total, collections }) => ({ sign: "+" as const, text: `${place(layer, part)}: ${counted(total, "resource")}`, notes: collections.map(collectionText) })),
  );
  return { title: "Created", entries };
}

function collectionText({ what, keys }: CreatedCollection): string {
  // The key of `count = 1` says nothing.
  if (keys.length < 2) return [what, ...keys.filter((key) => key !== "0")].join(" ");
  return `${keys.length} × ${what}: ${firstOf(keys, mostKeys)}`;
}

/** What Terraform takes up or calls by another name: nothing happens to it. */
export function restateSection(review: Review): Section {
  const imported = each(review, ({ layer, imported: all }) => all.map(({ address, id }) => ({ sign: "·" as const, text: `imports ${id} as`, at: { layer, address } })));
  const moved = each(review, ({ layer, moved: all }) => all.map(({ from, to }) => ({ sign: "·" as const, text: `moves ${from} to`, at: { layer, address: to } })));
  return { title: "Imported or moved", entries: [...imported, ...moved] };
}

export function forgottenSection(review: Review): Section {
  const forgotten = each(review, ({ layer, gone }) =>
    gone.filter(({ verb }) => verb === "forget").map(({ address, what, meaning, reason }) => ({ sign: "." as const, text: `forgets ${what}: ${meaning}`, at: { layer, address }, notes: reason === undefined ? [] : [`why: ${reason}`] })),
  );
  return { title: "No longer managed", entries: forgotten };
}

export function driftSection(review: Review): Section {
  const entries = each(review, ({ layer, drift }) =>
    drift.map(({ address, what, deleted, attributes }) => ({ sign: deleted ? ("-" as const) : ("~" as const), text: deleted ? `${what} is gone in AWS` : what, at: { layer, address }, attributes })),
  );
  return { title: "Changed outside of Terraform since the last deploy", entries };
}

export function lostReleaseSection(review: Review): Section {
  const what = "plans as a create although the state has it: its cluster did not answer, and this says nothing of the release";
  return { title: "Helm releases out of reach", entries: each(review, ({ layer, lostReleases }) => lostReleases.map((address) => ({ sign: "!" as const, text: `${layer}: ${address} ${what}` }))) };
}

/** Of those that are new, the names. */
export function outputSection(review: Review): Section {
  const isNew = ({ before }: AttributeChange) => before.kind === "absent";
  const entries = each(review, ({ layer, outputs }) => {
    if (outputs.length === 0) return [];
    const added = outputs.filter(isNew).map(({ path }) => path);
    const { attributes = [], notes = [] } = known(outputs.filter((one) => !isNew(one)));
    return [{ sign: "~" as const, text: `${layer}: ${counted(outputs.length, "output")}`, attributes, notes: [...(added.length === 0 ? [] : [`new: ${firstOf(added, mostKeys)}`]), ...notes] }];
  });
  return { title: "Outputs", entries };
}

/** Nearly every computed attribute of what is replaced is unknown, and with it many an output: their names say enough. */
function known(changes: readonly AttributeChange[]): Pick<Entry, "attributes" | "notes"> {
  const unknown = changes.filter(({ after }) => after.kind === "unknown").map(({ path }) => path);
  return { attributes: changes.filter(({ after }) => after.kind !== "unknown"), notes: unknown.length === 0 ? [] : [`known after apply: ${firstOf(unknown, mostKeys)}`] };
}

function each(review: Review, entriesOf: (layer: PlannedLayer) => readonly Entry[]): Entry[] {
  return planned(review).flatMap(entriesOf);
}

function planned({ layers }: Review): PlannedLayer[] {
  return layers.filter((layer): layer is PlannedLayer => layer.outcome === "planned");
}
