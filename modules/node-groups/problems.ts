import type { Problem } from "../../kernel";
import { join } from "../../kernel/check";

type Groups = Readonly<Record<string, { readonly zones?: readonly string[] | null }>>;

/** Groups in zones that the network does not have. `path` is where the groups stand. */
export function nodeGroupProblems(groups: Groups, zones: readonly string[], path: string): Problem[] {
  return Object.entries(groups).flatMap(([name, group]) =>
    (group.zones ?? [])
      .filter((zone) => !zones.includes(zone))
      .map((zone) => ({
        path: `${join(path, name)}.zones`,
        expected: `zones of the network (${zones.join(", ")})`,
        got: zone,
        rule: "node-group-zone",
      })),
  );
}
