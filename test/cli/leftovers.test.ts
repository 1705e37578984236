import { query, xml } from "../emulator/aws-call";
import { ProjectCopy } from "../envs/project-copy";
import { useEmulator } from "../harness";

const project = new ProjectCopy();
const emulator = useEmulator();

beforeAll(async () => {
});

const caller = { accessKey: "emulator" };
const command = () => project.run(["cli/start.mjs", "leftovers", "local", "--json"], emulator.environment);
const ec2 = (action: string, parameters: Record<string, string>) => query(emulator, "ec2", action, parameters, caller);
const tags = (resource: string, key: string, value: string) => ({ "TagSpecification.1.ResourceType": resource, "TagSpecification.1.Tag.1.Key": key, "TagSpecification.1.Tag.1.Value": value });

async function volume(key: string, value: string, others: Record<string, string> = {}): Promise<string> {
  return xml(await ec2("CreateVolume", { AvailabilityZone: "us-east-1a", Size: "1", ...tags("volume", key, value), ...others }), "volumeId");
}

it("what controllers made is found by its tags after the cluster is gone, and nothing else is", async () => {
  expect(await command()).toMatchObject({ exitCode: 0, stdout: "[]" });
  const vpc = xml(await ec2("CreateVpc", { CidrBlock: "10.0.0.0/16" }), "vpcId");
  const subnet = xml(await ec2("CreateSubnet", { VpcId: vpc, CidrBlock: "10.0.0.0/24", ...tags("subnet", "kubernetes.io/cluster/eks-local", "owned") }), "subnetId");
  const group = xml(await ec2("CreateSecurityGroup", { GroupName: "k8s-traffic", GroupDescription: "k8s", VpcId: vpc, ...tags("security-group", "elbv2.k8s.aws/cluster", "eks-local") }), "groupId");
  const eni = xml(await ec2("CreateNetworkInterface", { SubnetId: subnet, ...tags("network-interface", "cluster.k8s.amazonaws.com/name", "eks-local") }), "networkInterfaceId");
  const kept = [
    // Tagged in both ways, and told once.
    await volume("kubernetes.io/cluster/eks-local", "owned", { "TagSpecification.1.Tag.2.Key": "ebs.csi.aws.com/cluster-name", "TagSpecification.1.Tag.2.Value": "eks-local" }),
    await volume("eks-platform/deleted-by-driver-of", "eks-local"),
  ];
  await volume("kubernetes.io/cluster/eks-other", "owned");
  await volume("kubernetes.io/cluster/eks-local", "shared");
  await volume("eks-platform/deleted-by-driver-of", "eks-other");
  const { exitCode, stdout, stderr } = await command();
  expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "" });
  const arn = (kind: string, id: string) => `arn:aws:ec2:us-east-1:123456789012:${kind}/${id}`;
  expect(JSON.parse(stdout)).toEqual([
    { madeBy: "AWS Load Balancer Controller", arns: [arn("security-group", group)], goes: expect.stringContaining("delete the Ingresses") },
    { madeBy: "EBS CSI driver", arns: kept.map((id) => arn("volume", id)).sort(), goes: expect.stringContaining("PersistentVolumeClaims") },
    { madeBy: "VPC CNI", arns: [arn("network-interface", eni)], goes: expect.stringContaining("go with their nodes") },
  ]);
  const plain = await project.run(["cli/start.mjs", "leftovers", "local"], emulator.environment);
  expect(plain.stdout.split("\n").slice(-1)).toEqual([`  ${arn("network-interface", eni)}`]);
});

it("an error of AWS is told in a sentence", async () => {
  const { exitCode, stderr } = await project.run(["cli/start.mjs", "leftovers", "local"], { ...emulator.environment, AWS_ENDPOINT_URL: "http://127.0.0.1:9" });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^leftovers: expected an answer of AWS, got ".*ECONNREFUSED.*"; .* {3}\[aws-answer\]$/m);
});
