import { join } from "node:path";
import { apply, destroy, init, outputAll, plan, planAndShowWithStruct, temporaryFolder, type TerraformOptions, writeFiles } from "../harness";
import { standInHost, useTerraformCloud } from "./stand-in";

const cloud = useTerraformCloud();
let options: TerraformOptions;

const main = (input: string) => ({
  terraform: { cloud: { hostname: standInHost, organization: "example", workspaces: { name: "web" } } },
  resource: { terraform_data: { web: { input } } },
  output: { said: { value: "${terraform_data.web.output}" }, secret: { value: "hush", sensitive: true } },
});

beforeAll(async () => {
  options = { terraformDir: temporaryFolder(), envVars: await cloud.environment() };
  writeFiles(options.terraformDir, { "main.tf.json": main("hello") });
  await init(options);
});

test("Terraform plans, applies a saved plan, prints outputs and destroys by a cloud block, and every run is Terraform's own", async () => {
  expect(await plan(options)).toContain("Plan: 1 to add, 0 to change, 0 to destroy.");
  const saved = { ...options, planFilePath: join(options.terraformDir, "saved") };
  expect((await planAndShowWithStruct(saved)).differences).toEqual(["create terraform_data.web", "create output said", "create output secret"]);
  expect(await apply(saved)).toContain("Apply complete! Resources: 1 added, 0 changed, 0 destroyed.");
  expect(await outputAll(options)).toEqual({ said: "hello", secret: "hush" });
  await destroy(options);
  expect([...cloud.runs.byId.values()].map(({ history }) => history.join(" "))).toEqual([
    "planning planned_and_finished",
    "planning planned_and_saved confirmed applying applied",
    "planning planned confirmed applying applied",
  ]);
});
