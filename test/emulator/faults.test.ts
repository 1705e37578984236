import { startEmulator, type Emulator } from "../../emulator/emulator";
import type { Fault } from "../../emulator/fault";
import { authorization, eks, query, xml } from "./aws-call";
import { testAccount, type TestAccount } from "./account";

let emulator: Emulator;
let account: TestAccount;
beforeAll(async () => {
  emulator = await startEmulator({ faults: [{ kind: "error", service: "ssm", status: 503 }] });
});
afterEach(() => emulator.clearFaults());
afterAll(() => emulator.stop());

const requests: Record<string, () => Promise<Response>> = {
  eks: () => fetch(`${emulator.url}/clusters`, { headers: { authorization: authorization("eks") } }),
  ec2: () => post("ec2", "Action=DescribeVpcs&Version=2016-11-15"),
  iam: () => post("iam", "Action=ListRoles&Version=2010-05-08"),
  s3: () => fetch(`${emulator.url}/`, { headers: { authorization: authorization("s3") } }),
  dynamodb: () => post("dynamodb", "{}", "DynamoDB_20120810.ListTables"),
  ssm: () => post("ssm", "{}", "AmazonSSM.DescribeParameters"),
};

function post(service: string, body: string, target?: string): Promise<Response> {
  const kind = target ? "application/x-amz-json-1.0" : "application/x-www-form-urlencoded";
  return fetch(emulator.url, { method: "POST", body, headers: { authorization: authorization(service), "content-type": kind, ...(target ? { "x-amz-target": target } : {}) } });
}

async function answer(service: string): Promise<{ status: number; text: string }> {
  const response = await requests[service]!();
  return { status: response.status, text: `${response.headers.get("x-amzn-errortype") ?? ""} ${await response.text()}` };
}

test("a fault of the start is there from the first request, and goes with all others", async () => {
  expect(await answer("ssm")).toMatchObject({ status: 503, text: expect.stringContaining("ServiceUnavailable") as string });
  await emulator.clearFaults();
  expect((await answer("ssm")).status).toBe(200);
});

test.each([
  ["eks", "ListClusters", 429, "ThrottlingException"],
  ["ec2", "DescribeVpcs", 503, "<Code>RequestLimitExceeded</Code>"],
  ["iam", "ListRoles", 400, "<Code>Throttling</Code>"],
  ["s3", "ListBuckets", 503, "<Code>SlowDown</Code>"],
  ["dynamodb", "ListTables", 400, '"__type": "ThrottlingException"'],
])("%s throttles %s with %i in its own words, as often as it was told", async (service, action, status, text) => {
  await emulator.inject({ kind: "throttle", service, action, count: 2 });
  const answers = [await answer(service), await answer(service), await answer(service)];
  expect(answers.map((one) => one.status)).toEqual([status, status, 200]);
  expect(answers[0]?.text).toContain(text);
});

test("a pattern meets the actions that fit it, after those that it lets pass", async () => {
  await emulator.inject({ kind: "error", service: "e*", action: "Describe*", skip: 1, status: 500, code: "InternalError" });
  expect((await answer("eks")).status).toBe(200);
  expect((await answer("ec2")).status).toBe(200);
  expect(await answer("ec2")).toMatchObject({ status: 500, text: expect.stringContaining("<Code>InternalError</Code>") as string });
});

test("a path tells calls of one action apart", async () => {
  await emulator.inject({ kind: "error", service: "eks", path: "/other*" });
  expect((await answer("eks")).status).toBe(200);
  await emulator.inject({ kind: "error", service: "eks", path: "/clus*" });
  expect((await answer("eks")).status).toBe(500);
});

test("latency is waited for, and the answer is right", async () => {
  await emulator.inject({ kind: "latency", service: "eks", latencySeconds: 0.6, count: 1 });
  const start = performance.now();
  expect((await answer("eks")).status).toBe(200);
  expect(performance.now() - start).toBeGreaterThan(590);
});

test("the same seed meets the same calls", async () => {
  const run = async (seed: number) => {
    await emulator.clearFaults();
    await emulator.inject({ kind: "throttle", service: "eks", probability: 0.5, seed });
    const statuses: number[] = [];
    for (let i = 0; i < 24; i++) statuses.push((await answer("eks")).status);
    return statuses.join();
  };
  const first = await run(7);
  expect(first).toContain("200");
  expect(first).toContain("429");
  expect(await run(7)).toBe(first);
  expect(await run(8)).not.toBe(first);
});

