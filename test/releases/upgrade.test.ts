import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { major } from "semver";
import { readRecord } from "../../cli/release/release-record";
import { projectRoot } from "../../cli/root";
import { releases } from "../../modules/releases";
import { flavours } from "../../modules/targets";
import { init, initAndApply, type Plan, planAndShowWithStruct, temporaryFolder, writeFiles } from "../harness";
import { platformProvidersMissing } from "../harness/stand-in";
import { itUnless } from "../skip";
import { unannounced } from "./announced";
import { platformCaller, writePlatform } from "./platform";
import { recordedState } from "./recorded-state";

const [line = ""] = Object.keys(flavours);
const recorded = recordedState();
const missing = recorded === undefined ? "no release is recorded yet" : recorded.state.includes("hashicorp/helm") ? platformProvidersMissing : undefined;
const next = releases[0]?.date === undefined ? releases[0] : undefined;

/** The caller of the last release; of a new major version the caller of now, because the old one may be refused. */
function caller(): string {
  const version = readRecord(projectRoot, line)?.version;
  return next !== undefined && version !== undefined && major(next.versions[line]!) > major(version) ? platformCaller() : recorded!.caller;
}

/** A plan compares with the state alone: what stands in it was made by an AWS that is gone. */
async function planOver(terraformDir: string): Promise<Plan> {
  await init({ terraformDir });
  return planAndShowWithStruct({ terraformDir, extraArgs: { plan: ["-refresh=false"] } });
}

describe("the modules over the state of the last release", () => {
  let folder: string;
  beforeAll(() => {
    if (missing !== undefined) return;
    folder = temporaryFolder("upgrade");
    writePlatform(folder, caller());
    writeFileSync(join(folder, "terraform.tfstate"), recorded!.state);
  });

  itUnless(missing, "do nothing that the changelog does not announce", async () => {
    expect(unannounced(await planOver(folder), next?.changes ?? {})).toEqual([]);
  });

  itUnless(missing, "would be caught: a resource with another name is told, with what hangs on it", async () => {
    rename(join(folder, "generated", "network"), "aws_vpc", "this", "other");
    const told = unannounced(await planOver(folder), {});
    expect(told).toContain("delete module.network.aws_vpc.this");
    expect(told.some((text) => text.startsWith('replace module.network.aws_subnet.private["us-east-1a"]: '))).toBe(true);
  });
});

/** In every file of a module. */
function rename(module: string, type: string, from: string, to: string): void {
  for (const file of readdirSync(module).filter((name) => name.endsWith(".tf")).map((name) => join(module, name))) {
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll(`"${type}" "${from}"`, `"${type}" "${to}"`).replaceAll(new RegExp(`\\b${type}\\.${from}\\b`, "g"), `${type}.${to}`));
  }
}

describe("a module that changes under its state", () => {
  const call = { module: { it: { source: "./it" } } };
  const one = (name: string, more: object = {}) => ({ resource: { terraform_data: { [name]: { input: "x", triggers_replace: "a" } } }, ...more });
  const moved = { moved: { from: "terraform_data.one", to: "terraform_data.two" } };
  const changed = (change: object) => ({ resource: { terraform_data: { one: { input: "x", triggers_replace: "a", ...change } } } });

  const folder = temporaryFolder("it");
  beforeAll(async () => {
    writeFiles(folder, { "main.tf.json": call, "it/main.tf.json": one("one") });
    await initAndApply({ terraformDir: folder });
  });

  it.each<[string, object, string[]]>([
    ["a new name without a moved block", one("two"), ["delete module.it.terraform_data.one", "create module.it.terraform_data.two"]],
    ["a new name with a moved block", one("two", moved), ["move module.it.terraform_data.two from module.it.terraform_data.one"]],
    ["an argument that replaces", changed({ triggers_replace: "b" }), ["replace module.it.terraform_data.one: id, output, triggers_replace"]],
    ["an argument that does not", changed({ input: "y" }), ["update module.it.terraform_data.one: input, output"]],
  ])("%s is told by its address, unless it is announced", async (_, body, told) => {
    writeFiles(folder, { "it/main.tf.json": body });
    const plan = await planOver(folder);
    expect(unannounced(plan, { it: [{ text: "", plan: "none" }] })).toEqual(told);
    const shows = told[0]!.startsWith("move") ? "moved" : told[0]!.startsWith("update") ? "in place" : "replaces";
    expect(unannounced(plan, { it: [{ text: "", plan: shows }] })).toEqual([]);
    expect(unannounced(plan, { other: [{ text: "", plan: "replaces" }] })).toEqual(told);
  });
});
