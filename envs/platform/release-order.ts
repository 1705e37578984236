type Releases = Readonly<Record<string, { readonly after: readonly string[] }>>;

/** Names of releases, each after those that it names. */
export function inOrder(releases: Releases): string[] {
  const done = new Set<string>();
  const visit = (name: string): void => {
    for (const other of releases[name]!.after) if (!done.has(other)) visit(other);
    done.add(name);
  };
  for (const name of Object.keys(releases)) visit(name);
  return [...done];
}

/** The first release that waits for itself, with the way round: `a`, `b`, `a`. */
export function circle(releases: Releases): readonly string[] | undefined {
  const fine = new Set<string>();
  const walk = (name: string, way: readonly string[]): readonly string[] | undefined => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name];
    if (fine.has(name)) return undefined;
    for (const other of releases[name]?.after ?? []) {
      const found = walk(other, [...way, name]);
      if (found !== undefined) return found;
    }
    fine.add(name);
    return undefined;
  };
  for (const name of Object.keys(releases)) {
    const found = walk(name, []);
    if (found !== undefined) return found;
  }
  return undefined;
}
