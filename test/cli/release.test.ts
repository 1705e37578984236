import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { ModuleLines } from "../../cli/generate/module-lines";
import { checkCompatibility } from "../../cli/release/compatibility";
import { releaseProblems } from "../../cli/release/release";
import { listProblems, nextMajors } from "../../cli/release/release-list";
import { readRecord, writeRecord } from "../../cli/release/release-record";
import { moduleStack } from "../../kernel";
import { moduleInterface } from "../../kernel/interface/module-interface";
import { describe as sentence } from "../../kernel/problem";
import { networkModule } from "../../modules/network/module";
import { type Release, releases } from "../../modules/releases";
import { flavours } from "../../modules/targets";
import { temporaryFolder } from "../harness";
import { floor } from "../synth";

const lines = ["5.100", "6.25"];
const of = (old: string, current: string, date?: string): Release => ({ versions: { "5.100": old, "6.25": current }, changes: {}, ...(date && { date }) });
const first = of("1.0.0", "2.0.0", "2026-11-22");

describe("the list of releases", () => {
  it("of the project is in order", () => expect(listProblems(releases, Object.keys(flavours))).toEqual([]));

  it.each<[string, Release[], string[]]>([
    ["a first release, prepared", [of("1.0.0", "2.0.0")], []],
    ["a second one", [of("1.1.0", "2.1.0"), first], []],
    ["new majors, which go on behind both lines", [of("3.0.0", "4.0.0"), of("1.1.0", "2.1.0", "2026-12-01"), first], []],
    ["a line without a version", [{ ...first, versions: { "5.100": "1.0.0" } }], ["modules/releases.ts 1.0.0 versions.6.25: expected a version such as 1.2.3, got nothing   [release-version]"]],
    ["a version that is none", [of("1.0", "2.0.0")], ['modules/releases.ts 1.0, 2.0.0 versions.5.100: expected a version such as 1.2.3, got "1.0"   [release-version]']],
    ["an older version above", [of("1.0.0", "2.0.0"), first], ['modules/releases.ts versions.5.100: expected more than 1.0.0, got "1.0.0"; the newest release stands first   [release-version]', 'modules/releases.ts versions.6.25: expected more than 2.0.0, got "2.0.0"; the newest release stands first   [release-version]']],
    ["lines that go apart", [of("1.1.0", "2.2.0"), first], ['modules/releases.ts 1.1.0, 2.2.0 versions.6.25: expected 2.1.0, got "2.2.0"; minor and patch are those of the source that all lines come from   [release-version]']],
    ["a major of the other line", [of("2.0.0", "4.0.0"), first], ['modules/releases.ts 2.0.0, 4.0.0 versions.5.100: expected a major version of its own, got "2.0.0"; the line for AWS 6.25 has 2; try "3.0.0"   [release-version]', ]],
    ["two releases in the making", [of("1.1.0", "2.1.0"), of("1.0.0", "2.0.0")], ["modules/releases.ts 1.0.0, 2.0.0 date: expected the day of the release, YYYY-MM-DD, got nothing; only the newest release can be in the making   [release-date]"]],
    ["a date of another form", [of("1.0.0", "2.0.0", "22.11.2026")], ['modules/releases.ts 1.0.0, 2.0.0 date: expected the day of the release, YYYY-MM-DD, got "22.11.2026"; only the newest release can be in the making   [release-date]']],
  ])("%s", (_, list, problems) => expect(listProblems(list, lines).map(sentence)).toEqual(problems));

  it("next majors are those that no line has had", () => {
    expect(nextMajors([of("1.1.0", "2.1.0"), first], lines)).toEqual({ "5.100": "3.0.0", "6.25": "4.0.0" });
    expect(nextMajors([of("3.0.0", "4.0.0", "2026-12-01"), first], lines)).toEqual({ "5.100": "5.0.0", "6.25": "6.0.0" });
  });
});

describe("a record", () => {
  const network = { network: moduleInterface(networkModule, moduleStack(networkModule, floor)) };

  it("is read as it was written, and forgets modules that are no more", () => {
    const root = temporaryFolder("record");
    writeRecord(root, "5.100", { version: "1.0.0", modules: { ...network, gone: network.network } });
    writeRecord(root, "5.100", { version: "1.1.0", modules: network });
    expect(readRecord(root, "5.100")).toEqual({ version: "1.1.0", modules: network });
    expect(readdirSync(join(root, "releases", "5.100"))).toEqual(["network.json"]);
  });

  it("says nothing before the first release", () => {
    const root = temporaryFolder("record");
    expect(readRecord(root, "5.100")).toBeUndefined();
    expect(() => checkCompatibility(root, new ModuleLines(root), { announced: true })).not.toThrow();
  });

  it("of two releases is refused", () => {
    const root = temporaryFolder("record");
    writeRecord(root, "5.100", { version: "1.0.0", modules: network });
    writeFileSync(join(root, "releases/5.100/other.json"), JSON.stringify({ version: "1.1.0" }));
    expect(() => readRecord(root, "5.100")).toThrow("releases/5.100: expected one version, got 1.0.0, 1.1.0; take the folder from the commit of a release");
  });
});

describe("platform release refuses", () => {
  const refused = async (root: string, date?: string) => (await releaseProblems(root, of("1.0.0", "2.0.0", date))).map(sentence);
  const git = (cwd: string, ...args: string[]) => execa("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd });

  it("a folder without git", async () => {
    expect(await refused(temporaryFolder("release"))).toEqual(['release: expected a git checkout with everything committed, got "no git"; what is released can be found again; try "git status"   [release-uncommitted]']);
  });

  it("what is not committed, and a release that has its day", async () => {
    const root = temporaryFolder("release");
    await git(root, "init", "-q");
    await git(root, "commit", "-q", "--allow-empty", "-m", "x");
    expect(await refused(root)).toEqual([]);
    writeFileSync(join(root, "new"), "");
    expect(await refused(root, "2026-11-22")).toEqual([
      'release: expected a git checkout with everything committed, got "changes"; what is released can be found again; try "git status"   [release-uncommitted]',
      'modules/releases.ts: expected a release without a date, got "1.0.0 and 2.0.0 of 2026-11-22"; that is released; try "an entry above it with versions and changes"   [release-missing]',
    ]);
  });
});
