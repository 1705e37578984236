import { bullets } from "./markdown";

/** What a plan of a user who takes the new version shows because of a change. */
export type PlanShows = "none" | "in place" | "moved" | "replaces";

export type ChangeKind = "added" | "changed" | "deprecated" | "removed" | "fixed" | "security";

export interface Change {
  /** @default "changed" */
  readonly kind?: ChangeKind;
  /** A sentence. */
  readonly text: string;
  readonly plan: PlanShows;
}

/** A version of one module. */
export interface ModuleRelease {
  readonly version: string;
  /** Day of the release, `YYYY-MM-DD`. Without it the release is being prepared. */
  readonly date?: string;
  readonly changes: readonly Change[];
}

const kinds: readonly ChangeKind[] = ["added", "changed", "deprecated", "removed", "fixed", "security"];

/** CHANGELOG.md in the form of Keep a Changelog, newest first. */
export function changelog(name: string, releases: readonly ModuleRelease[]): string {
  const intro = `# Changelog of ${name}

The form is that of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/), versions are [semantic](https://semver.org/spec/v2.0.0.html). Each entry says what a plan shows of whoever takes the version: \`none\`, \`in place\`, \`moved\` or \`replaces\`.`;
  return [intro, ...releases.map(releaseText)].join("\n\n").concat("\n");
}

function releaseText({ version, date = "Unreleased", changes }: ModuleRelease): string {
  const groups = kinds
    .map((kind) => ({ kind, of: changes.filter((change) => (change.kind ?? "changed") === kind) }))
    .filter(({ of }) => of.length > 0)
    .map(({ kind, of }) => `### ${kind[0]!.toUpperCase()}${kind.slice(1)}\n\n${bullets(of.map(entry))}`);
  const unchanged = "No changes: all modules are released together, so that modules of one version fit each other.";
  return [`## ${version} - ${date}`, ...(groups.length === 0 ? [unchanged] : groups)].join("\n\n");
}

/** The section of a README on releases of which a plan shows something; undefined where there is none. */
export function upgradeNotes(releases: readonly ModuleRelease[]): string | undefined {
  const shown = releases
    .map(({ version, changes }) => ({ version, changes: changes.filter(({ plan }) => plan !== "none") }))
    .filter(({ changes }) => changes.length > 0);
  if (shown.length === 0) return undefined;
  return ["## Upgrade notes", ...shown.map(({ version, changes }) => `### To ${version}\n\n${bullets(changes.map(entry))}`)].join("\n\n");
}

function entry({ text, plan }: Change): string {
  return `${text} Plan: ${plan}.`;
}
