import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { generate } from "../../cli/generate/generate";
import { projectRoot } from "../../cli/root";
import { modules } from "../../modules";
import { flavours } from "../../modules/targets";
import { runTerraform } from "../harness";
import { providersEnvironment } from "../harness/providers";
import { cannotPlan } from "../providers";
import { itUnless } from "../skip";
import { problemsOf } from "../synth";

const names = modules.map(({ name }) => name);
// Rule ids are listed from the sources.
const sources = ["LICENSE", "docs", "accounts", "aws", "charts", "cli", "emulator", "envs", "kernel", "modules", "review"];

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "golden-"));
  for (const part of sources) cpSync(join(projectRoot, part), join(root, part), { recursive: true });
  generate({ root });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("generated/", () => {
  it("is what the code generates", () => {
    expect(problemsOf(() => generate({ root: projectRoot, check: true }))).toEqual([]);
  });

  const faults: readonly (readonly [string, (folder: string) => void, string])[] = [
    ["a changed file", (folder) => writeFileSync(join(folder, "main.tf"), "# edited\n"), "generated/network/main.tf"],
    ["a file too many", (folder) => writeFileSync(join(folder, "own.tf"), ""), "generated/network/own.tf"],
    ["a missing file", (folder) => rmSync(join(folder, "outputs.tf")), "generated/network/outputs.tf"],
  ];
  it.each(faults)("%s is told by its path", (_, fault, path) => {
    fault(join(root, "generated", "network"));
    const told = problemsOf(() => generate({ root, check: true }));
    generate({ root });
    expect(told).toEqual([`${path}: expected what the code generates, got "something else"; the folder is written by a command and never edited; try "npm run generate"   [generated-differs]`]);
  });

  it("is left as it is, with its times, where nothing has changed", () => {
    const files = [join(root, "docs", "rules.md"), ...contents(join(root, "generated")).keys()];
    const times = () => new Map(files.map((file) => [file, statSync(file).ctimeMs]));
    const before = times();
    writeFileSync(join(root, "generated", "network", "main.tf"), "# edited\n");
    generate({ root });
    const after = times();
    const written = files.filter((file) => after.get(file) !== before.get(file));
    expect(written).toEqual(files.filter((file) => file.startsWith(join(root, "generated", "network", sep))));
  });

  // Whoever takes the one and later the other has the same code.
  it("the modules below another one are the published ones, byte for byte", () => {
    const below = modules.flatMap(({ name, modules: called = [] }) => called.map((module) => [module.name, join(root, "generated", name, "modules", module.name)] as const));
    expect(below.length).toBeGreaterThan(5);
    for (const [name, folder] of below) expect(relativeContents(folder)).toEqual(relativeContents(join(root, "generated", name)));
    const folders = modules.map(({ name }) => join(root, "generated", name, "modules")).filter(existsSync).flatMap((folder) => readdirSync(folder));
    expect(folders.toSorted()).toEqual(below.map(([name]) => name).toSorted());
  });

  it.each(Object.keys(flavours))("for AWS %s has the same bytes whenever it is generated", (aws) => {
    const write = () => {
      const { folder } = generate({ root, aws });
      return contents(join(root, folder));
    };
    const first = write();
    expect(first.size).toBeGreaterThan(names.length * 6);
    expect(write()).toEqual(first);
  });
});

describe("Terraform takes generated/", () => {
  it("as formatted", async () => {
    await expect(runTerraform({ terraformDir: join(projectRoot, "generated") }, ["fmt", "-check", "-recursive", "-diff"])).resolves.toMatchObject({ stdout: "" });
  });

  // The example calls the module. Its own tests, which validate it alone, stand in test/modules/module-tests.test.ts.
  for (const definition of modules) itUnless(cannotPlan(definition), `the smallest example of ${definition.name} is valid, and so is the module that it calls`, async () => {
    const module = join(root, "generated", definition.name);
    const options = { terraformDir: join(module, "examples", "minimal"), envVars: await providersEnvironment(module) };
    await runTerraform(options, ["init", "-backend=false"]);
    expect(JSON.parse((await runTerraform(options, ["validate", "-json"])).stdout)).toMatchObject({ valid: true, diagnostics: [] });
  });
});

function relativeContents(folder: string): Map<string, string> {
  return new Map([...contents(folder)].map(([path, text]) => [relative(folder, path), text]));
}

function contents(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  if (!existsSync(folder) || files.length === 0) throw new Error(`bug: nothing was written to ${folder}`);
  return new Map(files.sort().map((file) => [file, readFileSync(file, "utf8")]));
}
