import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { execa } from "execa";
import { ModuleLines } from "../../../cli/generate/module-lines";
import { archiveOf, filesIn } from "../../../cli/archive";
import { ArchiveStore } from "../../../cli/publish/archive-store";
import { mainProvider, type PublishedModule } from "../../../cli/publish/published-module";
import { published } from "../../../cli/publish/store";
import { projectRoot } from "../../../cli/root";
import { describe as told } from "../../../kernel/problem";
import { flavours } from "../../../modules/targets";
import { inFolder, init } from "../../harness";
import { temporaryFolder } from "../temporary";
import { publishedModule, source } from "./modules";

const store = (folder: string, ...modules: readonly PublishedModule[]) => new ArchiveStore(folder, modules, source, projectRoot);

async function delivered(folder: string, ...modules: readonly PublishedModule[]): Promise<string> {
  const { deliveries, problems } = await store(folder, ...modules).examine();
  expect(problems).toEqual([]);
  for (const { deliver } of deliveries) await deliver?.(() => {});
  return folder;
}

function contents(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(entries.map(({ parentPath, name }) => [join(parentPath, name).slice(folder.length + 1), readFileSync(join(parentPath, name)).toString("base64")]));
}

const real = Object.keys(flavours).flatMap((aws) => new ModuleLines(projectRoot).files(aws).map(({ name, files }) => ({ aws, name, files })));

describe("an archive", () => {
  it("of every module, of both lines, holds exactly the module's files, and nothing of this machine", async () => {
    expect(real.length).toBeGreaterThan(20);
    for (const { files } of real) {
      const archive = await archiveOf(files);
      expect(await filesIn(archive)).toEqual(files);
      expect(archive.includes(projectRoot)).toBe(false);
      expect(Object.keys(files).filter((path) => /(^|\/)\.|tfstate|tfplan|^\/|\.\./.test(path))).toEqual([]);
    }
  });

  it("is what tar knows: sorted, files that everybody may read, of nobody, at one time", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "a.tar.gz"), await archiveOf({ "b/c.tf": "c", "a.tf": "a", "b.tf": "b" }));
    const { stdout } = await execa("tar", ["-tvzf", "a.tar.gz", "--numeric-owner", "--full-time"], { cwd: folder, env: { TZ: "UTC" } });
    expect(stdout.split("\n").map((line) => line.replaceAll(/ +/g, " "))).toEqual(["a.tf", "b.tf", "b/c.tf"].map((path) => `-rw-r--r-- 0/0 1 2000-01-01 00:00:00 ${path}`));
  });

  it("says neither when nor by which system it was made, and does not depend on how zlib compresses", async () => {
    const archive = await archiveOf({ "main.tf": "x".repeat(200_000) });
    expect(archive.subarray(0, 10)).toEqual(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 4, 255]));
    const blocks: number[] = [];
    for (let at = 10, last = 0; last === 0; at += 5 + blocks.at(-1)!) {
      last = archive[at]!;
      blocks.push(archive.readUInt16LE(at + 1));
    }
    expect(blocks).toEqual([65_535, 65_535, 65_535, 512 + 200_192 + 1024 - 3 * 65_535]);
  });
});

