import { cpSync, existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { versionsToPublish } from "../../../cli/publish/release";
import { publicAddress, sourceOf } from "../../../cli/publish/source";
import { describe as told } from "../../../kernel/problem";
import { type Release, releases } from "../../../modules/releases";
import { CommandProject } from "../command-project";
import { checkout, temporaryFolder, write } from "../temporary";

const git = async (folder: string, ...args: readonly string[]) => (await execa("git", args, { cwd: folder })).stdout;
const commit = (folder: string) => git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "all");

describe("what is published", () => {
  const old: Release = { versions: { "5.100": "1.0.0", "6.25": "2.0.0" }, date: "2026-11-01", changes: {} };
  const prepared: Release = { versions: { "5.100": "1.1.0", "6.25": "2.1.0" }, changes: {} };
  const released: Release = { ...prepared, date: "2026-11-22" };

  it("is the newest release of each line, with the one before", () => {
    expect(versionsToPublish([released, old], {})).toEqual({ lines: { "5.100": { version: "1.1.0", previous: "1.0.0" }, "6.25": { version: "2.1.0", previous: "2.0.0" } }, problems: [] });
    expect(versionsToPublish([released, old], { aws: "6.25" }).lines).toEqual({ "6.25": { version: "2.1.0", previous: "2.0.0" } });
    expect(versionsToPublish([released], { aws: "5.100" }).lines).toEqual({ "5.100": { version: "1.1.0" } });
  });

  it("is a pre-release of what is being prepared", () => {
    expect(versionsToPublish([prepared, old], { prerelease: "rc.1", aws: "5.100" })).toEqual({ lines: { "5.100": { version: "1.1.0-rc.1", previous: "1.0.0" } }, problems: [] });
  });

  const refusals: readonly (readonly [string, readonly Release[], Parameters<typeof versionsToPublish>[1], string])[] = [
    ["a release without a date", [prepared, old], {}, 'modules/releases.ts: expected 1.1.0 with the day of its release, got nothing; a version without a date is being prepared; try "--prerelease rc.1"   [release-dated]'],
    ["a pre-release of what is released", [released], { prerelease: "rc.1" }, 'publish --prerelease: expected a version that is being prepared, got "1.1.0, released on 2026-11-22"; a pre-release comes before its release   [prerelease]'],
    ["a suffix that no version has", [prepared], { prerelease: "rc_1" }, 'publish --prerelease: expected what may stand after the hyphen of a semantic version, got "rc_1"; try "rc.1"   [prerelease]'],
    ["a number with a leading zero in it", [prepared], { prerelease: "rc.01" }, 'publish --prerelease: expected what may stand after the hyphen of a semantic version, got "rc.01"; try "rc.1"   [prerelease]'],
    ["a line that there is not", [released], { aws: "5.10" }, 'publish --aws: expected one of the keys 5.100, 6.25, got "5.10"; try "5.100"   [unknown-key]'],
  ];
  it.each(refusals)("is never %s", (_, list, options, sentence) => {
    expect(versionsToPublish(list, options).problems.map(told)).toEqual([sentence]);
  });
});

describe("the source", () => {
  it("is a commit: outside of git, and with changes, nothing is published", async () => {
    const folder = temporaryFolder();
    await expect(sourceOf(folder)).rejects.toThrow("publish: expected a git checkout with a commit, got nothing; what is published names the commit that it came from   [publish-commit]");
    await git(folder, "init", "--quiet");
    write(folder, { "main.ts": "" });
    await git(folder, "add", ".");
    await commit(folder);
    const clean = await sourceOf(folder);
    expect(clean).toEqual({ commit: await git(folder, "rev-parse", "HEAD"), committer: expect.stringMatching(/^a <a@example\.com> \d+ [+-]\d{4}$/) });
    write(folder, { "left.ts": "", "main.ts": "changed" });
    await expect(sourceOf(folder)).rejects.toThrow('publish: expected a checkout without changes, got "main.ts, left.ts"; what is published comes from a commit; try "git commit"   [publish-commit]');
  });

  it.each([
    ["git@github.com:example/platform.git", "ssh://github.com/example/platform.git"],
    ["https://user:secret@github.com/example/platform.git", "https://github.com/example/platform.git"],
    ["ssh://git@example.com:2222/platform.git", "ssh://example.com:2222/platform.git"],
    ["/srv/git/platform.git", undefined],
    ["file:///srv/git/platform.git", undefined],
    ["", undefined],
  ])("%j is told as %j", (remote, address) => expect(publicAddress(remote)).toBe(address));
});

