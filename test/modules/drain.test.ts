import { once } from "node:events";
import { execa, execaSync } from "execa";
import { drainScript } from "../../modules/drain-script";
import { drainedLoadBalancers } from "../../modules/load-balancer-controller/drained";
import { drainedVolumes } from "../../modules/storage-classes/drained";
import { query, xml } from "../emulator/aws-call";
import { useEmulator } from "../harness";
import { itUnless } from "../skip";

const missing = execaSync("aws", ["--version"], { reject: false }).exitCode === 0 ? undefined : "no aws command on this machine";
const given = { cluster: "eks-qa", region: "us-east-1", timeout_seconds: "1", profile: "", role_arn: "", pause_seconds: "1" };

const emulator = useEmulator();

const script = drainScript(drainedLoadBalancers);
const drain = (changes: object = {}, which = script) => execa("sh", ["-c", which], { env: { ...emulator.environment, ...given, ...changes }, reject: false });

/** A security group as the controller tags it, and its ARN. */
async function group(cluster: string): Promise<{ id: string; arn: string }> {
  const tags = { "TagSpecification.1.ResourceType": "security-group", "TagSpecification.1.Tag.1.Key": "elbv2.k8s.aws/cluster", "TagSpecification.1.Tag.1.Value": cluster };
  const id = xml(await query(emulator, "ec2", "CreateSecurityGroup", { GroupName: `k8s-${cluster}`, GroupDescription: "of the controller", ...tags }), "groupId");
  return { id, arn: `arn:aws:ec2:us-east-1:123456789012:security-group/${id}` };
}

const deleted = ({ id }: { id: string }) => query(emulator, "ec2", "DeleteSecurityGroup", { GroupId: id });

itUnless(missing, "a cluster that has nothing left is done at once, whatever others have", async () => {
  const other = await group("eks-other");
  expect(await drain()).toMatchObject({ exitCode: 0, stdout: "", stderr: "" });
  await deleted(other);
});

itUnless(missing, "what is left when the time is up is named, with the way out", async () => {
  const left = await group("eks-qa");
  const { exitCode, stderr } = await drain();
  expect(exitCode).toBe(1);
  expect(stderr).toBe(
    `drain of eks-qa: expected no load balancers, target groups and security groups of the controller after 1 seconds, got ${left.arn}; Ingresses and Services of type LoadBalancer that Terraform does not know keep them: delete those (kubectl get ingress,service --all-namespaces) and destroy again; what no controller is left to delete, delete by hand   [load-balancers-left]`,
  );
  await deleted(left);
});

itUnless(missing, "it ends when the last is gone", async () => {
  const last = await group("eks-qa");
  const waiting = drain({ timeout_seconds: "60" });
  await once(waiting.stdout, "data");
  await deleted(last);
  const { exitCode, stdout } = await waiting;
  expect({ exitCode, lines: [...new Set(stdout.split("\n"))] }).toEqual({ exitCode: 0, lines: [`waiting for ${last.arn}`] });
});

itUnless(missing, "volumes and snapshots that a driver deletes are waited for, and those that are retained are not", async () => {
  const made = async (key: string, value: string) => xml(await query(emulator, "ec2", "CreateVolume", { AvailabilityZone: "us-east-1a", Size: "1", "TagSpecification.1.ResourceType": "volume", "TagSpecification.1.Tag.1.Key": key, "TagSpecification.1.Tag.1.Value": value }), "volumeId");
  const arn = (kind: string, id: string) => `arn:aws:ec2:us-east-1:123456789012:${kind}/${id}`;
  await made("kubernetes.io/cluster/eks-qa", "owned");
  await made("eks-platform/deleted-by-driver-of", "eks-other");
  const volumes = drainScript(drainedVolumes);
  expect(await drain({}, volumes)).toMatchObject({ exitCode: 0, stdout: "", stderr: "" });
  const left = await made("eks-platform/deleted-by-driver-of", "eks-qa");
  expect(await drain({}, volumes)).toMatchObject({
    exitCode: 1,
    stderr: `drain of eks-qa: expected no volumes and snapshots with the policy Delete after 1 seconds, got ${arn("volume", left)}; claims and snapshots that Terraform does not know keep them: delete those (kubectl get pvc,volumesnapshot --all-namespaces) and destroy again; what is to stay must lose its tag, and what no driver is left to delete, delete by hand   [volumes-left]`,
  });
  await query(emulator, "ec2", "DeleteVolume", { VolumeId: left });
  expect(await drain({}, volumes)).toMatchObject({ exitCode: 0, stderr: "" });
});

itUnless(missing, "it can assume a role for the question", async () => {
  expect(await drain({ role_arn: "arn:aws:iam::123456789012:role/admin" })).toMatchObject({ exitCode: 0, stderr: "" });
});

itUnless(missing, "an answer that never comes is no leave to go on", async () => {
  const { exitCode, stderr } = await drain({ AWS_ENDPOINT_URL: "http://127.0.0.1:1", AWS_MAX_ATTEMPTS: "1" });
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/got no answer from AWS, whose error stands above; .*\[load-balancers-left\]$/);
});

it("without the aws command it says what to do", async () => {
  const { stderr } = await execa("/bin/sh", ["-c", script], { env: { ...given, PATH: "/nowhere" }, extendEnv: false, reject: false });
  expect(stderr).toBe("drain of eks-qa: expected the aws command, got nothing; without it nobody sees what is left: install it, or set drain to null   [load-balancers-left]");
});

it("without time it asks nobody", async () => {
  expect(await execa("/bin/sh", ["-c", script], { env: { ...given, timeout_seconds: "0", PATH: "/nowhere" }, extendEnv: false, reject: false })).toMatchObject({ exitCode: 0, stderr: "" });
});
