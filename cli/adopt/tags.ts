import type { Found } from "./state";

type Tags = Readonly<Record<string, string>>;

/** Tags that somebody gave: not the name, which each resource has of its own, nor what AWS or these modules write themselves. */
export function tagsOf({ values }: Found): Tags {
  return filterTags(values["tags"] ?? {}, (key) => key !== "Name" && !key.startsWith("aws:") && !key.startsWith("kubernetes.io/role/"));
}

/** Tags that all of these have, of those that can have tags. */
export function sharedTags(all: readonly Found[]): Tags {
  const [first, ...others] = all.filter(({ values }) => values["tags_all"] !== undefined).map(tagsOf);
  return filterTags(first ?? {}, (key, value) => others.every((tags) => tags[key] === value));
}

export function without(tags: Tags, ...known: readonly Tags[]): Tags {
  return filterTags(tags, (key, value) => !known.some((others) => others[key] === value));
}

/** An input that is left out when there are no tags. */
export const tagsInput = (tags: Tags) => (Object.keys(tags).length === 0 ? {} : { tags });

/** Inputs that every module has: the tags that all it takes over have, and the boundary of the role that it takes over. */
export function commonInputs(taken: readonly Found[]): Readonly<Record<string, unknown>> {
  const boundary = taken.find(({ type, values }) => type === "aws_iam_role" && values["permissions_boundary"])?.values["permissions_boundary"];
  return { ...(boundary !== undefined && { permissions_boundary: boundary }), ...tagsInput(sharedTags(taken)) };
}

/** What to decide of tags that some resources have and no input takes. */
export function lostTags(taken: readonly Found[], ...known: readonly Tags[]): string[] {
  const shared = sharedTags(taken);
  const lost = taken.flatMap((resource) => {
    const keys = Object.keys(without(tagsOf(resource), shared, ...known));
    return keys.length === 0 ? [] : [`${resource.address} (${keys.join(", ")})`];
  });
  return lost.length === 0 ? [] : [`tags that the others do not have go: ${lost.join("; ")}`];
}

function filterTags(tags: Tags, keep: (key: string, value: string) => boolean): Tags {
  return Object.fromEntries(Object.entries(tags).filter(([key, value]) => keep(key, value)));
}
