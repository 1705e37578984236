import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../cli/root";
import { prod } from "../../envs/prod/environment";
import { staging } from "../../envs/staging/environment";
import { init, runTerraform, temporaryFolder, writeFiles } from "../harness";
import { readRecipe } from "./recipes";

const page = readFileSync(join(projectRoot, "docs", "ci.md"), "utf8");
const [call] = /(?<=^```hcl\n)[^]*?(?=^```$)/m.exec(page)!;
const provider = "arn:aws:iam::333333333333:oidc-provider/token.actions.githubusercontent.com";

/** AWS is not asked: Terraform works out the policies, and makes nothing. */
const made = ["aws_iam_openid_connect_provider.this", "aws_iam_role.plan", "aws_iam_role.deploy", "aws_iam_role_policy.plan_states", "aws_iam_role_policy_attachment.plan", "aws_iam_role_policy_attachment.deploy"];
const tests = `
${made.map((address) => `override_resource {\n  target = module.pipeline_roles.${address}\n  values = { arn = "${provider}" }\n}`).join("\n\n")}

override_data {
  target = module.pipeline_roles.data.aws_caller_identity.this
  values = { account_id = "333333333333" }
}

run "roles" {
}
`;

const options = { terraformDir: temporaryFolder() };

interface Statement {
  readonly Action: string | readonly string[];
  readonly Principal: object;
  readonly Condition: object;
}

interface TestState {
  readonly root_module: { readonly child_modules: readonly { readonly resources: readonly { readonly address: string; readonly values: Readonly<Record<string, string>> }[] }[] };
}

/** The policies of a call of the module, or what Terraform says of it. */
async function policiesOf(main: string): Promise<(address: string, policy: string) => readonly Statement[]> {
  const aws = { region: "us-east-1", access_key: "none", secret_key: "none", skip_credentials_validation: true, skip_requesting_account_id: true, skip_metadata_api_check: "true" };
  writeFiles(options.terraformDir, { "ci/roles/main.tf": readRecipe("roles/main.tf"), "main.tf": main, "provider.tf.json": { provider: { aws } }, "tests/roles.tftest.hcl": tests });
  if (!existsSync(join(options.terraformDir, ".terraform"))) await init(options);
  const { stdout } = await runTerraform(options, ["test", "-json", "-verbose"]);
  const told = stdout.trim().split("\n").map((line) => JSON.parse(line) as { readonly test_state?: TestState });
  const [roles] = told.flatMap(({ test_state: state }) => state?.root_module.child_modules ?? []);
  return (address, policy) => (JSON.parse(roles!.resources.find((one) => one.address === `module.pipeline_roles.${address}`)!.values[policy]!) as { readonly Statement: readonly Statement[] }).Statement;
}

it("the subjects of the page get their roles and nobody else does; who deploys may take its role again, as the environments say it", async () => {
  const statements = await policiesOf(call);
  const audience = { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" };
  const subjects = ["repo:example/platform:pull_request", "repo:example/platform:ref:refs/heads/main"];
  expect(statements("aws_iam_role.plan", "assume_role_policy").map(({ Condition }) => Condition)).toEqual([{ StringEquals: audience, StringLike: { "token.actions.githubusercontent.com:sub": subjects } }]);
  expect(statements("aws_iam_role.deploy", "assume_role_policy").map(({ Principal, Condition }) => [Principal, Condition])).toEqual([
    [{ Federated: provider }, { StringEquals: { ...audience, "token.actions.githubusercontent.com:sub": "repo:example/platform:environment:prod" } }],
    [{ AWS: "arn:aws:iam::333333333333:root" }, { ArnEquals: { "aws:PrincipalArn": prod.provider!.roleArn } }],
  ]);
  // Beside AWS's own ReadOnlyAccess.
  expect(statements("aws_iam_role_policy.plan_states", "policy").flatMap(({ Action }) => Action)).toEqual(["s3:ListBucket", "s3:GetObject", "kms:Decrypt", "dynamodb:GetItem"]);
});

it("a subject that any branch could have does not deploy", async () => {
  await expect(policiesOf(call.replace("environment:prod", "*"))).rejects.toThrow("deploy_subjects: expected subjects without *");
});

it.each([["prod", prod], ["staging", staging]])("%s names the role that deploys, and lets the one that plans read in the cluster", (_, { account, provider: { roleArn } = {}, cluster: { accessEntries } }) => {
  expect(roleArn).toBe(`arn:aws:iam::${account}:role/platform-deploy`);
  expect(accessEntries).toMatchObject({ planner: { principalArn: `arn:aws:iam::${account}:role/platform-plan`, policies: { AmazonEKSAdminViewPolicy: {} } } });
});
