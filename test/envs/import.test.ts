import { existsSync } from "node:fs";
import { join } from "node:path";
import { ProjectCopy } from "./project-copy";

const project = new ProjectCopy();
const bundling = `
  import { build } from "esbuild";
  for (const entry of ["envs/prod/environment.ts", "envs/environment.ts", "envs/checks.ts", "envs/wiring.ts"])
    await build({ entryPoints: [entry], bundle: true, platform: "node", format: "cjs", packages: "external", outfile: "out/" + entry.replace(".ts", ".cjs"), logLevel: "error" });`;
// Tells what importing a file has loaded, and whatever else it did is seen in the output and on the disk.
const importing = (file: string) => `
  require("./out/envs/${file}.cjs");
  const packages = Object.keys(require.cache).map((path) => /node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(path)?.[1]).filter(Boolean);
  console.log(JSON.stringify([...new Set(packages)].sort()));`;

beforeAll(() => project.run(["--input-type=module", "--eval", bundling]));

it.each([
  ["an environment", "prod/environment", "[]"],
  ["what describes environments", "environment", undefined],
  ["what checks them", "checks", undefined],
  ["what makes their stacks", "wiring", undefined],
])("importing %s does nothing", async (_, file, packages) => {
  const before = Object.keys(project.files("."));
  const { exitCode, stdout, stderr } = await project.run(["--eval", importing(file)]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout.split("\n")).toHaveLength(1);
  // Data alone: not even the framework is loaded.
  expect(packages === undefined || stdout === packages).toBe(true);
  expect(Object.keys(project.files("."))).toEqual(before);
  expect(existsSync(join(project.root, "cdktf.out"))).toBe(false);
});

it("an entry point of its own synthesizes that environment alone", async () => {
  expect(await project.synth("dev")).toMatchObject({ exitCode: 0, stderr: "" });
  const files = Object.keys(project.files("cdktf.out"));
  expect(files).toEqual(["cdktf.out/manifest.json", "cdktf.out/stacks/dev/.terraform.lock.hcl", "cdktf.out/stacks/dev/cdk.tf.json"]);
  expect(project.read("cdktf.out/stacks/dev/.terraform.lock.hcl")).toBe(project.read("locks/aws-5.100.0.hcl"));
  expect(JSON.parse(project.read("cdktf.out/manifest.json")).stacks).toMatchObject({ dev: { name: "dev" } });
  expect(Object.keys(JSON.parse(project.read("cdktf.out/manifest.json")).stacks)).toEqual(["dev"]);
});
