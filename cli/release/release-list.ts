import { compare, major, minor, parse, patch } from "semver";
import type { Problem } from "../../kernel";
import type { Release } from "../../modules/releases";

const file = "modules/releases.ts";

/** What is wrong in the list itself. Lines never share a major version, so that `~> 3.0` means one of them for ever. */
export function listProblems(releases: readonly Release[], lines: readonly string[]): Problem[] {
  return releases.flatMap((release, index) => {
    const at = `${file} ${Object.values(release.versions).join(", ")}`;
    const wrong = lines.filter((line) => parse(release.versions[line]) === null);
    if (wrong.length > 0) return wrong.map((line) => ({ path: `${at} versions.${line}`, expected: "a version such as 1.2.3", got: release.versions[line], rule: "release-version" }));
    return [...dateProblems(release, index, at), ...orderProblems(release, releases[index + 1], lines), ...lineProblems(release, releases.slice(index), lines, at)];
  });
}

function dateProblems({ date }: Release, index: number, at: string): Problem[] {
  if (date === undefined ? index === 0 : /^\d{4}-\d\d-\d\d$/.test(date)) return [];
  return [{ path: `${at} date`, expected: "the day of the release, YYYY-MM-DD", got: date, why: "only the newest release can be in the making", rule: "release-date" }];
}

function orderProblems({ versions }: Release, older: Release | undefined, lines: readonly string[]): Problem[] {
  return lines
    .filter((line) => older !== undefined && parse(older.versions[line]) !== null && compare(versions[line]!, older.versions[line]!) <= 0)
    .map((line) => ({ path: `${file} versions.${line}`, expected: `more than ${older!.versions[line]}`, got: versions[line], why: "the newest release stands first", rule: "release-version" }));
}

function lineProblems({ versions }: Release, upToIt: readonly Release[], lines: readonly string[], at: string): Problem[] {
  const [first = ""] = lines;
  const rest = (line: string) => `${minor(versions[line]!)}.${patch(versions[line]!)}`;
  const takenBy = (line: string) => lines.find((other) => other !== line && upToIt.some((release) => parse(release.versions[other])?.major === major(versions[line]!)));
  return lines.flatMap((line): Problem[] => [
    ...(rest(line) === rest(first) ? [] : [{ path: `${at} versions.${line}`, expected: `${major(versions[line]!)}.${rest(first)}`, got: versions[line], why: "minor and patch are those of the source that all lines come from", rule: "release-version" }]),
    ...(takenBy(line) === undefined ? [] : [{ path: `${at} versions.${line}`, expected: "a major version of its own", got: versions[line], why: `the line for AWS ${takenBy(line)} has ${major(versions[line]!)}`, suggestion: nextMajors(upToIt, lines)[line], rule: "release-version" }]),
  ]);
}

/** The versions of the next release that may break something, by line. */
export function nextMajors(releases: readonly Release[], lines: readonly string[]): Record<string, string> {
  const released = releases.filter(({ date }) => date !== undefined);
  const highest = Math.max(0, ...released.flatMap(({ versions }) => Object.values(versions).map((version) => parse(version)?.major ?? 0)));
  return Object.fromEntries(lines.map((line, index) => [line, `${highest + 1 + index}.0.0`]));
}
