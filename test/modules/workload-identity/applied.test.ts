import { WorkloadIdentity } from "../../../modules/workload-identity/workload-identity";
import { testAccount } from "../../emulator/account";
import { eks, until } from "../../emulator/aws-call";
import { apply, expectNoChanges, getResourceCount, init, temporaryFolder, useEmulator, writeFiles } from "../../harness";
import { synthStack } from "../../synth";
import { everyPermission, pods } from "./cases";

// Terraform reads the provider's large schema anew in every run.
const folder = temporaryFolder("identities");
const emulator = useEmulator();
const account = "123456789012";
const provider = { region: "us-east-1", access_key: "emulator", secret_key: "emulator", skip_metadata_api_check: true };

beforeAll(async () => {
  const { roles, subnets } = await testAccount(emulator);
  await eks(emulator, "POST /clusters", { name: "eks-test", roleArn: roles.cluster, resourcesVpcConfig: { subnetIds: subnets } });
  await until(emulator, "/clusters/eks-test", "ACTIVE");
});

/** Where these identities are what is to be applied. */
function options(identities: object) {
  const given = { clusterName: "eks-test", region: "us-east-1", account, oidcProvider: { issuer: "oidc.eks.us-east-1.amazonaws.com/id/0A", create: {} }, identities };
  const json = synthStack((stack) => new WorkloadIdentity(stack, "it", given as never));
  writeFiles(folder, { "cdk.tf.json": { ...json, provider: { aws: provider } } });
  return { terraformDir: folder, envVars: emulator.environment, parallelism: 30 };
}
const counts = async (identities: object) => getResourceCount(await apply(options(identities)));
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
  const identities = { all, moving: moving("podIdentity") };
  await init(options(identities));
  expect(await counts(identities)).toMatchObject({ change: 0, destroy: 0 });
  expect(await served()).toEqual(["all", "moving"]);
  await expectNoChanges(options(identities));
});

test.each([
  ["podIdentity", "both", { add: 0, change: 1, destroy: 0 }, true],
  ["both", "irsa", { add: 0, change: 1, destroy: 1 }, false],
  ["irsa", "both", { add: 1, change: 1, destroy: 0 }, true],
  ["both", "podIdentity", { add: 0, change: 1, destroy: 0 }, true],
])("from %s to %s the role stays: %j", async (_, method, changes, associated) => {
  expect(await counts({ all, moving: moving(method) })).toEqual(changes);
  expect((await served()).includes("moving")).toBe(associated);
});

test("after all that the plan is clean, and an identity that goes touches no other", async () => {
  await expectNoChanges(options({ all, moving: moving("podIdentity") }));
  expect(await counts({ all })).toEqual({ add: 0, change: 0, destroy: 3 });
});
