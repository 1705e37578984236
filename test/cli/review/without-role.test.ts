import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withoutRole } from "../../../cli/review/without-role";
import { stacksIn } from "../../../cli/synth/stacks";
import type { Environment } from "../../../envs/environment";
import { staging } from "../../../envs/staging/environment";
import { stacksOf } from "../../envs/stack";
import { temporaryFolder } from "../temporary";

/** The providers of each stack, as a review reads them and as Terraform does. */
function reviewedProviders(environment: Environment) {
  const output = temporaryFolder();
  const made = stacksOf(environment);
  for (const [name, json] of Object.entries(made)) {
    mkdirSync(join(output, "stacks", name), { recursive: true });
    writeFileSync(join(output, "stacks", name, "cdk.tf.json"), JSON.stringify(json));
  }
  const { stacks } = withoutRole({ stacks: stacksIn(output, Object.keys(made)), output, messages: "" });
  const written = Object.fromEntries(stacks.map(({ name, folder }) => [name, (JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as { provider: unknown }).provider]));
  expect(Object.fromEntries(stacks.map(({ name, json }) => [name, json.provider]))).toEqual(written);
  return written;
}

const providers = (environment: Environment) => Object.fromEntries(Object.entries(stacksOf(environment)).map(([name, json]) => [name, json["provider"]]));
const { cluster, platform } = staging;
const other = "arn:aws:iam::222222222222:role/installer";
const accessEntries = { ...cluster.accessEntries, installer: { principalArn: other, policies: { AmazonEKSClusterAdminPolicy: {} } } };

it("without the role is as an environment whose file names none", () => {
  expect(JSON.stringify(providers(staging))).toContain("role/platform-deploy");
  expect(reviewedProviders(staging)).toEqual(providers({ ...staging, provider: {} }));
});

it("roles that are named apart stay", () => {
  const apart = { ...staging, cluster: { ...cluster, accessEntries }, platform: { ...platform, access: { exec: { roleArn: other } } } };
  expect(reviewedProviders(apart)).toEqual(providers({ ...apart, provider: {} }));
  const elsewhere = { ...staging, otherAccounts: { data: { account: "444444444444", roleArn: "arn:aws:iam::444444444444:role/identities", identities: {} } } };
  expect(JSON.stringify(reviewedProviders(elsewhere))).toContain("444444444444:role/identities");
});
