import type { Data } from "./subjects";

/** An object belongs to one release: each release has a namespace of its own. */
export function inOwnNamespaces(data: Data): Data {
  const releases = Object.entries((data["releases"] ?? {}) as Record<string, Data>);
  return { ...data, releases: Object.fromEntries(releases.map(([name, release], index) => [name, { ...release, namespace: `n${index}` }])) };
}
