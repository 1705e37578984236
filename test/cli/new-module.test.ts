import { cpSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { listed } from "../../cli/new-module/listed";
import { moduleName } from "../../cli/new-module/module-name";
import { newModule } from "../../cli/new-module/new-module";
import { checkout, ProjectCopy } from "../envs/project-copy";
import { init, runTerraform } from "../harness";
import { problemsOf } from "../synth";
import { temporaryFolder, write } from "./temporary";

const index = `import type { ModuleDefinition } from "../kernel";
import { addonsModule } from "./addons/module";
import { networkModule } from "./network/module";

/** Every construct that is published. */
export const modules: readonly ModuleDefinition[] = [
  networkModule,
  addonsModule,
];
`;

/** As much of the project as the command reads. */
function smallProject(files: Readonly<Record<string, string>> = {}): string {
  const root = temporaryFolder();
  cpSync(join(checkout, "cli/new-module/template"), join(root, "cli/new-module/template"), { recursive: true });
  write(root, { "modules/index.ts": index, "modules/tags-input.ts": "", "modules/network/network.ts": "", ...files });
  return root;
}

const filesIn = (root: string) => readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)).sort();

describe("a name", () => {
  const words = "at most 40 characters: lower-case words with hyphens between, each beginning with a letter";
  it.each([
    ["MessageQueues", `new module: expected ${words}, got "MessageQueues"; try "message-queues"   [module-name]`],
    ["message_queues", `new module: expected ${words}, got "message_queues"; try "message-queues"   [module-name]`],
    ["../queues", `new module: expected ${words}, got "../queues"; try "queues"   [module-name]`],
    ["3-queues", `new module: expected ${words}, got "3-queues"; try "queues"   [module-name]`],
    ["-", `new module: expected ${words}, got "-"   [module-name]`],
    ["", `new module: expected ${words}, got ""   [module-name]`],
    ["q".repeat(41), `new module: expected ${words}, got "${"q".repeat(41)}"   [module-name]`],
    ["inputs", `new module: expected a name that says what the module makes, got "inputs"; a file of that name means something else here   [module-name-reserved]`],
    ["utils", `new module: expected a name that says what the module makes, got "utils"; a file of that name means something else here   [module-name-reserved]`],
    ["construct", `new module: expected a name of its own, got "construct"; the class Construct is there already   [module-name-reserved]`],
    ["map", `new module: expected a name of its own, got "map"; the class Map is there already   [module-name-reserved]`],
    ["network", `new module: expected a name that no module has, got "network"; modules/network is there, and is left as it is   [module-name-taken]`],
    ["tags-input", `new module: expected a name that no module has, got "tags-input"; modules/tags-input.ts is there, and is left as it is   [module-name-taken]`],
    ["paged", `new module: expected a name that no module has, got "paged"; docs/modules/paged.md is there, and is left as it is   [module-name-taken]`],
  ])("%j is refused, and nothing is written", (name, sentence) => {
    const root = smallProject({ "docs/modules/paged.md": "" });
    const before = filesIn(root);
    expect(problemsOf(() => newModule(root, name))).toEqual([sentence]);
    expect(filesIn(root)).toEqual(before);
  });

  it.each(["q", "q".repeat(40), "s3-buckets", "index-tables"])("%j is taken", (name) => {
    expect(newModule(smallProject(), name)).toHaveLength(6);
  });
});

describe("the list of modules", () => {
  it.each([
    ["a-first", 1],
    ["message-queues", 2],
    ["zones", 3],
  ])("takes the import of %s in order, and its name last", (name, line) => {
    const { camel } = moduleName(name);
    const expected = index.split("\n").toSpliced(-2, 0, `  ${camel}Module,`).toSpliced(line, 0, `import { ${camel}Module } from "./${name}/module";`).join("\n");
    expect(listed(index, moduleName(name))).toBe(expected);
  });

  it("is left alone where it has another form, and nothing else is written either", () => {
    const root = smallProject({ "modules/index.ts": "export const modules = all();\n" });
    const before = filesIn(root);
    expect(problemsOf(() => newModule(root, "queues"))).toEqual([
      `modules/index.ts: expected imports of modules, and their list that ends in a line ];, got "another form"; add by hand: import { queuesModule } from "./queues/module"; and queuesModule   [module-list]`,
    ]);
    expect(filesIn(root)).toEqual(before);
  });
});

it("a folder that cannot be written leaves nothing of the module behind", () => {
  // A file stands where the folder of the pages would be.
  const root = smallProject({ "docs/modules": "" });
  const before = filesIn(root);
  expect(() => newModule(root, "queues")).toThrow("EEXIST");
  expect(filesIn(root)).toEqual(before);
});

describe("a new module, before anybody has changed it", () => {
  const project = new ProjectCopy();
  const run = async (...command: string[]) => {
    // Where the run of this very test counts, its own totals would go.
    const { exitCode, stdout, stderr } = await project.run(command, { TEST_TOTALS: "" });
    if (exitCode !== 0) throw new Error(`${command.join(" ")} ended with ${exitCode}\n${stdout}${stderr}`);
    return stdout;
  };
  beforeAll(async () => {
    for (const part of ["test", "docs", "LICENSE", "jest.config.cjs", ".oxlintrc.json"]) cpSync(join(checkout, part), join(project.root, part), { recursive: true });
    await run("cli/start.mjs", "new", "module", "message-queues");
    await run("cli/start.mjs", "generate");
  });

  it("is generated, and every run of its own tests passes", async () => {
    const terraformDir = join(project.root, "generated", "message-queues");
    await init({ terraformDir, extraArgs: { init: ["-backend=false"] } });
    expect((await runTerraform({ terraformDir }, ["fmt", "-check", "-recursive", "-diff"])).stdout).toBe("");
    expect((await runTerraform({ terraformDir }, ["test"])).stdout).toContain("Success! 4 passed, 0 failed.");
  });

  it("is of the right types, and as lint wants it", async () => {
    writeFileSync(join(project.root, "tsconfig.new.json"), JSON.stringify({ extends: "./tsconfig.json", include: ["modules/index.ts", "test/modules/message-queues"] }));
    expect(await run("node_modules/typescript/bin/tsc", "--noEmit", "--project", "tsconfig.new.json")).toBe("");
    expect(await run("node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings", "modules/message-queues", "modules/index.ts", "test/modules/message-queues")).toContain("Found 0 warnings and 0 errors.");
  });

  it("passes its own test", async () => {
    expect(await run("node_modules/jest/bin/jest.js", "test/modules/message-queues/")).toMatch(/^tests: \d+ passed, 0 failed$/m);
  });
});
