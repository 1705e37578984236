import { readFileSync } from "node:fs";
import { join } from "node:path";
import { archiveOf } from "../../../cli/archive";
import type { PublishedModule } from "../../../cli/publish/published-module";
import { registryAddress, RegistryStore } from "../../../cli/publish/registry-store";
import { published } from "../../../cli/publish/store";
import { describe as told, type Problem } from "../../../kernel/problem";
import { inFolder, init, runTerraform } from "../../harness";
import { standInHost, useTerraformCloud } from "../../terraform-cloud/stand-in";
import { Registry } from "../../terraform-cloud/registry";
import { publishedModule, source } from "./modules";

const cloud = useTerraformCloud();
const impatient = { retries: 3, firstMs: 1, pollMs: 1, workMs: 2000, pendingMs: 5 };
const modulePath = "/api/v2/organizations/example/registry-modules/private/example/network/aws";

beforeEach(() => {
  cloud.registry = new Registry(cloud.server);
  cloud.server.calm();
  cloud.server.heard();
});

function store(modules: readonly PublishedModule[], { organization = "example", token = cloud.token }: { organization?: string; token?: string } = {}): RegistryStore {
  const origin = new URL(cloud.server.url);
  return new RegistryStore({ origin, organization }, modules, source, impatient, { [`TF_TOKEN_${origin.host.replaceAll(".", "_")}`]: token });
}

async function deliver(...modules: readonly PublishedModule[]): Promise<readonly string[]> {
  const { deliveries, problems } = await store(modules).examine();
  expect(problems).toEqual([]);
  cloud.server.heard();
  for (const { deliver: act } of deliveries) await act?.(() => {});
  return deliveries.map(({ found }) => found);
}

const there = () => Object.fromEntries([...cloud.registry.modules].map(([key, versions]) => [key, versions.map(({ version, status }) => `${version} ${status}`)]));
const uploads = (heard: readonly string[]) => heard.filter((line) => line.startsWith("PUT")).map((line) => line.replace(/object-\w+/, "…"));

describe("a private registry", () => {
  it("gets the module, the version with its commit, the archive, and is waited for", async () => {
    expect(await deliver(publishedModule())).toEqual(["new, and so is the module"]);
    expect(there()).toEqual({ "example/network/aws": ["1.0.0 ok"] });
    const [version] = cloud.registry.modules.get("example/network/aws")!;
    expect(version).toMatchObject({ commit: source.commit, archive: await archiveOf(publishedModule().files) });
    const heard = cloud.server.heard();
    expect(heard.map((line) => line.replace(/object-\w+/, "…"))).toEqual([
      `GET ${modulePath} 404`,
      "POST /api/v2/organizations/example/registry-modules 201",
      `GET ${modulePath} 200`,
      `GET ${modulePath} 200`,
      `POST ${modulePath}/versions 201`,
      "PUT /_archivist/v1/object/… 200",
      `GET ${modulePath} 200`,
      `GET ${modulePath} 200`,
    ]);
  });

  it("gets the next version beside it, and what is there only once", async () => {
    await deliver(publishedModule());
    expect(await deliver(publishedModule(), publishedModule("1.1.0"), publishedModule("2.0.0"))).toEqual([published, "new", "new"]);
    expect(there()).toEqual({ "example/network/aws": ["1.0.0 ok", "1.1.0 ok", "2.0.0 ok"] });
    expect(uploads(cloud.server.heard())).toHaveLength(2);
  });

  it("is only looked at without --yes", async () => {
    await store([publishedModule()]).examine();
    expect(cloud.server.heard().map((line) => line.split(" ")[0])).toEqual(["GET", "GET", "GET"]);
    expect(there()).toEqual({});
  });

  it("keeps a version whose files are others, and says which", async () => {
    await deliver(publishedModule());
    const { deliveries, problems } = await store([publishedModule("1.0.0", { main: "# changed\n" })]).examine();
    expect(deliveries).toEqual([]);
    expect(problems.map(told)).toEqual([`${new URL(cloud.server.url).host}/example/network/aws 1.0.0: expected a version with the files of this commit, got "other files: main.tf"; a version that is published never changes; try "a new patch version in modules/releases.ts"   [version-published]`]);
  });
});

