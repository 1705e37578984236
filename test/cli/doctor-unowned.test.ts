import { join } from "node:path";
import { adopt } from "../../cli/doctor/adoption";
import { findingLines } from "../../cli/doctor/finding";
import { Look } from "../../cli/doctor/look";
import { type Kind, kindOf } from "../../cli/doctor/resource-kinds";
import { unownedFindings, unownedIn } from "../../cli/doctor/unowned";
import type { Stack } from "../../cli/synth/stacks";
import { terraform } from "../../cli/terraform/terraform";
import { query, xml } from "../emulator/aws-call";
import { useEmulator } from "../harness";
import { providersEnvironment } from "../harness/providers";
import { told } from "./layered-project";
import { apply, makeStores, s3Backend, stacksOf } from "./stacks-with-state";
import { checkout, temporaryFolder } from "./temporary";

const emulator = useEmulator();
let stack: Stack;
const root = temporaryFolder();
const tags = { Environment: "qa", ManagedBy: "terraform" };
const provider = { region: "us-east-1", access_key: "emulator", secret_key: "emulator", skip_metadata_api_check: "true", default_tags: [{ tags }] };
const trust = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "eks.amazonaws.com" } }] });
const subnet = (index: number, name?: string) => ({ vpc_id: "${aws_vpc.this.id}", cidr_block: `10.0.${index}.0/24`, ...(name && { tags: { Name: name } }) });

beforeAll(async () => {
  // First, for the provider may have to be fetched by a Terraform of its own, and the environment of the first one stays.
  Object.assign(process.env, emulator.environment);
  Object.assign(process.env, await providersEnvironment(join(checkout, "generated", "network"), emulator.environment));
  await makeStores(emulator);
  const resource = {
    aws_vpc: { this: { cidr_block: "10.0.0.0/16", tags: { Name: "qa" } } },
    aws_subnet: { a: subnet(1, "qa-a"), like: subnet(3), alike: subnet(4) },
    aws_eip: { nat: { domain: "vpc" } },
    aws_iam_role: { this: { name: "qa-cluster", assume_role_policy: trust } },
  };
  const json = { terraform: { backend: s3Backend("qa"), required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } }, provider: { aws: [provider] }, resource };
  stack = stacksOf({ qa: json }, root)["qa"]!;
  await apply(stack, emulator.environment);
});

const look = () => new Look(root, "qa", [stack]);
const run = (...args: string[]) => terraform(args, { cwd: stack.folder, accept: [0, 2] });
const caller = { accessKey: "emulator" };
const quiet = { signal: new AbortController().signal };

it("what the states have is not named", async () => {
  expect(await unownedIn(look())).toEqual([]);
});

it("what a killed Terraform made is named, adopted, and the next plan is clean; what is in doubt is only named", async () => {
  // The state as it was before these were made.
  await run("state", "rm", "aws_vpc.this", "aws_subnet.like", "aws_subnet.alike", "aws_eip.nat", "aws_iam_role.this");
  const stray = xml(await query(emulator, "ec2", "CreateVpc", { CidrBlock: "10.9.0.0/16", "TagSpecification.1.ResourceType": "vpc", "TagSpecification.1.Tag.1.Key": "Environment", "TagSpecification.1.Tag.1.Value": "qa", "TagSpecification.1.Tag.2.Key": "ManagedBy", "TagSpecification.1.Tag.2.Value": "terraform" }, caller), "vpcId");
  const node = ["Environment", "qa", "ManagedBy", "terraform"];
  await query(emulator, "ec2", "CreateVolume", { AvailabilityZone: "us-east-1a", Size: "1", "TagSpecification.1.ResourceType": "volume", "TagSpecification.1.Tag.1.Key": node[0]!, "TagSpecification.1.Tag.1.Value": node[1]!, "TagSpecification.1.Tag.2.Key": node[2]!, "TagSpecification.1.Tag.2.Value": node[3]! }, caller);
  const found = await unownedIn(look());
  const addresses = found.flatMap(({ match }) => match?.creation.address ?? []);
  expect(addresses.sort()).toEqual(["aws_eip.nat", "aws_iam_role.this", "aws_vpc.this"]);
  const doubtful = found.filter(({ match }) => match === undefined).map(({ arn }) => arn);
  expect(doubtful).toEqual(expect.arrayContaining([`arn:aws:ec2:us-east-1:123456789012:vpc/${stray}`]));
  // The stray, and two subnets that only their addresses tell apart.
  expect(doubtful).toHaveLength(3);
  const findings = await unownedFindings(look(), Promise.resolve(found));
  expect(findingLines(findings.find(({ found: text }) => text.includes(":role/"))!)).toEqual([
    "qa  resource-unowned",
    "  found  arn:aws:iam::123456789012:role/qa-cluster has the environment's tags and is in none of its states",
    "  means  a Terraform that was killed made it; the next deploy would make aws_iam_role.this again, or fail on its name",
    "  mend   terraform -chdir=stacks/qa import aws_iam_role.this qa-cluster",
    "         npx platform doctor qa --adopt   # imports all such",
  ]);

  expect(await told(async (progress) => expect(await adopt(found, () => Promise.resolve(false), progress, quiet.signal)).toHaveLength(6))).toHaveLength(3);
  await told(async (progress) => expect((await adopt(found, () => Promise.resolve(true), progress, quiet.signal)).map(({ arn }) => arn)).toEqual(doubtful));
  const plan = await run("plan", "-detailed-exitcode", "-no-color");
  expect(/^Plan: .*/m.exec(plan.stdout)?.[0]).toBe("Plan: 2 to add, 0 to change, 0 to destroy.");
});

it.each<[string, string, Partial<Kind>]>([
  ["vpc/vpc-1", "arn:aws:ec2:eu-west-1:1:vpc/vpc-1", { types: ["aws_vpc"], importId: "vpc-1" }],
  ["log group", "arn:aws:logs:eu-west-1:1:log-group:/aws/eks/x/cluster:*", { importId: "/aws/eks/x/cluster", names: { name: "/aws/eks/x/cluster" } }],
  ["role with a path", "arn:aws:iam::1:role/team/x", { importId: "x" }],
  ["node group", "arn:aws:eks:eu-west-1:1:nodegroup/c/n/uuid", { importId: "c:n", names: { cluster_name: "c", node_group_name: "n" } }],
  ["access entry", "arn:aws:eks:eu-west-1:1:access-entry/c/role/1/admin/uuid", { importId: "c:arn:aws:iam::1:role/admin" }],
  ["pod identity association", "arn:aws:eks:eu-west-1:1:podidentityassociation/c/a-1", { importId: "c,a-1" }],
])("%s is imported by its id", (_, arn, kind) => {
  expect(kindOf(arn)).toMatchObject(kind);
});

it("what these stacks do not make has no kind", () => {
  expect(kindOf("arn:aws:sqs:eu-west-1:1:queue")).toBeUndefined();
});
