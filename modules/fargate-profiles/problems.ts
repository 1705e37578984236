import type { Problem } from "../../kernel";
import { join } from "../../kernel/check";

type Profiles = Readonly<Record<string, { readonly zones?: readonly string[] | null }>>;

/** Profiles in zones that the network does not have. `path` is where the profiles stand. */
export function fargateZoneProblems(profiles: Profiles, zones: readonly string[], path: string): Problem[] {
  return Object.entries(profiles).flatMap(([name, profile]) =>
    (profile.zones ?? [])
      .filter((zone) => !zones.includes(zone))
      .map((zone) => ({ path: `${join(path, name)}.zones`, expected: `zones of the network (${zones.join(", ")})`, got: zone, rule: "fargate-zone" })),
  );
}