describe("a broken connection", () => {
  beforeAll(async () => {
    account = await testAccount(emulator);
  });
  const vpcs = async () => (await query(emulator, "ec2", "DescribeVpcs")).split("<vpcId>").length - 1;
  const create = () => query(emulator, "ec2", "CreateVpc", { CidrBlock: "10.77.0.0/16" });

  test.each<[NonNullable<Fault["moment"]>, number]>([["before", 0], ["after", 1], ["during", 1]])("%s the work or its answer leaves %i VPC behind", async (moment, made) => {
    const before = await vpcs();
    await emulator.inject({ kind: "disconnect", service: "ec2", action: "CreateVpc", moment, count: 1 });
    await expect(create()).rejects.toThrow(/fetch failed|terminated|other side closed/);
    expect(await vpcs()).toBe(before + made);
  });

  test("nobody broke on purpose leaves one VPC: every attempt of a call gets the first answer", async () => {
    const before = await vpcs();
    const attempt = (invocation: string) => query(emulator, "ec2", "CreateVpc", { CidrBlock: "10.78.0.0/16" }, { invocation });
    const [first, ...others] = await Promise.all([attempt("one"), attempt("one"), attempt("one")]);
    expect(others).toEqual([first, first]);
    expect(await attempt("two")).not.toEqual(first);
    expect(await vpcs()).toBe(before + 2);
  });

  test("of a call that was refused is tried again", async () => {
    const make = () => query(emulator, "ec2", "CreateSubnet", { VpcId: "vpc-none", CidrBlock: "10.78.0.0/24" }, { invocation: "three" });
    await expect(make()).rejects.toThrow("InvalidVpcID.NotFound");
    const vpc = xml(await create(), "vpcId");
    const subnet = await query(emulator, "ec2", "CreateSubnet", { VpcId: vpc, CidrBlock: "10.77.0.0/24" }, { invocation: "three" });
    expect(xml(subnet, "vpcId")).toBe(vpc);
  });

  test("does not make a second cluster when the request comes again with its token", async () => {
    const request = { name: "once", roleArn: account.roles.cluster, resourcesVpcConfig: { subnetIds: account.subnets }, clientRequestToken: "t1" };
    await emulator.inject({ kind: "disconnect", service: "eks", action: "CreateCluster", count: 1 });
    await expect(eks(emulator, "POST /clusters", request)).rejects.toThrow("fetch failed");
    expect(await eks(emulator, "POST /clusters", request)).toMatchObject({ status: 200, body: { cluster: { name: "once" } } });
    const again = await eks(emulator, "POST /clusters", { ...request, clientRequestToken: "t2" });
    expect(again.code).toBe("ResourceInUseException");
    const other = await eks(emulator, "POST /clusters", { ...request, name: "twice" });
    expect(other).toMatchObject({ code: "InvalidParameterException", body: { message: expect.stringContaining("clientRequestToken") as string } });
  });
});

// Both kinds of state lock are such a write.
test("of many conditional writes at once one is made, to S3 and to DynamoDB", async () => {
  const table = { TableName: "locks", BillingMode: "PAY_PER_REQUEST", AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }], KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }] };
  const put = (path: string, headers: Record<string, string> = {}) => fetch(emulator.url + path, { method: "PUT", headers: { authorization: authorization("s3"), ...headers } });
  const item = { TableName: "locks", Item: { LockID: { S: "lock" } }, ConditionExpression: "attribute_not_exists(LockID)" };
  expect([(await put("/states")).status, (await post("dynamodb", JSON.stringify(table), "DynamoDB_20120810.CreateTable")).status]).toEqual([200, 200]);
  const statuses = async (write: () => Promise<Response>) => (await Promise.all(Array.from({ length: 24 }, write))).map(({ status }) => status).sort();
  await emulator.inject({ kind: "error", service: "s3", action: "PutObject", status: 403, code: "AccessDenied", count: 1 });
  expect((await put("/states/other")).status).toBe(403);
  expect(await statuses(() => put("/states/lock", { "if-none-match": "*" }))).toEqual([200, ...Array<number>(23).fill(412)]);
  expect(await statuses(() => post("dynamodb", JSON.stringify(item), "DynamoDB_20120810.PutItem"))).toEqual([200, ...Array<number>(23).fill(400)]);
});

test("the log has every request in its order, and how it was answered", async () => {
  await emulator.clearLog();
  await emulator.inject({ kind: "throttle", service: "eks", count: 1 });
  await emulator.inject({ kind: "disconnect", service: "ec2", count: 1, moment: "before" });
  await answer("eks");
  await answer("iam");
  await answer("ec2").catch(() => {});
  await answer("eks");
  expect(await emulator.log()).toEqual([
    { service: "eks", action: "ListClusters", path: "/clusters", status: 429 },
    { service: "iam", action: "ListRoles", path: "/", status: 200 },
    { service: "ec2", action: "DescribeVpcs", path: "/", status: null },
    { service: "eks", action: "ListClusters", path: "/clusters", status: 200 },
  ]);
  await emulator.clearLog();
  expect(await emulator.log()).toEqual([]);
});

test.each<[string, object, RegExp]>([
  ["an unknown kind", { kind: "explode" }, /^fault\.kind: expected one of latency, throttle, error, disconnect, got "explode"/],
  ["an unknown key", { kind: "throttle", actions: "x" }, /^fault\.actions: expected one of kind, /],
  ["a wrong type", { kind: "throttle", count: "2" }, /^fault\.count: expected a whole number, got "2"/],
  ["latency without seconds", { kind: "latency" }, /^fault\.latencySeconds: expected a number above 0/],
  ["a probability above 1", { kind: "throttle", probability: 2 }, /^fault\.probability: expected a number from 0 to 1, got 2/],
])("%s is no fault", async (_, fault, message) => {
  await expect(emulator.inject(fault as Fault)).rejects.toThrow(message);
});
