/** What a plan of a user who takes the new version shows because of a change. */
export type PlanShows = "none" | "in place" | "moved" | "replaces";

export interface Change {
  readonly text: string;
  readonly plan: PlanShows;
}

/**
 * A version of all modules. They are released together, so that modules of one version fit each other. Each line of
 * provider versions has a major version of its own; minor and patch are those of the source that both come from.
 */
export interface Release {
  /** By flavour, as `targets.ts` names them. */
  readonly versions: Readonly<Record<string, string>>;
  /** Day of the release, `YYYY-MM-DD`. Without it the release is being prepared. */
  readonly date?: string;
  /** What changed, by module. A module that is not named has not changed. */
  readonly changes: Readonly<Record<string, readonly Change[]>>;
}

/** Newest first. */
export const releases: readonly Release[] = [
  {
    versions: { "5.100": "1.0.0", "6.25": "2.0.0" },
    changes: {},
  },
];
