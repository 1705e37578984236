import { join } from "node:path";
import { projectRoot } from "../../cli/root";
import { apply, applyAndIdempotent, copyTerraformFolderToTemp, destroy, expectNoChanges, getResourceCount, init, useEmulator } from "../harness";
import { eks, until } from "./aws-call";

const terraformDir = copyTerraformFolderToTemp(join(projectRoot, "test", "emulator", "platform"));
const emulator = useEmulator();
const options = () => ({ terraformDir, envVars: emulator.environment, parallelism: 30 });
beforeAll(() => init(options()));

// One configuration through its whole life: each step stands on the one before.
test("an apply comes through throttling, server errors and lost answers, and its second plan is clean", async () => {
  await emulator.inject({ kind: "throttle", service: "ec2", action: "CreateSubnet", count: 3 });
  await emulator.inject({ kind: "error", service: "iam", action: "CreateRole", status: 500, code: "ServiceFailure", count: 1 });
  await emulator.inject({ kind: "disconnect", service: "eks", action: "CreateCluster", count: 1 });
  await emulator.inject({ kind: "throttle", service: "eks", action: "CreateNodegroup", count: 2 });
  await emulator.inject({ kind: "disconnect", service: "eks", action: "Describe*", probability: 0.05, seed: 3 });
  await apply(options());
  const report = (await (await fetch(`${emulator.url}/_emulator/faults`)).json()) as { hits: number }[];
  expect(report.map(({ hits }) => hits).slice(0, 4)).toEqual([3, 1, 1, 2]);
  await emulator.clearFaults();
  await expectNoChanges(options());
});

const changed = { version_of_cluster: "1.35", public: false, desired: 3, volume_gib: 80 };

test("an upgrade, a new template version and changed sizes are updates in place, and the plan after them is clean", async () => {
  const told = await applyAndIdempotent({ ...options(), vars: changed });
  expect(getResourceCount(told)).toMatchObject({ add: 0, destroy: 0 });
  const { body } = await eks(emulator, "GET /clusters/demo/node-groups/spot");
  expect(body).toMatchObject({ nodegroup: { version: "1.35", launchTemplate: { version: "2" }, scalingConfig: { desiredSize: 3 } } });
});

test("all of it goes again, with what EKS made for the cluster", async () => {
  await destroy({ ...options(), targets: ["aws_eks_node_group.main", "aws_eks_node_group.plain", "aws_eks_fargate_profile.main"] });
  // The provider waits up to a minute, by chance, before it deletes a cluster. So this one goes by the API.
  expect((await eks(emulator, "DELETE /clusters/demo")).status).toBe(200);
  await until(emulator, "/clusters/demo", "gone");
  await destroy(options());
});
