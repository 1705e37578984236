import { setTimeout } from "node:timers/promises";
import { eks } from "../emulator/aws-call";
import { useEmulator } from "../harness";
import { fault } from "./fault";
import { FaultProject } from "./project";
import { stack } from "./stacks";
import { Store } from "./store";

const emulator = useEmulator();
const project = new FaultProject(emulator);
const store = new Store(emulator);
beforeAll(() => store.make());

const network = {
  aws_vpc: { this: { cidr_block: "10.20.0.0/16" } },
  aws_subnet: { for_cluster: { for_each: { a: "10.20.0.0/20", b: "10.20.16.0/20" }, vpc_id: "${aws_vpc.this.id}", cidr_block: "${each.value}", availability_zone: "us-east-1${each.key}" } },
  aws_iam_role: { cluster: { name: "qa", assume_role_policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "eks.amazonaws.com" }, Action: ["sts:AssumeRole", "sts:TagSession"] }] }) } },
};
const policies = { aws_iam_role_policy_attachment: { cluster: { role: "${aws_iam_role.cluster.name}", policy_arn: "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy" } } };
const clusterWithin = (timeout: string) => ({
  aws_eks_cluster: {
    this: { name: "qa", role_arn: "${aws_iam_role.cluster.arn}", access_config: { authentication_mode: "API_AND_CONFIG_MAP" }, vpc_config: { subnet_ids: "${[for subnet in aws_subnet.for_cluster : subnet.id]}" }, timeouts: { create: timeout }, depends_on: ["aws_iam_role_policy_attachment.cluster"] },
  },
});

/** How AWS answered the calls of an action, each status once. */
async function statuses(action: string): Promise<unknown[]> {
  return [...new Set((await emulator.log()).filter((request) => request.action === action).map(({ status }) => status))];
}

fault("throttled", "asked again until AWS answers: the deploy passes, and so does the state", async () => {
  project.write("qa", { qa: stack("qa", { resource: network }) });
  for (const [service, action] of [["ec2", "CreateVpc"], ["ec2", "CreateSubnet"], ["iam", "CreateRole"], ["s3", "PutObject"], ["dynamodb", "PutItem"]]) await emulator.inject({ kind: "throttle", service: service!, action: action!, count: 2 });
  const { exitCode, output } = await project.deploy("qa").ended;
  expect({ exitCode, output }).toEqual({ exitCode: 0, output: expect.stringContaining("4 added, 0 changed, 0 destroyed") as string });
  for (const action of ["CreateVpc", "CreateSubnet", "CreateRole", "PutItem"]) expect(await statuses(action)).toHaveLength(2);
});

fault("aws-5xx", "asked again, too, and everything is made once", async () => {
  await emulator.clearFaults();
  await emulator.clearLog();
  project.write("qa", { qa: stack("qa", { resource: { ...network, ...policies } }) });
  for (const [skip, status] of [500, 503].entries()) for (const [service, action] of [["iam", "AttachRolePolicy"], ["ec2", "DescribeVpcs"], ["s3", "GetObject"]]) await emulator.inject({ kind: "error", service: service!, action: action!, status, skip, count: 1 });
  expect(await project.deploy("qa").ended).toMatchObject({ exitCode: 0, output: expect.stringContaining("1 added, 0 changed, 0 destroyed") });
  expect(await statuses("AttachRolePolicy")).toEqual([500, 503, 200]);
  expect(await store.resources("qa")).toEqual(["aws_iam_role.cluster", "aws_iam_role_policy_attachment.cluster", "aws_subnet.for_cluster", "aws_vpc.this"]);
});

fault("eks-stuck-creating", "the cluster goes on without Terraform: untainted when it is ACTIVE it stays, and the next plan is clean", async () => {
  project.write("qa", { qa: stack("qa", { resource: { ...network, ...policies, ...clusterWithin("3s") } }) });
  await fetch(`${emulator.url}/_emulator/delays`, { method: "POST", body: JSON.stringify({ create: 12 }), headers: { "content-type": "application/json" } });
  const stuck = await project.deploy("qa").ended;
  expect(stuck).toMatchObject({ exitCode: 1, output: expect.stringMatching(/^qa: expected Cluster qa to become ACTIVE in its time-out, got "CREATING"; AWS goes on with it, and Terraform marks aws_eks_cluster\.this as tainted: .* \[eks-still-creating\]$/m) });
  expect(await store.resources("qa")).toContain("aws_eks_cluster.this (tainted)");
  const cluster = async () => (await eks(emulator, "GET /clusters/qa", undefined, { accessKey: "emulator" })).body["cluster"] as { readonly status: string; readonly createdAt: number };
  const { createdAt } = await cluster();
  while ((await cluster()).status !== "ACTIVE") await setTimeout(100);
  expect((await project.follow(stuck.output)).exitCode).toBe(0);
  expect(await project.deploy("qa").ended).toMatchObject({ exitCode: 0, output: expect.stringContaining("qa: no changes") });
  expect([(await cluster()).createdAt, (await store.resources("qa"))[0]]).toEqual([createdAt, "aws_eks_cluster.this"]);
});
