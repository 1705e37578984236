import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { projectRoot } from "../../cli/root";
import { checkEnvironment } from "../../envs/checks";
import type { Environment } from "../../envs/environment";
import { prod } from "../../envs/prod/environment";
import { applyAndIdempotent, initAndPlan, planAndShowWithStruct, temporaryFolder, useEmulator, writeFiles } from "../harness";
import { readRecipe } from "./recipes";

const emulator = useEmulator();
const page = readFileSync(join(projectRoot, "docs", "ci.md"), "utf8");
const [call] = /(?<=^```hcl\n)[^]*?(?=^```$)/m.exec(page)!;

test("a subject that any branch could have does not deploy; those of the page do, and nobody else", async () => {
  const options = { terraformDir: temporaryFolder(), envVars: emulator.environment };
  const main = (text: string) => writeFiles(options.terraformDir, { "ci/roles/main.tf": readRecipe("roles/main.tf"), "main.tf": text, "provider.tf.json": { provider: { aws: { region: "us-east-1" } } } });
  main(call.replace("environment:prod", "*"));
  await expect(initAndPlan(options)).rejects.toThrow("deploy_subjects: expected subjects without *");
  main(call);
  await applyAndIdempotent(options);
  const { resources } = await planAndShowWithStruct(options);
  const statements = (address: string, policy: string) => (JSON.parse(resources[`module.pipeline_roles.${address}`]![policy] as string) as { Statement: { Action: string | string[]; Resource: string; Condition: object }[] }).Statement;
  const audience = { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" };
  const planned = ["repo:example/platform:pull_request", "repo:example/platform:ref:refs/heads/main"];
  expect(statements("aws_iam_role.plan", "assume_role_policy").map(({ Condition }) => Condition)).toEqual([{ StringEquals: audience, StringLike: { "token.actions.githubusercontent.com:sub": planned } }]);
  expect(statements("aws_iam_role.deploy", "assume_role_policy").map(({ Condition }) => Condition)).toEqual([{ StringEquals: { ...audience, "token.actions.githubusercontent.com:sub": "repo:example/platform:environment:prod" } }]);
  const writes = statements("aws_iam_role_policy.plan_states", "policy").filter(({ Action }) => [Action].flat().some((action) => /:(Put|Delete)/.test(action)));
  expect(writes.map(({ Resource }) => Resource)).toEqual(["arn:aws:s3:::example-terraform-states-prod/eks-platform/*.tflock", "arn:aws:dynamodb:us-east-1:333333333333:table/terraform-locks"]);
});

it("an environment that names no role, and lets both of the page in, is fine", () => {
  const [entries] = /(?<=^accessEntries: )\{[^]*?\n\}(?=,\n```$)/m.exec(page)!;
  const accessEntries = runInNewContext(`(${entries})`) as Environment["cluster"]["accessEntries"];
  expect(checkEnvironment({ ...prod, provider: {}, cluster: { ...prod.cluster, accessEntries } }).problems).toEqual([]);
});
