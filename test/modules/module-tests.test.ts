import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../cli/root";
import { modules } from "../../modules";
import { init, runTerraform } from "../harness";
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
    const { name } = definition;
    const folder = join(root, name);
    const runs = [...readFileSync(join(folder, "tests", `${name}.tftest.hcl`), "utf8").matchAll(/^run "/gm)].length;
    await init({ terraformDir: folder, extraArgs: { init: ["-backend=false"] } });
    expect((await runTerraform({ terraformDir: folder }, ["test"])).stdout).toContain(`Success! ${runs} passed, 0 failed.`);
  });
});
