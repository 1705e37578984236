import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { GitStore, gitProblems } from "../../../cli/publish/git-store";
import type { PublishedModule } from "../../../cli/publish/published-module";
import { published } from "../../../cli/publish/store";
import { describe as told } from "../../../kernel/problem";
import { inFolder, init, runTerraform } from "../../harness";
import { temporaryFolder, write } from "../temporary";
import { publishedModule, source } from "./modules";

const git = async (folder: string, ...args: readonly string[]) => (await execa("git", args, { cwd: folder })).stdout;

async function remotes(...names: readonly string[]): Promise<string> {
  const folder = temporaryFolder();
  for (const name of names) {
    mkdirSync(join(folder, name));
    await git(join(folder, name), "init", "--quiet", "--bare");
  }
  return folder;
}

const perModule = (folder: string, ...modules: readonly PublishedModule[]) => GitStore.perModule(`file://${folder}/terraform-{provider}-{name}.git`, modules, source, temporaryFolder());

async function deliver(store: GitStore): Promise<readonly string[]> {
  const { deliveries, problems } = await store.examine();
  expect(problems).toEqual([]);
  for (const { deliver: act } of deliveries) await act?.(() => {});
  return deliveries.map(({ found }) => found);
}

const history = (folder: string, branch = "1.x") => git(folder, "log", "--format=%s%d", branch);