describe("the archive store", () => {
  it("gets the same bytes from two builds in different folders, umasks, times and orders", async () => {
    const module = publishedModule();
    const first = await delivered(temporaryFolder(), module);
    const umask = process.umask(0o077);
    const now = jest.spyOn(Date, "now").mockReturnValue(0);
    const second = await delivered(temporaryFolder(), { ...module, files: Object.fromEntries(Object.entries(module.files).reverse()) });
    process.umask(umask);
    now.mockRestore();
    expect(contents(second)).toEqual(contents(first));
    expect(Object.keys(contents(second)).map((path) => (statSync(join(second, path)).mode & 0o777).toString(8))).toEqual(["644", "644", "644"]);
    expect((statSync(join(second, "terraform-aws-network/1.0.0")).mode & 0o777).toString(8)).toBe("755");
  });

  it("has checksums that sha256sum takes, and a provenance with commit, source, line and tools", async () => {
    const folder = join(await delivered(temporaryFolder(), publishedModule()), "terraform-aws-network/1.0.0");
    expect(readdirSync(folder).sort()).toEqual(["SHA256SUMS", "provenance.json", "terraform-aws-network-1.0.0.tar.gz"]);
    const { stdout } = await execa("sha256sum", ["-c", "--strict", "SHA256SUMS"], { cwd: folder });
    expect(stdout).toBe("terraform-aws-network-1.0.0.tar.gz: OK\nprovenance.json: OK");
    const { stdout: digest } = await execa("sha256sum", ["terraform-aws-network-1.0.0.tar.gz"], { cwd: folder });
    const { cdktf, "tar-stream": tarStream } = { ...JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")).dependencies, ...JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")).devDependencies };
    expect(JSON.parse(readFileSync(join(folder, "provenance.json"), "utf8"))).toMatchObject({
      _type: "https://in-toto.io/Statement/v1",
      subject: [{ name: "terraform-aws-network-1.0.0.tar.gz", digest: { sha256: digest.split(" ")[0] } }],
      predicate: {
        buildDefinition: { externalParameters: { module: "network", version: "1.0.0", awsProvider: "5.100" }, resolvedDependencies: [{ uri: `git+${source.repository}@${source.commit}`, digest: { gitCommit: source.commit } }] },
        runDetails: { builder: { version: { cdktf, "tar-stream": tarStream } } },
      },
    });
  });

  it("is left alone where the version is there, also by another commit, and takes the next one beside it", async () => {
    const folder = await delivered(temporaryFolder(), publishedModule());
    const before = contents(folder);
    const later = new ArchiveStore(folder, [publishedModule()], { ...source, commit: "f".repeat(40) }, projectRoot);
    expect((await later.examine()).deliveries).toEqual([{ what: "network 1.0.0", to: join(folder, "terraform-aws-network/1.0.0/terraform-aws-network-1.0.0.tar.gz"), found: published }]);
    await delivered(folder, publishedModule("1.0.1"));
    expect(contents(folder)).toMatchObject(before);
    expect(readdirSync(join(folder, "terraform-aws-network")).sort()).toEqual(["1.0.0", "1.0.1"]);
  });

  it("refuses a version that is there with other bytes, and every such version at once", async () => {
    const modules = ["network", "cluster"].map((name) => publishedModule("1.0.0", { name }));
    const folder = await delivered(temporaryFolder(), ...modules);
    const { deliveries, problems } = await store(folder, ...modules.map((module) => ({ ...module, files: { ...module.files, "main.tf": "# changed\n" } }))).examine();
    expect(deliveries).toEqual([]);
    expect(problems.map(told)).toEqual(
      ["network", "cluster"].map((name) =>
        expect.stringMatching(new RegExp(`^${folder}/terraform-aws-${name}/1\\.0\\.0/terraform-aws-${name}-1\\.0\\.0\\.tar\\.gz: expected the archive of this commit, sha256 [0-9a-f]{64}, got "[0-9a-f]{64}"; a version that is published never changes; try "a new patch version in modules/releases.ts"   \\[version-published\\]$`)),
      ),
    );
  });

  it("has nothing half-written where a delivery fails", async () => {
    const folder = temporaryFolder();
    const { deliveries } = await store(folder, publishedModule()).examine();
    // Somebody else was faster.
    mkdirSync(join(folder, "terraform-aws-network/1.0.0"), { recursive: true });
    writeFileSync(join(folder, "terraform-aws-network/1.0.0/theirs"), "");
    await expect(deliveries[0]!.deliver!(() => {})).rejects.toThrow(`${folder}/terraform-aws-network/1.0.0: expected a version that nobody published meanwhile, got "a folder"   [version-published]`);
    expect(readdirSync(join(folder, "terraform-aws-network"), { recursive: true })).toEqual(["1.0.0", "1.0.0/theirs"]);
  });
});

it("Terraform installs an archive from a web server, and refuses one with another checksum than the caller wrote", async () => {
  const folder = await delivered(temporaryFolder(), { ...publishedModule(), files: { ...publishedModule().files, "versions.tf": "terraform {}\n" } });
  const server = createServer((request, response) => response.end(readFileSync(join(folder, new URL(request.url!, "http://127.0.0.1").pathname)))).listen(0, "127.0.0.1");
  await once(server, "listening");
  const path = "terraform-aws-network/1.0.0/terraform-aws-network-1.0.0.tar.gz";
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;
  const [digest] = readFileSync(join(folder, "terraform-aws-network/1.0.0/SHA256SUMS"), "utf8").split(" ");
  const installed = (checksum: string) =>
    inFolder({ "main.tf.json": { module: { network: { source: `${address}?checksum=sha256:${checksum}`, name: "shop" } } } }, async (root) => {
      await init({ terraformDir: root });
      return readFileSync(join(root, ".terraform/modules/network/outputs.tf"), "utf8");
    });
  try {
    await expect(installed(digest!)).resolves.toBe(publishedModule().files["outputs.tf"]);
    await expect(installed("0".repeat(64))).rejects.toThrow("Checksums did not match");
  } finally {
    server.close();
  }
});

describe("the provider in a registry's address", () => {
  // An address is what users write: a module that moves to another one is a new module to them.
  it("is AWS for what asks AWS for anything, then Kubernetes, then Helm", () => {
    const addresses = real.filter(({ aws }) => aws === "5.100").map(({ name, files }) => `${name}/${mainProvider(files)}`);
    expect(addresses).toEqual(expect.arrayContaining(["network/aws", "fluentd/aws", "helm-release/aws", "storage-classes/kubernetes", "namespaces/kubernetes", "load-balancers/kubernetes", "rbac/kubernetes", "custom-resources/helm", "load-balancer-controller/helm"]));
    expect(mainProvider({ "versions.tf": "terraform {}" })).toBe("null");
  });
});
