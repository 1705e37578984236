import { grouped } from "../grouped";
import { counted as countedType } from "../naming/named";
import type { AttributeChange, CreatedCollection, Drift, Gone, PlannedLayer, Review, Updated } from "../report/review";
import type { Entry, Section, Sign } from "./sections";
import { counted, firstOf, listed, shownText } from "./wording";

const mostKeys = 8;

export function goneSection(review: Review): Section {
  const gone = each(review, (layer) => [...grouped(layer.gone.filter(({ verb, follows }) => verb !== "forget" && follows === undefined), sameFate).values()].map((group) => (group.length === 1 ? goneEntry(layer, group[0]!) : goneTogether(layer, group))));
  const title = { replace: "Replaced", delete: "Destroyed" };
  const verbs = new Set(planned(review).flatMap((layer) => layer.gone.map(({ verb }) => verb)));
  return { title: verbs.has("replace") && verbs.has("delete") ? "Destroyed or replaced" : verbs.has("delete") ? title.delete : title.replace, entries: gone };
}

/** What goes for the same reason and does no harm is said once: where a cluster is replaced, all its roles are. */
export function sameFate({ address, type, verb, meaning, severity, because, reason }: Gone): string {
  return severity === "harmless" ? JSON.stringify([type, verb, meaning, because.map(({ path }) => path), reason]) : address;
}

function goneEntry({ layer, gone }: PlannedLayer, one: Gone): Entry {
  const { address, what, meaning, because, reason, attributes } = one;
  const forcing = new Set(because.map(({ path }) => path));
  const { attributes: others, notes: computed } = known(attributes.filter(({ path }) => !forcing.has(path)));
  const { attributes: said, notes: unsaid } = known(because);
  return {
    sign: goneSign(one),
    text: `${goneVerb(one)} ${what}: ${meaning}`,
    at: { layer, address },
    because: said,
    attributes: others,
    notes: [...(reason === undefined ? [] : [`why: ${reason}`]), ...unsaid.map((note) => `because of what is ${note}`), ...computed, ...following(gone, [one])],
  };
}

function goneTogether({ layer, gone }: PlannedLayer, group: readonly Gone[]): Entry {
  const { type, meaning, because, reason } = group[0]!;
  const why = reason ?? because.map(({ path }) => path).join(", ");
  return { sign: goneSign(group[0]!), text: `${goneVerb(group[0]!)} ${countedType(group.length, type)}: ${meaning}`, notes: [`${layer}: ${firstOf(group.map(({ what }) => what), mostKeys)}`, ...(why === "" ? [] : [`why: ${why}`]), ...following(gone, group)] };
}

/** What is replaced for the sake of something else is said there, by type. */
function following(gone: readonly Gone[], causes: readonly Gone[]): string[] {
  const addresses = new Set(causes.map(({ address }) => address));
  const all = gone.filter(({ follows }) => follows !== undefined && addresses.has(follows));
  if (all.length === 0) return [];
  const types = [...grouped(all, ({ type }) => type)].map(([type, own]) => (own.length === 1 ? own[0]!.what : countedType(own.length, type)));
  return [`replaced too, since ${all.length === 1 ? "it refers" : "they refer"} to ${causes.length === 1 ? "it" : "them"}: ${listed(types)}`];
}

function goneSign({ verb, createdFirst }: Gone): Sign {
  return verb === "delete" ? "-" : createdFirst === true ? "+/-" : "-/+";
}

function goneVerb({ verb }: Gone): string {
  return verb === "delete" ? "destroys" : "replaces";
}

export function updatedSection(review: Review): Section {
  const entries = each(review, (layer) => [...grouped(layer.updated, sameChange).values()].map((group) => updatedEntry(layer, group)));
  return { title: "Changed in place", entries };
}

/** What changes in the same way in many resources is said once: a tag of everything, also where the provider adds it. */
export function sameChange({ type, meaning, attributes }: Updated): string {
  return JSON.stringify([meaning === undefined ? "" : type, meaning, attributes.map(({ path, ...values }) => [path.replace(/^tags_all\b/, "tags"), values])]);
}

/** `2 node groups`, or `38 resources of 12 types`. */
export function togetherText(group: readonly Updated[]): string {
  const types = new Set(group.map(({ type }) => type)).size;
  return `${types === 1 ? countedType(group.length, group[0]!.type) : `${counted(group.length, "resource")} of ${types} types`} alike`;
}