describe("a git remote for each module", () => {
  it("keeps its history: a commit, a tag and the line's branch for each version, and nothing twice", async () => {
    const folder = await remotes("terraform-aws-network.git", "terraform-helm-chart.git");
    const [network, chart] = [join(folder, "terraform-aws-network.git"), join(folder, "terraform-helm-chart.git")];
    const others = { name: "chart", provider: "helm" };
    expect(await deliver(perModule(folder, publishedModule("1.0.0"), publishedModule("2.0.0"), publishedModule("1.0.0", others)))).toEqual(["new on 1.x", "new on 2.x", "new on 1.x"]);
    expect(await deliver(perModule(folder, publishedModule("1.1.0", { previous: "1.0.0" }), publishedModule("1.0.0", others)))).toEqual(["new on 1.x", published]);
    // The next major version of the line goes on where the line was.
    expect(await deliver(perModule(folder, publishedModule("3.0.0", { previous: "1.1.0" })))).toEqual(["new on 3.x"]);
    expect(await history(network, "3.x")).toBe("network 3.0.0 (tag: v3.0.0, 3.x)\nnetwork 1.1.0 (tag: v1.1.0, 1.x)\nnetwork 1.0.0 (tag: v1.0.0)");
    expect(await history(network, "2.x")).toBe("network 2.0.0 (tag: v2.0.0, 2.x)");
    expect(await history(chart)).toBe("chart 1.0.0 (tag: v1.0.0, 1.x)");
    expect((await git(network, "ls-tree", "-r", "v1.1.0")).split("\n").map((line) => line.replaceAll(/ blob \w+\t/g, " "))).toEqual(["100644 examples/minimal/main.tf", "100644 main.tf", "100644 outputs.tf", "100644 versions.tf"]);
    expect(await git(network, "cat-file", "tag", "v1.1.0")).toMatch(new RegExp(`^object \\w+\ntype commit\ntag v1\\.1\\.0\ntagger ${source.committer.replace("+", "\\+")}\n\nnetwork 1\\.1\\.0\n\nSource: ${source.repository} ${source.commit}$`));
  });

  it("is the tree of the version exactly: what somebody put on the branch stays in the history alone", async () => {
    const folder = await remotes("terraform-aws-network.git");
    const remote = join(folder, "terraform-aws-network.git");
    await deliver(perModule(folder, publishedModule("1.0.0")));
    const clone = temporaryFolder();
    await git(clone, "clone", "--quiet", "--branch", "1.x", remote, ".");
    write(clone, { "theirs.tf": "# theirs\n" });
    await git(clone, "add", ".");
    await git(clone, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "theirs");
    await git(clone, "push", "--quiet");
    await deliver(perModule(folder, publishedModule("1.0.1", { previous: "1.0.0" })));
    expect(await history(remote)).toBe("network 1.0.1 (tag: v1.0.1, 1.x)\ntheirs\nnetwork 1.0.0 (tag: v1.0.0)");
    expect(await git(remote, "ls-tree", "-r", "--name-only", "v1.0.1")).not.toContain("theirs");
  });

  it("gets the tag alone where a run was cut between commit and tag, on the same commit", async () => {
    const folder = await remotes("terraform-aws-network.git");
    const remote = join(folder, "terraform-aws-network.git");
    await deliver(perModule(folder, publishedModule("1.0.0")));
    const commit = await git(remote, "rev-parse", "1.x");
    await git(remote, "tag", "--delete", "v1.0.0");
    expect(await deliver(perModule(folder, publishedModule("1.0.0")))).toEqual(["the commit is on 1.x, the tag is new"]);
    expect([await git(remote, "rev-parse", "v1.0.0^{commit}"), await git(remote, "rev-parse", "1.x"), await git(remote, "rev-list", "--count", "1.x")]).toEqual([commit, commit, "1"]);
  });

  it("gets neither commit nor tag where it does not take both, and the commit is the same at the next try", async () => {
    const folder = await remotes("terraform-aws-network.git");
    const remote = join(folder, "terraform-aws-network.git");
    write(remote, { "hooks/update": '#!/bin/sh\ncase "$1" in refs/tags/*) echo "tags are protected" >&2; exit 1;; esac\n' });
    await execa("chmod", ["+x", join(remote, "hooks/update")]);
    const attempt = deliver(perModule(folder, publishedModule("1.0.0")));
    await expect(attempt).rejects.toThrow(new RegExp(`^git file://${remote}: expected a git remote that takes a commit and a tag, got "remote: tags are protected.*   \\[git-remote\\]$`));
    expect(await git(remote, "for-each-ref")).toBe("");
  });

  it("refuses a version that is there with other files, beside a remote that is not there, before anything is pushed", async () => {
    const folder = await remotes("terraform-aws-network.git");
    const remote = join(folder, "terraform-aws-network.git");
    await deliver(perModule(folder, publishedModule("1.0.0")));
    const before = await git(remote, "for-each-ref");
    const { deliveries, problems } = await perModule(folder, publishedModule("1.0.0", { main: "# changed\n" }), publishedModule("1.0.0", { name: "absent" })).examine();
    expect(deliveries).toEqual([]);
    expect(problems.map(told)).toEqual([
      expect.stringMatching(new RegExp(`^git file://${remote} v1\\.0\\.0: expected a tag with the files of this commit, got "a tag with other files \\(tree [0-9a-f]{12}\\)"; a version that is published never changes; try "a new patch version in modules/releases.ts"   \\[version-published\\]$`)),
      expect.stringMatching(/^git file:\/\/.*\/terraform-aws-absent\.git: expected a git remote that can be read; it is made by you, empty, got "fatal: .*   \[git-remote\]$/),
    ]);
    expect(await git(remote, "for-each-ref")).toBe(before);
  });

  it("tells no password of an address", async () => {
    const { problems } = await GitStore.perModule("http://user:secret@127.0.0.1:9/{name}.git", [publishedModule()], source, temporaryFolder()).examine();
    expect(problems.map(told)).toEqual([expect.stringContaining("git http://127.0.0.1:9/network.git: ")]);
    expect(problems.map(told).join()).not.toContain("secret");
  });
});

describe("one git remote for all modules", () => {
  it("has each module below modules/, and a tag for all of them", async () => {
    const folder = await remotes("modules.git");
    const all = (version: string) => ["network", "cluster"].map((name) => publishedModule(version, { name }));
    expect(await deliver(GitStore.monorepo(`file://${folder}/modules.git`, [...all("1.0.0"), ...all("2.0.0")], source, temporaryFolder()))).toEqual(["new on 1.x", "new on 2.x"]);
    expect(await deliver(GitStore.monorepo(`file://${folder}/modules.git`, [...all("1.0.0"), ...all("2.0.0")], source, temporaryFolder()))).toEqual([published, published]);
    expect((await git(join(folder, "modules.git"), "ls-tree", "-r", "--name-only", "v2.0.0")).split("\n").filter((path) => path.endsWith("main.tf"))).toEqual(["modules/cluster/examples/minimal/main.tf", "modules/cluster/main.tf", "modules/network/examples/minimal/main.tf", "modules/network/main.tf"]);
  });

  it("takes all modules or none, and a template names the module", () => {
    expect(gitProblems({ git: "git@github.com:example/modules.git", gitMonorepo: "git@github.com:example/modules.git", modules: ["network"] }).map(told)).toEqual([
      'publish --git: expected a remote with {name} in it, got "git@github.com:example/modules.git"; each module has a remote of its own; try "git@github.com:example/terraform-{provider}-{name}.git"   [git-template]',
      'publish --git-monorepo: expected all modules, got "network"; its tag is a version of all of them   [git-monorepo]',
    ]);
    expect(gitProblems({ git: "https://example.com/{name}.git", gitMonorepo: "git@github.com:example/modules.git", modules: [] })).toEqual([]);
  });
});

it("Terraform installs a version by its tag, of a remote of its own and of one for all", async () => {
  const folder = await remotes("terraform-null-network.git", "modules.git");
  const module = { ...publishedModule("1.0.0"), provider: "null" };
  const files = Object.fromEntries(Object.entries(module.files).filter(([path]) => path !== "versions.tf"));
  await deliver(perModule(folder, { ...module, files }));
  await deliver(GitStore.monorepo(`file://${folder}/modules.git`, [{ ...module, files }], source, temporaryFolder()));
  const call = (address: string) => ({ source: `git::file://${folder}/${address}?ref=v1.0.0`, name: "shop" });
  await inFolder({ "main.tf.json": { module: { own: call("terraform-null-network.git"), one: call("modules.git//modules/network") } } }, async (root) => {
    await init({ terraformDir: root });
    await expect(runTerraform({ terraformDir: root }, ["validate"])).resolves.toMatchObject({ exitCode: 0 });
    expect(["own", "one/modules/network"].map((path) => readFileSync(join(root, ".terraform/modules", path, "outputs.tf"), "utf8"))).toEqual([files["outputs.tf"], files["outputs.tf"]]);
    expect(existsSync(join(root, ".terraform/modules/own/examples/minimal/main.tf"))).toBe(true);
  });
});
