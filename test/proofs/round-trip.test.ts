import { cpSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { execa } from "execa";
import { projectRoot } from "../../cli/root";
import { terraformEnvironment } from "../../cli/terraform/terraform";
import { snakeCase } from "../../kernel/case";
import { literal } from "../../kernel/quote";
import { type AnySchema, inputsAt } from "../../kernel/schema";
import { toTerraform } from "../../kernel/variable";
import { initAndPlanAndShowWithStruct, temporaryFolder, writeFiles } from "../harness";
import { offlineProvider } from "../offline";
import { itUnless } from "../skip";
import { floor } from "../synth";
import { argumentsOf } from "./both-bindings";
import { openTofuMissing, openTofuPlan } from "./open-tofu";
import { differencesOf, type Planned, plannedOf } from "./plan-difference";
import { type Data, subjects } from "./subjects";

/** Two modules that have every kind of input between them, and text that a template would read. */
const given: Readonly<Record<string, Data>> = {
  network: {
    name: "shop",
    cidr: "10.0.0.0/16",
    zones: ["us-east-1a", "us-east-1b"],
    nat: "perZone",
    zoneSlots: 4,
    dnsHostnames: true,
    secondaryCidrs: { pods: "100.64.0.0/16" },
    publicSubnets: { mapPublicIp: true, tags: { tier: "public" } },
    interfaceEndpoints: { "ecr.api": {}, sts: {} },
    tags: { "cost-centre": "${shop}" },
  },
  "node-groups": {
    clusterName: "shop",
    kubernetesVersion: "1.35",
    subnetIds: { "us-east-1a": "subnet-0123456789abcdef0" },
    groups: {
      spot: {
        capacity: "SPOT",
        instanceTypes: ["m5.large", "m5a.large"],
        amiType: "AL2023_x86_64_STANDARD",
        sizes: { min: 0, desired: 1, max: 3 },
        labels: { "example.com/kind": "spot" },
        taints: [{ key: "spot", effect: "NO_SCHEDULE" }],
      },
    },
  },
};
const modules = Object.keys(given).map((name) => subjects.find(({ definition }) => definition.name === name)!);

/** A folder with the modules as they are published. */
function folderWithModules(): string {
  const folder = temporaryFolder("round-trip");
  for (const name of Object.keys(given)) cpSync(join(projectRoot, "generated", name), join(folder, name), { recursive: true });
  return folder;
}

const labelOf = (name: string) => name.replaceAll("-", "_");

function hclRoot(): string {
  const block = (head: string, values: object) => `${head} {\n${Object.entries(values).map(([name, value]) => `  ${name} = ${literal(value)}\n`).join("")}}\n`;
  const calls = modules.map(({ definition: { name, inputs } }) => {
    const values = Object.entries(given[name]!).map(([input, value]) => [snakeCase(input), toTerraform(inputs[input]!, value)] as const);
    return block(`module "${labelOf(name)}"`, { source: `./${name}`, ...Object.fromEntries(values) });
  });
  return [block('provider "aws"', offlineProvider), ...calls].join("\n");
}

/** A program as a user writes it over what `cdktf get` has left. */
function program(): string {
  const classOf = (name: string) => name.split("-").map((word) => word[0]!.toUpperCase() + word.slice(1)).join("");
  const calls = modules.map((subject) => {
    const { name } = subject.definition;
    const values = Object.entries(argumentsOf(subject, given[name]!)).map(([input, value]) => [input.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), value]);
    return `new ${classOf(name)}(stack, "${labelOf(name)}", ${JSON.stringify(Object.fromEntries(values))});`;
  });
  return [
    'import { App, TerraformStack } from "cdktf";',
    'import { AwsProvider } from "@cdktf/provider-aws/lib/provider";',
    ...modules.map(({ definition: { name } }) => `import { ${classOf(name)} } from "./.gen/modules/${name}";`),
    "const app = new App();",
    'const stack = new TerraformStack(app, "app");',
    `const provider = ${JSON.stringify(offlineProvider)};`,
    'new AwsProvider(stack, "aws", { region: provider.region, accessKey: provider.access_key, secretKey: provider.secret_key, skipCredentialsValidation: "true", skipRequestingAccountId: true, skipMetadataApiCheck: "true", skipRegionValidation: true });',
    // The bindings ask for one version of the provider alone.
    `stack.addOverride("terraform.required_providers.aws.version", "${floor.constraint}");`,
    ...calls,
    "app.synth();",
  ].join("\n");
}

