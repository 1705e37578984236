import { Look } from "../../cli/doctor/look";
import { stuckFindings } from "../../cli/doctor/stuck";
import { testAccount } from "../emulator/account";
import { eks, until } from "../emulator/aws-call";
import { useEmulator } from "../harness";
import { stacksOf } from "./stacks-with-state";
import { temporaryFolder } from "./temporary";

const emulator = useEmulator();
beforeAll(async () => {
  Object.assign(process.env, emulator.environment);
});

const delays = (values: object) => fetch(`${emulator.url}/_emulator/delays`, { method: "POST", body: JSON.stringify(values), headers: { "content-type": "application/json" } });
const caller = { accessKey: "emulator" };

it("a cluster and a node group that are not ACTIVE are told with what to wait for", async () => {
  const root = temporaryFolder();
  const aws = [{ region: "us-east-1", access_key: "emulator", secret_key: "emulator" }];
  const json = { terraform: { backend: { local: {} } }, provider: { aws }, variable: { cluster: { default: { name: "eks-qa" } } }, resource: { aws_eks_cluster: { this: {} } } };
  const findings = () => stuckFindings(new Look(root, "qa", Object.values(stacksOf({ qa: json }, root))));
  expect(await findings()).toEqual([]);

  const { subnets, roles } = await testAccount(emulator);
  await delays({ create: 2, node_ready_limit: 0.1 });
  const made = await eks(emulator, "POST /clusters", { name: "eks-qa", roleArn: roles.cluster, resourcesVpcConfig: { subnetIds: subnets }, bootstrapSelfManagedAddons: false }, caller);
  expect(made.status).toBe(200);
  expect(await findings()).toMatchObject([{ id: "eks-on-its-way", layer: "qa", found: "cluster eks-qa is CREATING", mend: ["aws eks wait cluster-active --name eks-qa && npx platform doctor qa"] }]);
  await until(emulator, "/clusters/eks-qa", "ACTIVE");
  expect(await findings()).toEqual([]);

  await delays({ create: 0.1, node_ready_limit: 0.1 });
  await eks(emulator, "POST /clusters/eks-qa/node-groups", { nodegroupName: "system", nodeRole: roles.node, subnets }, caller);
  await until(emulator, "/clusters/eks-qa/node-groups/system", "CREATE_FAILED");
  expect(await findings()).toMatchObject([{ id: "eks-failed", found: expect.stringMatching(/^node group system is CREATE_FAILED \(NodeCreationFailure: /) as string }]);
  await delays({ delete: 30 });
  await eks(emulator, "DELETE /clusters/eks-qa/node-groups/system", undefined, caller);
  expect(await findings()).toMatchObject([{ id: "eks-deleting", mend: ["aws eks wait nodegroup-deleted --cluster-name eks-qa --nodegroup-name system && npx platform deploy qa"] }]);
});