function updatedEntry({ layer }: PlannedLayer, group: readonly Updated[]): Entry {
  const { what, meaning, address } = group[0]!;
  const means = meaning === undefined ? "" : `: ${meaning}`;
  const { attributes, notes } = known(group[0]!.attributes);
  if (group.length === 1) return { sign: "~", text: `${what}${means}`, at: { layer, address }, attributes, notes };
  const kinds = [...grouped(group, (one) => one.type).values()].map((kind) => (kind.length === 1 ? kind[0]!.what : countedType(kind.length, kind[0]!.type)));
  return { sign: "~", text: `${togetherText(group)}${means}`, attributes, notes: [...notes, `${layer}: ${kinds.length === 1 ? firstOf(group.map((one) => one.what), mostKeys) : kinds.join(", ")}`] };
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
  const entries = each(review, ({ layer, drift, ...changed }) =>
    drift.map((one) => ({ sign: one.deleted ? ("-" as const) : ("~" as const), text: driftText(one, changed), at: { layer, address: one.address }, attributes: one.attributes })),
  );
  return { title: "Changed outside of Terraform since the last deploy", entries };
}

/** What was changed, and whether it stays so: the program does not say everything of a resource. */
export function driftText({ address, what, deleted, attributes }: Drift, { updated, gone }: Pick<PlannedLayer, "updated" | "gone">): string {
  if (deleted) return `${what} is gone in AWS`;
  if (gone.some((one) => one.address === address)) return `${what}, which does not stay`;
  const planned = updated.filter((one) => one.address === address).flatMap((one) => one.attributes);
  const undone = attributes.filter(({ path }) => planned.some((other) => within(path, other.path) || within(other.path, path)));
  return `${what}: a deploy ${undone.length === 0 ? "leaves it so" : undone.length < attributes.length ? "takes some of it back" : "takes it back"}`;
}

function within(path: string, whole: string): boolean {
  return path.startsWith(whole) && /^($|[.[])/.test(path.slice(whole.length));
}

export function lostReleaseSection(review: Review): Section {
  const what = "plans as a create although the state has it: its cluster did not answer, and this says nothing of the release";
  return { title: "Helm releases out of reach", entries: each(review, ({ layer, lostReleases }) => lostReleases.map((address) => ({ sign: "!" as const, text: `${layer}: ${address} ${what}` }))) };
}

/** Values where both sides are known; of the others the names say enough. */
export function outputSection(review: Review): Section {
  const entries = each(review, ({ layer, outputs }) => {
    if (outputs.length === 0) return [];
    const { told, notes } = outputChanges(outputs);
    return [{ sign: "~" as const, text: `${layer}: ${counted(outputNames(outputs).length, "output")}`, attributes: told, notes }];
  });
  return { title: "Outputs", entries };
}

/** What readers of outputs are told of each, and of the rest together. */
export function outputChanges(outputs: readonly AttributeChange[]): { readonly told: readonly AttributeChange[]; readonly notes: readonly string[] } {
  const kindOf = ({ before, after }: AttributeChange) => (after.kind === "unknown" || after.text.includes(unknownText) ? afterApply : before.kind === "absent" ? "new" : after.kind === "absent" ? "gone" : "told");
  const groups = [...grouped(outputs, kindOf)].map(([kind, group]) => ({ kind, group }));
  return {
    told: groups.filter(({ kind }) => kind === "told").flatMap(({ group }) => group),
    notes: groups.filter(({ kind }) => kind !== "told").map(({ kind, group }) => `${kind}: ${firstOf(kind === afterApply ? outputNames(group) : group.map(({ path }) => path), mostKeys)}`),
  };
}

function outputNames(outputs: readonly AttributeChange[]): string[] {
  return [...new Set(outputs.map(({ path }) => /^[^.[]*/.exec(path)![0]))];
}

const afterApply = "known after apply";
const unknownText = shownText({ kind: "unknown", text: "" });

/** Of what is computed the names say enough. */
function known(changes: readonly AttributeChange[]): Required<Pick<Entry, "attributes" | "notes">> {
  const unknown = changes.filter(({ after }) => after.kind === "unknown").map(({ path }) => path);
  return { attributes: changes.filter(({ after }) => after.kind !== "unknown"), notes: unknown.length === 0 ? [] : [`${afterApply}: ${firstOf(unknown, mostKeys)}`] };
}

function each(review: Review, entriesOf: (layer: PlannedLayer) => readonly Entry[]): Entry[] {
  return planned(review).flatMap(entriesOf);
}

function planned({ layers }: Review): PlannedLayer[] {
  return layers.filter((layer): layer is PlannedLayer => layer.outcome === "planned");
}