/** What `cdktf get` makes of an input: an object has no type of its own. */
function typeOf({ shape }: AnySchema): string {
  switch (shape.kind) {
    case "number":
      return "number";
    case "flag":
      return "boolean";
    case "list":
      return `${typeOf(shape.element)}[]`;
    case "map":
      return `{ [key: string]: ${typeOf(shape.element)} }`;
    case "object":
      return "any";
    default:
      return "string";
  }
}

let root: string;
let planned: Planned;
beforeAll(async () => {
  root = folderWithModules();
  writeFiles(root, { "main.tf": hclRoot() });
  planned = plannedOf((await initAndPlanAndShowWithStruct({ terraformDir: root })).json);
});

it("a root of HCL plans both modules", () => {
  const modulesPlanned = new Set(Object.keys(planned).map((address) => address.split(".")[1]));
  expect([...modulesPlanned].sort()).toEqual(["network", "node_groups"]);
  expect(Object.keys(planned).length).toBeGreaterThan(20);
});

describe("another CDKTF app", () => {
  let app: string;
  const cdktf = async (command: string) => execa(process.execPath, [join(projectRoot, "node_modules/cdktf-cli/bundle/bin/cdktf"), command], { cwd: app, env: await terraformEnvironment(), stdin: "ignore" });
  beforeAll(async () => {
    app = folderWithModules();
    symlinkSync(join(projectRoot, "node_modules"), join(app, "node_modules"));
    const terraformModules = Object.keys(given).map((name) => ({ name, source: `./${name}` }));
    writeFiles(app, { "cdktf.json": { language: "typescript", app: "node app.js", projectId: "round-trip", sendCrashReports: "false", terraformProviders: [], terraformModules } });
    await cdktf("get");
  });

  it.each(modules)("gets the inputs of $definition.name by their types, but for objects and what is written over several lines", ({ definition }) => {
    const variables = readFileSync(join(app, definition.name, "variables.tf"), "utf8");
    const onOneLine = (name: string) => new RegExp(`^variable "${snakeCase(name)}" \\{\\n(?:(?!\\}).*\\n)*? {2}type +=.*[)\\w]$`, "m").test(variables);
    const bindings = readFileSync(join(app, ".gen", "modules", `${definition.name}.ts`), "utf8");
    const found = [...bindings.matchAll(/^ {2}readonly (\w+\??: .*);$/gm)].map(([, declared]) => declared!);
    const expected = inputsAt(definition.inputs, floor).map(([name, schema]) => `${name}${schema.isOptional ? "?" : ""}: ${onOneLine(name) ? typeOf(schema) : "any"}`);
    expect(found.sort()).toEqual(expected.sort());
  });

  it("plans the same", async () => {
    writeFiles(app, { "app.ts": program() });
    await build({ absWorkingDir: app, entryPoints: ["app.ts"], outfile: join(app, "app.js"), bundle: true, platform: "node", packages: "external", logLevel: "silent" });
    await cdktf("synth");
    const { json } = await initAndPlanAndShowWithStruct({ terraformDir: join(app, "cdktf.out", "stacks", "app") });
    expect(differencesOf(planned, plannedOf(json))).toEqual([]);
  });
});

describe("OpenTofu", () => {
  // What OpenTofu 1.12.6 reads; all functions of Terraform 1.11 are among its own (compared 2026-11-22).
  const blocks = ["terraform", "variable", "locals", "resource", "data", "ephemeral", "output", "moved", "module", "provider", "mock_provider", "variables", "run"];
  const inRuns = ["command", "module", "providers", "variables", "assert", "expect_failures"];

  it("knows the language of the modules and of their tests", () => {
    const published = join(projectRoot, "generated");
    const files = readdirSync(published, { recursive: true }).map(String).filter((path) => /\.(tf|tftest\.hcl)$/.test(path));
    const strangers = files.flatMap((path) => {
      const text = readFileSync(join(published, path), "utf8");
      const runs = [...text.matchAll(/^run "\w+" \{\n([^]*?)^\}/gm)].map(([, body]) => body!).join("");
      const unknown = (of: string, pattern: RegExp, known: readonly string[]) => [...of.matchAll(pattern)].filter(([, word]) => !known.includes(word!)).map(([, word]) => `${path}: ${word!}`);
      return [...unknown(text, /^(\w+)/gm, blocks), ...unknown(runs, /^ {2}(\w+)/gm, inRuns)];
    });
    expect(files.length).toBeGreaterThan(60);
    expect(strangers).toEqual([]);
  });

  itUnless(openTofuMissing, "plans the same", async () => {
    const folder = folderWithModules();
    writeFiles(folder, { "main.tf": hclRoot() });
    expect(differencesOf(planned, plannedOf(await openTofuPlan(folder)))).toEqual([]);
  });
});
