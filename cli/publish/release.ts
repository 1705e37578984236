import { valid } from "semver";
import { type Problem, unknownKey } from "../../kernel/problem";
import type { Release } from "../../modules/releases";

export interface Versions {
  /** By line: the version that is published, and the one before. */
  readonly lines: Readonly<Record<string, { readonly version: string; readonly previous?: string }>>;
  readonly problems: readonly Problem[];
}

/** The newest release, or a pre-release of the one that is being prepared. `aws` is one line; without it, each. */
export function versionsToPublish(releases: readonly Release[], { aws, prerelease }: { readonly aws?: string; readonly prerelease?: string }): Versions {
  const [newest, ...older] = releases;
  if (newest === undefined) throw new Error("bug: modules/releases.ts has no release");
  const known = Object.keys(newest.versions);
  if (aws !== undefined && !known.includes(aws)) return { lines: {}, problems: [unknownKey("publish --aws", aws, known)] };
  const suffix = prerelease === undefined ? "" : `-${prerelease}`;
  const chosen = Object.entries(newest.versions).filter(([line]) => aws === undefined || line === aws);
  const lines = chosen.map(([line, version]) => {
    const previous = older.find((release) => line in release.versions)?.versions[line];
    return [line, { version: `${version}${suffix}`, ...(previous !== undefined && { previous }) }] as const;
  });
  return { lines: Object.fromEntries(lines), problems: judged(newest, prerelease) };
}

function judged({ versions, date }: Release, prerelease: string | undefined): Problem[] {
  const [version] = Object.values(versions);
  if (prerelease === undefined) {
    if (date !== undefined) return [];
    return [{ path: "modules/releases.ts", expected: `${version} with the day of its release`, got: date, why: "a version without a date is being prepared", suggestion: "--prerelease rc.1", rule: "release-dated" }];
  }
  if (date !== undefined) return [{ path: "publish --prerelease", expected: "a version that is being prepared", got: `${version}, released on ${date}`, why: "a pre-release comes before its release", rule: "prerelease" }];
  return valid(`${version}-${prerelease}`) === null ? [{ path: "publish --prerelease", expected: "what may stand after the hyphen of a semantic version", got: prerelease, suggestion: "rc.1", rule: "prerelease" }] : [];
}
