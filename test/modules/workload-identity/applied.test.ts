import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { terraform } from "../../../cli/terraform";
import { type Emulator, startEmulator } from "../../../emulator/emulator";
import { WorkloadIdentity } from "../../../modules/workload-identity/workload-identity";
import { testAccount } from "../../emulator/account";
import { eks, until } from "../../emulator/aws-call";
import { synthStack } from "../../synth";
import { everyPermission, pods } from "./cases";

// Terraform reads the provider's large schema anew in every run.
const folder = mkdtempSync(join(tmpdir(), "identities-"));
const account = "123456789012";
const provider = { region: "us-east-1", access_key: "emulator", secret_key: "emulator", skip_metadata_api_check: true };
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
  const { roles, subnets } = await testAccount(emulator);
  await eks(emulator, "POST /clusters", { name: "eks-test", roleArn: roles.cluster, resourcesVpcConfig: { subnetIds: subnets } });
  await until(emulator, "/clusters/eks-test", "ACTIVE");
});
afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(identities: object, ...args: readonly string[]) {
  const given = { clusterName: "eks-test", region: "us-east-1", account, oidcProvider: { issuer: "oidc.eks.us-east-1.amazonaws.com/id/0A", create: {} }, identities };
  const json = synthStack((stack) => new WorkloadIdentity(stack, "it", given as never));
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify({ ...json, provider: { aws: provider } }));
  return (await terraform([...args, "-no-color"], { cwd: folder, env: { ...emulator.environment }, accept: [0, 2] })).stdout;
}
const apply = (identities: object) => run(identities, "apply", "-auto-approve", "-parallelism=30");
const served = async () => ((await eks(emulator, "GET /clusters/eks-test/pod-identity-associations")).body as { associations: { serviceAccount: string }[] }).associations.map(({ serviceAccount }) => serviceAccount).sort();

const all = pods("all", {
  permissions: everyPermission,
  statements: { Own: { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::a/${aws:PrincipalTag/kubernetes-namespace}/*"] } },
  managedPolicyArns: { read: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
  assumes: { audit: { roleArn: "arn:aws:iam::555555555555:role/c", externalId: "x1" } },
});
const moving = (method: string) => pods("moving", { method, permissions: { xray: {} } });

// One set of identities through a part of its life: each step stands on the one before.
test("identities of every kind come up, and the next plan is clean", async () => {
  await run({}, "init", "-input=false");
  const identities = { all, moving: moving("podIdentity") };
  expect(await apply(identities)).toMatch(/Apply complete!/);
  expect(await served()).toEqual(["all", "moving"]);
  expect(await run(identities, "plan", "-detailed-exitcode")).toContain("No changes.");
});

test.each([
  ["podIdentity", "both", "0 added, 1 changed, 0 destroyed", true],
  ["both", "irsa", "0 added, 1 changed, 1 destroyed", false],
  ["irsa", "both", "1 added, 1 changed, 0 destroyed", true],
  ["both", "podIdentity", "0 added, 1 changed, 0 destroyed", true],
])("from %s to %s the role stays: %s", async (_, method, changes, associated) => {
  expect(await apply({ all, moving: moving(method) })).toContain(`Resources: ${changes}`);
  expect((await served()).includes("moving")).toBe(associated);
});

test("after all that the plan is clean, and an identity that goes touches no other", async () => {
  expect(await run({ all, moving: moving("podIdentity") }, "plan", "-detailed-exitcode")).toContain("No changes.");
  expect(await apply({ all })).toMatch(/Resources: 0 added, 0 changed, 3 destroyed/);
});
