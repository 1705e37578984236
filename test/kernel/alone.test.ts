import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigMapV1 } from "@cdktf/provider-kubernetes/lib/config-map-v1";
import { projectRoot } from "../../cli/root";
import { type ModuleDefinition, moduleFiles, resource, type Target } from "../../kernel";
import { inFolder, init, runTerraform, temporaryFolder } from "../harness";
import { platformProvidersMissing } from "../harness/stand-in";
import { itUnless } from "../skip";
import { synthesize } from "./alone/stack";
import { writeModule } from "./alone/write";
import { Probe } from "./probe";

describe("the kernel without AWS", () => {
  it("writes a module of any provider, with bindings of one's own", async () => {
    const folder = temporaryFolder();
    writeModule(folder);
    const read = (path: string) => readFileSync(join(folder, path), "utf8");
    expect(read("main.tf")).toBe(`resource "random_pet" "this" {
  for_each = var.pets

  length = each.value.words
  prefix = each.key
}
`);
    expect(read("versions.tf")).toContain('random = {\n      source  = "hashicorp/random"\n      version = ">= 3.5, < 4.0"\n    }');
    expect(read("variables.tf")).toContain("[pet-words]");
    expect((await runTerraform({ terraformDir: folder }, ["fmt", "-check", "-recursive", "-diff"])).stdout).toBe("");
    expect(readdirSync(folder, { recursive: true }).map(String).filter((path) => path.includes(".") && /aws|eks/i.test(read(path)))).toEqual([]);
  });

  it("writes a stack with the same construct, under its own prefix", () => {
    const outdir = temporaryFolder();
    synthesize(outdir);
    const stack = JSON.parse(readFileSync(join(outdir, "stacks", "servers", "cdk.tf.json"), "utf8"));
    expect(stack.resource.random_pet).toEqual({ pets_this: { for_each: "${var.pets.pets}", length: "${each.value.words}", prefix: "${each.key}" } });
    expect(stack.variable.pets.default).toEqual({ pets: { web: {}, mail: { words: 3 } } });
    expect(stack.terraform.required_providers).toEqual({ random: { source: "hashicorp/random", version: ">= 3.5, < 4.0" } });
  });

  const definition = (build: ModuleDefinition["build"]): ModuleDefinition => ({
    name: "it",
    doc: "It.",
    inputs: {},
    build,
    example: "",
    complete: "",
    tests: { mocks: {}, complete: { "it is called": "module.it != null" }, plans: {} },
  });
  const tested = (target: Target, build: ModuleDefinition["build"]) =>
    inFolder(moduleFiles(definition(build), target), async (terraformDir) => {
      await init({ terraformDir });
      await runTerraform({ terraformDir }, ["validate"]);
      return (await runTerraform({ terraformDir }, ["test"])).stdout;
    });

  it("what Terraform itself makes is planned and applied without any provider", async () => {
    const none: Target = { provider: "none", source: "none", floor: "0.0.0", constraint: "" };
    expect(await tested(none, (scope) => void resource(Probe, scope, "this", { input: { a: "b" } }))).toContain("Success! 2 passed, 0 failed.");
  });

  itUnless(platformProvidersMissing, "a published package of bindings is as good", async () => {
    const kubernetes: Target = { provider: "kubernetes", source: "hashicorp/kubernetes", floor: "2.38.0", constraint: ">= 2.38, < 3.0" };
    expect(await tested(kubernetes, (scope) => void resource(ConfigMapV1, scope, "this", { metadata: { name: "it" } }))).toContain("Success! 2 passed, 0 failed.");
  });
});

describe("kernel/README.md", () => {
  const page = readFileSync(join(projectRoot, "kernel", "README.md"), "utf8");
  const shown = [...page.matchAll(/```ts\n\/\/ (\S+)\n([^]*?)```/g)].map(([, path, text]) => [path!, text!] as const);

  it.each(shown)("shows %s as it runs", (path, text) => {
    expect(text).toBe(readFileSync(join(projectRoot, path), "utf8"));
  });

  it("shows every file but the binding, and names every word of the language", async () => {
    expect(shown.map(([path]) => path).sort()).toEqual(["pets", "stack", "write"].map((name) => `test/kernel/alone/${name}.ts`));
    const words = Object.keys(await import("../../kernel"));
    expect(words.filter((word) => !new RegExp(`\`${word}\``).test(page))).toEqual([]);
  });
});
