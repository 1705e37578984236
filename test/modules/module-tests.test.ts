import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../cli/root";
import { modules } from "../../modules";
import { init, runTerraform, type TerraformOptions } from "../harness";
import { cannotPlan } from "../providers";
import { itUnless } from "../skip";

// Terraform reads the provider's large schema anew in every run.
const generated = join(projectRoot, "generated");

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "module-tests-"));
  cpSync(generated, root, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("what a user of a module runs passes, with neither an account nor credentials", () => {
  for (const definition of modules) itUnless(cannotPlan(definition), `terraform test in ${definition.name}`, async () => {
    await init(moduleOptions(definition.name));
    expect(await tested(definition.name)).toContain(success(definition.name));
  });

  it("side by side: the same module twice in one checkout, one as users do, with a provider of its own", async () => {
    const name = "fargate-profiles";
    rmSync(join(root, name, ".terraform"), { recursive: true, force: true });
    await init(moduleOptions(name, asUsersDo));
    const told = await Promise.all([tested(name, asUsersDo), tested(name)]);
    told.forEach((text) => expect(text).toContain(success(name)));
  });
});

/** No provider that is there already: Terraform starts its own, from the mirror. */
const asUsersDo = { TF_REATTACH_PROVIDERS: "" };

function moduleOptions(name: string, envVars: Readonly<Record<string, string>> = {}): TerraformOptions {
  return { terraformDir: join(root, name), envVars, extraArgs: { init: ["-backend=false"] } };
}

async function tested(name: string, envVars?: Readonly<Record<string, string>>): Promise<string> {
  return (await runTerraform(moduleOptions(name, envVars), ["test"])).stdout;
}

function success(name: string): string {
  const runs = [...readFileSync(join(root, name, "tests", `${name}.tftest.hcl`), "utf8").matchAll(/^run "/gm)].length;
  return `Success! ${runs} passed, 0 failed.`;
}
