import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { mirrorConfiguration } from "../../cli/terraform/cli-configuration";
import { type Machine, providerEnvironment } from "../../cli/terraform/provider-environment";
import { findMirrors, mirrorPlaces, terraformPlatform } from "../../cli/terraform/provider-mirror";
import { itUnless } from "../skip";
import { temporaryFolder, write } from "./temporary";

const folder = temporaryFolder();
const home = join(folder, "home");
const mirror = join(folder, "mirror");
const registryDown = () => Promise.resolve(false);
write(folder, { "home/.keep": "", [`mirror/registry.terraform.io/hashicorp/aws/5.100.0/${terraformPlatform()}/provider`]: "", "own.tfrc": "" });

function machine(changes: Partial<Machine>): Machine {
  return { env: {}, home, places: { implied: [], searched: [mirror] }, registryReachable: registryDown, cache: join(folder, "cache"), ...changes };
}

async function configured(changes: Partial<Machine>) {
  const notices: string[] = [];
  const environment = await providerEnvironment(machine(changes), (line) => notices.push(line));
  return { environment, notices, file: environment.TF_CLI_CONFIG_FILE };
}

it("a mirror is used, and said in one line, where the registry does not answer", async () => {
  const { environment, notices, file } = await configured({ env: { PATH: "/bin", TF_CLI_CONFIG_FILE: join(folder, "absent.tfrc") } });
  expect(readFileSync(file ?? "", "utf8")).toBe(
    mirrorConfiguration([{ path: mirror, holds: ["registry.terraform.io/hashicorp/aws"] }]),
  );
  expect(notices).toEqual([`providers come from ${mirror}: Terraform's registry does not answer`]);
  expect(environment).toMatchObject({ PATH: "/bin", CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0" });
});

it("the disk is not searched where the registry answers", async () => {
  const places = { implied: [], get searched(): string[] { throw new Error("searched"); } };
  const { file, notices } = await configured({ places, registryReachable: () => Promise.resolve(true) });
  expect({ file, notices }).toEqual({ file: undefined, notices: [] });
});

it("a mirror that the user chose is used without asking the registry", async () => {
  const registryReachable = () => Promise.reject(new Error("asked"));
  const { notices } = await configured({ places: { chosen: mirror, implied: [], searched: [] }, registryReachable });
  expect(notices).toEqual([`providers come from ${mirror}: TF_PROVIDER_MIRROR is set`]);
});

it("nothing is generated without a mirror, and a variable that names no file is dropped", async () => {
  const { environment } = await configured({ env: { TF_CLI_CONFIG_FILE: "/absent" }, places: { implied: [], searched: [] } });
  expect(environment).not.toHaveProperty("TF_CLI_CONFIG_FILE");
});

describe("the user's own CLI configuration wins:", () => {
  it.each([
    ["TF_CLI_CONFIG_FILE", { TF_CLI_CONFIG_FILE: join(folder, "own.tfrc") }, join(folder, "own.tfrc")],
    ["TERRAFORM_CONFIG", { TERRAFORM_CONFIG: join(folder, "own.tfrc") }, join(folder, "own.tfrc")],
  ])("%s", async (_, env, expected) => {
    const { file, notices } = await configured({ env });
    expect({ file, notices }).toEqual({ file: expected, notices: [] });
  });

  it.each([".terraformrc", ".terraform.d/mine.tfrc", ".terraform.d/mine.tfrc.json"])("~/%s", async (name) => {
    const ann = temporaryFolder();
    write(ann, { [name]: "" });
    const { file, notices } = await configured({ home: ann });
    expect({ file, notices }).toEqual({ file: undefined, notices: [] });
  });

  it("but the credentials of terraform login are none", async () => {
    const ann = temporaryFolder();
    write(ann, { ".terraform.d/credentials.tfrc.json": "{}" });
    expect((await configured({ home: ann })).notices).toHaveLength(1);
  });
});

const [real] = findMirrors(mirrorPlaces());
itUnless(real ? undefined : "no provider mirror on this machine", "terraform installs from a mirror whose path has blanks, quotes and ${ in it", async () => {
  const odd = temporaryFolder();
  const path = join(odd, 'a "b" ${c}');
  symlinkSync(real?.path ?? "", path);
  write(odd, { "work/main.tf": `terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}\n` });
  const { environment } = await configured({ env: process.env, home, places: { chosen: path, implied: [], searched: [] } });
  const { exitCode, all } = await execa("terraform", ["init", "-no-color"], { cwd: join(odd, "work"), env: environment, extendEnv: false, all: true, reject: false });
  expect(`${exitCode} ${all}`).toContain("Terraform has been successfully initialized");
  expect(all).not.toContain("CLI configuration");
  expect(existsSync(join(odd, "work/.terraform.lock.hcl"))).toBe(true);
});