describe("what comes in between is got over", () => {
  it("429 is asked again, when the server says", async () => {
    cloud.server.inject({ on: /^POST .*registry-modules$/, kind: "throttle", count: 1, retryAfterSeconds: 1 });
    const { deliveries } = await store([publishedModule()]).examine();
    await deliveries[0]!.deliver!(() => {});
    const [refused, again] = cloud.server.log.filter(({ request }) => /^POST .*registry-modules$/.test(request));
    expect([refused!.status, again!.status]).toEqual([429, 201]);
    expect(again!.at - refused!.at).toBeGreaterThanOrEqual(1000);
    expect(there()).toEqual({ "example/network/aws": ["1.0.0 ok"] });
  });

  const faults = [
    ["503 wherever something is asked", /./, "unavailable", 3],
    ["a connection that is cut in the upload", /^PUT/, "cut", 2],
    ["an upload whose answer is lost", /^PUT/, "lost", 1],
    ["a created module whose answer is lost", /^POST .*registry-modules$/, "lost", 1],
    ["a created version whose answer, and with it the address to upload to, is lost", /^POST .*versions$/, "lost", 1],
    ["a look that is cut", /^GET \/api/, "cut", 3],
  ] as const;
  it.each(faults)("%s", async (_, on, kind, count) => {
    cloud.server.inject({ on, kind, count });
    await deliver(publishedModule());
    expect(there()).toEqual({ "example/network/aws": ["1.0.0 ok"] });
    const [version] = cloud.registry.modules.get("example/network/aws")!;
    expect(version!.archive).toEqual(await archiveOf(publishedModule().files));
  });

  it("what does not end is told in one sentence, and the next run completes it", async () => {
    cloud.server.inject({ on: /^PUT/, kind: "unavailable", count: 4 });
    const { deliveries } = await store([publishedModule()]).examine();
    await expect(deliveries[0]!.deliver!(() => {})).rejects.toThrow(`${new URL(cloud.server.url).host} upload: expected an answer, got "the server answered with 503, 4 times"   [cloud-answer]`);
    expect(there()).toEqual({ "example/network/aws": ["1.0.0 pending"] });
    // The pending version was its only one: the module goes with it and comes again.
    expect(await deliver(publishedModule())).toEqual(["begun and not finished (pending)"]);
    expect(there()).toEqual({ "example/network/aws": ["1.0.0 ok"] });
  });

  it("a version that was uploaded by a run that did not wait is only waited for", async () => {
    await deliver(publishedModule());
    cloud.registry.modules.get("example/network/aws")![0]!.status = "reg_ingressing";
    const { deliveries } = await store([publishedModule()]).examine();
    cloud.server.heard();
    await deliveries[0]!.deliver!(() => {});
    expect(cloud.server.heard().filter((line) => !line.startsWith("GET"))).toEqual([]);
  });

  it("a version that the registry could not take in is made anew", async () => {
    await deliver(publishedModule());
    Object.assign(cloud.registry.modules.get("example/network/aws")![0]!, { status: "reg_ingress_failed", archive: Buffer.from("half") });
    expect(await deliver(publishedModule())).toEqual(["begun and not finished (reg_ingress_failed)"]);
    expect(there()).toEqual({ "example/network/aws": ["1.0.0 ok"] });
  });
});

describe("a refusal is one sentence", () => {
  const host = () => new URL(cloud.server.url).host;
  const problemsOf = async (modules: readonly PublishedModule[], options: Parameters<typeof store>[1]) => (await store(modules, options).examine()).problems.map(told);

  it("a token that is refused, once for all modules, and without the token", async () => {
    const told = await problemsOf([publishedModule(), publishedModule("1.0.0", { name: "cluster" })], { token: "a-wrong-token" });
    expect(told).toEqual([`${host()}: expected a token that it takes, got "one that it refused"; try "terraform login ${host()}"   [cloud-token]`]);
  });

  it("no token at all", async () => {
    expect(await problemsOf([publishedModule()], { token: "" })).toEqual([`${host()}: expected a token in TF_TOKEN_${host().replaceAll(".", "_")} or of terraform login, got nothing; try "terraform login ${host()}"   [cloud-token]`]);
  });

  it("an organization that the token does not see", async () => {
    expect(await problemsOf([publishedModule()], { organization: "theirs" })).toEqual([`${host()}: expected an organization that the token may see, got "theirs"   [cloud-answer]`]);
  });

  it("a name that another organization has", async () => {
    cloud.registry.taken.add("network/aws");
    const { deliveries } = await store([publishedModule()]).examine();
    await expect(deliveries[0]!.deliver!(() => {})).rejects.toThrow(`${host()}/example/network/aws 1.0.0: expected a name that is free for example, got "Name has already been taken"   [cloud-answer]`);
  });

  it("an address that is none, or that would send the token over plain http", () => {
    const refused = ["app.terraform.io", "app.terraform.io/a/b", "http://app.terraform.io/example", "https://user@app.terraform.io/example"];
    expect(refused.map((text) => told(registryAddress(text) as Problem))).toEqual(refused.map((text) => `publish --registry: expected <host>/<organization>, got "${text}"; try "app.terraform.io/example"   [registry-address]`));
    expect(registryAddress("app.terraform.io/example")).toEqual({ origin: new URL("https://app.terraform.io"), organization: "example" });
  });
});

describe("the token", () => {
  it("goes to the API alone: the archives' addresses carry their own secret", async () => {
    const { deliveries } = await store([publishedModule()]).examine();
    await deliveries[0]!.deliver!(() => {});
    await store([publishedModule()]).examine();
    const byPath = cloud.server.log.map(({ request, authorization }) => [/ \/api\//.test(request), authorization === `Bearer ${cloud.token}`]);
    expect(byPath.filter(([isApi]) => !isApi).length).toBeGreaterThanOrEqual(4);
    expect(byPath.every(([isApi, withToken]) => isApi === withToken)).toBe(true);
  });
});

it("Terraform installs the newest fitting version through module discovery", async () => {
  const withoutProvider = (version: string): PublishedModule => ({ ...publishedModule(version), provider: "null", files: { ...publishedModule(version).files, "versions.tf": "terraform {}\n" } });
  await deliver(withoutProvider("1.0.0"), withoutProvider("1.2.0"), withoutProvider("2.0.0"), withoutProvider("1.3.0-rc.1"));
  const main = { module: { network: { source: `${standInHost}/example/network/null`, version: "~> 1.0", name: "shop" } } };
  await inFolder({ "main.tf.json": main }, async (folder) => {
    const envVars = await cloud.environment();
    await init({ terraformDir: folder, envVars });
    await expect(runTerraform({ terraformDir: folder, envVars }, ["validate"])).resolves.toMatchObject({ exitCode: 0 });
    const { Modules: installed } = JSON.parse(readFileSync(join(folder, ".terraform/modules/modules.json"), "utf8")) as { Modules: { Key: string; Version?: string }[] };
    expect(installed.find(({ Key }) => Key === "network")?.Version).toBe("1.2.0");
    expect(readFileSync(join(folder, ".terraform/modules/network/outputs.tf"), "utf8")).toBe(withoutProvider("1.2.0").files["outputs.tf"]);
  });
});
