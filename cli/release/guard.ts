import { gt, major, minor } from "semver";
import type { Problem } from "../../kernel";
import { describe } from "../../kernel/problem";
import type { ModuleInterface } from "../../kernel/interface/module-interface";
import type { Change, Release } from "../../modules/releases";
import { type Finding } from "./finding";
import { moduleFindings } from "./module-findings";
import { nextMajors } from "./release-list";
import type { ReleaseRecord } from "./release-record";

/** What was released last on one line, and what would be released now. */
export interface Line {
  readonly recorded: ReleaseRecord;
  readonly current: Readonly<Record<string, ModuleInterface>>;
}

type Named<T> = Readonly<Record<string, T>>;

/**
 * What keeps the modules as they are from being the next release: what callers would lose without a major version, and what
 * the changelog does not say. Lines differ in little, so what is true of several is said once.
 */
export function guardProblems(lines: Named<Line>, releases: readonly Release[]): Problem[] {
  return once(Object.entries(lines).flatMap(([name, line]) => lineProblems(name, line, releases, majorsAfter(releases))));
}

/** Of these, what callers would lose without a major version. */
export function breakProblems(lines: Named<Line>, releases: readonly Release[]): Problem[] {
  const [newest] = releases;
  const next = newest?.date === undefined ? newest : undefined;
  const breakingVersion = Object.values(majorsAfter(releases)).join(" and ");
  const found = Object.entries(lines).flatMap(([name, line]) => {
    const isMajor = major(next?.versions[name] ?? line.recorded.version) > major(line.recorded.version);
    const breaks = Object.entries(changedModules(line)).flatMap(([module, findings]) => findings.filter(({ weight }) => weight === "break").map((finding) => ({ module, finding })));
    return isMajor ? [] : breaks.flatMap(({ module, finding }) => findingProblems(module, finding, { isMajor, breakingVersion, entries: [] }));
  });
  return once(found);
}

function majorsAfter(releases: readonly Release[]): Named<string> {
  return nextMajors(releases, Object.keys(releases[0]?.versions ?? {}));
}

function once(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [describe(problem), problem])).values()];
}

function lineProblems(name: string, line: Line, releases: readonly Release[], majors: Named<string>): Problem[] {
  const changed = changedModules(line);
  const modules = Object.keys(changed);
  if (modules.length === 0) return [];
  const [newest] = releases;
  const next = newest?.date === undefined ? newest : undefined;
  const last = line.recorded.version;
  const version = next?.versions[name] ?? last;
  const isMajor = major(version) > major(last);
  const entries = next?.changes ?? {};
  const breakingVersion = Object.values(majors).join(" and ");
  const additions = Object.entries(changed).filter(([, findings]) => findings.some(({ weight }) => weight !== "break" || isMajor));
  const enough = isMajor || minor(version) > minor(last);
  const nextMinor = `${major(last)}.${minor(last) + 1}.0`;
  return [
    ...(next === undefined ? [missingRelease(modules, Object.entries(newest?.versions ?? {}).map(([, of]) => of).join(" and "))] : []),
    ...(next !== undefined && !gt(version, last) ? [{ path: `modules/releases.ts versions.${name}`, expected: `more than ${last}`, got: version, why: "that is released", suggestion: nextMinor, rule: "release-version" }] : []),
    ...(next !== undefined && !enough && gt(version, last) && additions.length > 0 ? [tooSmall(name, version, nextMinor, additions)] : []),
    ...Object.entries(changed).flatMap(([module, findings]) => findings.flatMap((finding) => findingProblems(module, finding, { isMajor, breakingVersion, entries: entries[module] ?? [] }))),
    ...(next === undefined ? [] : modules.filter((module) => (entries[module] ?? []).length === 0).map((module) => missingEntry(module, last))),
    ...(isMajor ? [] : Object.entries(entries).filter(([, of]) => of.some(({ plan }) => plan === "replaces")).map(([module]) => ({
      path: `modules/releases.ts changes.${module}`, expected: "nothing that replaces resources", got: version, why: "a minor version is taken without a look at the plan", suggestion: breakingVersion, rule: "release-replaces",
    }))),
  ];
}

/** Findings of every module that is not as it was. A module whose body alone has changed has none. */
function changedModules({ recorded, current }: Line): Named<readonly Finding[]> {
  const names = [...new Set([...Object.keys(recorded.modules), ...Object.keys(current)])].sort();
  return Object.fromEntries(names.flatMap((name) => {
    const [before, after] = [recorded.modules[name], current[name]];
    if (before !== undefined && after !== undefined) return before.digest === after.digest && moduleFindings(before, after).length === 0 ? [] : [[name, moduleFindings(before, after)]];
    return [[name, [before === undefined ? newModule : vanishedModule]]];
  }));
}

const newModule: Finding = { weight: "addition", place: "", name: "", expected: "", got: undefined, why: "", rule: "" };
const vanishedModule: Finding = { weight: "break", place: "module", name: "", expected: "to stay", got: undefined, why: "callers have it as their source", rule: "module-vanished" };

interface Context {
  readonly isMajor: boolean;
  readonly breakingVersion: string;
  readonly entries: readonly Change[];
}

function findingProblems(module: string, { weight, place, name, suggestion, ...finding }: Finding, { isMajor, breakingVersion, entries }: Context): Problem[] {
  const problem = { path: `modules/${module} ${place}`, ...finding };
  if (weight === "addition") return [];
  if (weight === "break" && !isMajor) return [{ ...problem, suggestion: `${suggestion === undefined ? "" : `${suggestion}; or `}${breakingVersion} in modules/releases.ts` }];
  const telling = entries.filter(({ text }) => name === "" || new RegExp(`(?<![\\w.])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w])`).test(text));
  const covers = finding.rule === "input-default" ? telling.some(({ plan }) => plan !== "none") : telling.length > 0;
  if (covers) return [];
  const shows = finding.rule === "input-default" ? " and says what a plan shows" : "";
  return [{ ...problem, suggestion: `an entry of ${module} in modules/releases.ts that names ${name}${shows}` }];
}

function missingRelease(modules: readonly string[], last: string): Problem {
  return { path: "modules/releases.ts", expected: "a release without a date, for what has changed", got: last, why: `changed: ${modules.join(", ")}`, suggestion: "an entry above it with versions and changes", rule: "release-missing" };
}

function missingEntry(module: string, last: string): Problem {
  return { path: `modules/releases.ts changes.${module}`, expected: "an entry of what has changed", got: undefined, why: `the module is not what ${last} was`, rule: "release-entry" };
}

function tooSmall(line: string, version: string, least: string, additions: readonly (readonly [string, readonly Finding[]])[]): Problem {
  const [module, findings] = additions[0]!;
  const what = findings[0]!.place === "" ? "is new" : `has another ${findings.find(({ weight }) => weight !== "break")?.place ?? "interface"}`;
  return { path: `modules/releases.ts versions.${line}`, expected: `${least} or more`, got: version, why: `${module} ${what}, which is more than a correction`, suggestion: least, rule: "release-version" };
}
