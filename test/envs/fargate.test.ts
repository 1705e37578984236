import type { Environment } from "../../envs/environment";
import { eks } from "../emulator/aws-call";
import { apply, applyAndIdempotent, getResourceCount, init, temporaryFolder, useEmulator, writeFiles } from "../harness";
import { qa } from "./example";
import { stackOf } from "./stack";

const folder = temporaryFolder("fargate");
const emulator = useEmulator();

const account = "123456789012";
const dns = { selectors: [{ namespace: "kube-system", labels: { "k8s-app": "kube-dns" } }] };
const jobs = { selectors: [{ namespace: "jobs-*" }, { namespace: "default", labels: { runtime: "fargate" } }], zones: ["us-east-1a"] };

const withProfiles = (fargateProfiles: NonNullable<Environment["fargateProfiles"]>): Environment => ({
  ...qa,
  account,
  provider: { emulated: true },
  network: { ...qa.network!, nat: "none", publicSubnets: null, flowLogs: null },
  cluster: { ...qa.cluster, oidcProvider: null },
  nodeGroups: {},
  fargateProfiles,
  fargateLogging: { retentionDays: 7 },
  addons: { coredns: { configuration: { computeType: "Fargate" } } },
});

/** Where this environment is what is to be applied. */
function options(environment: Environment) {
  writeFiles(folder, { "cdk.tf.json": stackOf(environment) });
  return { terraformDir: folder, envVars: emulator.environment, parallelism: 30 };
}

const profilesOf = async () => ((await eks(emulator, "GET /clusters/eks-qa/fargate-profiles")).body as { fargateProfileNames: string[] }).fargateProfileNames;

// One environment through a part of its life: each step stands on the one before.
test("a cluster without nodes comes up with its DNS on Fargate, and the next plan is clean", async () => {
  const environment = withProfiles({ dns, jobs });
  await init(options(environment));
  await applyAndIdempotent(options(environment));
  expect(await profilesOf()).toEqual(["dns", "jobs"]);
  expect((await eks(emulator, "GET /clusters/eks-qa/addons/coredns")).body).toMatchObject({ addon: { status: "ACTIVE" } });
});

test("a profile that comes or goes touches no other", async () => {
  const told = await apply(options(withProfiles({ dns, web: { selectors: [{ namespace: "web" }] } })));
  expect(getResourceCount(told)).toEqual({ add: 1, change: 0, destroy: 1 });
  expect(await profilesOf()).toEqual(["dns", "web"]);
});