it("the command says all that is wrong, then what it would do, does it, and has nothing left to do", async () => {
  const project = new CommandProject();
  // Some day the newest release has its date, and a pre-release is what is refused.
  const [{ versions, date }] = releases as [Release];
  const [right, wrong] = date === undefined ? [["--prerelease", "rc.1"], []] : [[], ["--prerelease", "rc.1"]];
  const version = `${versions["5.100"]}${date === undefined ? "-rc.1" : ""}`;
  for (const part of ["generated", "docs", "releases", "LICENSE", ".gitignore"].filter((path) => existsSync(join(checkout, path)))) cpSync(join(checkout, part), join(project.root, part), { recursive: true });
  await git(project.root, "init", "--quiet");
  await git(project.root, "add", ".");
  await commit(project.root);
  const remote = temporaryFolder();
  await git(remote, "init", "--quiet", "--bare");
  const dist = temporaryFolder();

  writeFileSync(join(project.root, "generated/network/main.tf"), "# edited\n");
  const refused = await project.command("publish", "netwrk", "--git", remote, "--registry", "app.terraform.io", ...wrong);
  expect(refused).toMatchObject({ exitCode: 1 });
  expect(refused.stderr.split("\n").filter((line) => line.includes("["))).toEqual([
    expect.stringMatching(/^publish: expected one of the keys .*, got "netwrk"; try "network" {3}\[unknown-key\]$/),
    expect.stringMatching(/\[git-template\]$/),
    expect.stringMatching(/\[registry-address\]$/),
    expect.stringMatching(/\[(release-dated|prerelease)\]$/),
    expect.stringMatching(/^publish: expected a checkout without changes, got "generated\/network\/main\.tf".*\[publish-commit\]$/),
    expect.stringMatching(/^generated\/network\/main\.tf: expected what the code generates.*\[generated-differs\]$/),
  ]);
  await git(project.root, "checkout", "--quiet", "generated");

  const command = ["publish", "--aws", "5.100", ...right, "--archives", dist, "--git-monorepo", `file://${remote}`];
  const looked = await project.command(...command);
  const names = readdirSync(join(checkout, "generated"));
  expect(looked.stdout).toContain(`  all modules ${version}  git file://${remote} v${version}: new on ${version[0]}.x\n${names.length + 1} to publish, 0 there already; nothing was written: --yes publishes`);
  expect(looked).toMatchObject({ exitCode: 2 });
  expect([readdirSync(dist), await git(remote, "for-each-ref")]).toEqual([[], ""]);

  const done = await project.command(...command, "--yes");
  expect(done.stdout).toContain(`${names.length + 1} published, 0 there already`);
  expect(done).toMatchObject({ exitCode: 0 });
  const again = await project.command(...command);
  expect(again.stdout).toContain(`0 to publish, ${names.length + 1} there already`);
  expect(again).toMatchObject({ exitCode: 0 });
  // What was published is what is checked in.
  const tree = temporaryFolder();
  await git(tree, "clone", "--quiet", "--branch", `v${version}`, remote, ".");
  await expect(execa("diff", ["-r", join(tree, "modules"), join(checkout, "generated")])).resolves.toMatchObject({ stdout: "" });
  expect(readdirSync(dist).sort()).toEqual(expect.arrayContaining(["terraform-aws-network", "terraform-helm-custom-resources", "terraform-kubernetes-namespaces"]));
});
