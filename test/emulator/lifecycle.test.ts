import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { execa } from "execa";
import { cacheFolder, projectRoot } from "../../cli/root";
import { startEmulator } from "../../emulator/emulator";
import { findPython } from "../../emulator/python";
import { eks, query, xml } from "./aws-call";

const folder = mkdtempSync(join(tmpdir(), "emulator-"));
const bundles = join(cacheFolder, `lifecycle-test-${process.pid}`);
afterAll(() => [folder, bundles].forEach((path) => rmSync(path, { recursive: true, force: true })));

test("it answers on the loopback interface alone, on a free port, and is gone after stop", async () => {
  const logFile = join(folder, "log", "emulator.log");
  const [one, other] = await Promise.all([startEmulator({ logFile }), startEmulator()]);
  expect(one.port).not.toBe(other.port);
  expect(await (await fetch(`${one.url}/healthz`)).json()).toEqual({ status: "ok" });
  const outside = Object.values(networkInterfaces()).flat().filter((address) => address?.family === "IPv4" && !address.internal);
  for (const address of outside) await expect(fetch(`http://${address?.address}:${one.port}/healthz`)).rejects.toThrow("fetch failed");
  await Promise.all([one.stop(), other.stop(), other.stop()]);
  await expect(fetch(`${one.url}/healthz`)).rejects.toThrow("fetch failed");
  expect(readFileSync(logFile, "utf8")).toContain("GET /healthz");
});

test("a port that is taken is one line, not a hang", async () => {
  const emulator = await startEmulator();
  try {
    await expect(startEmulator({ port: emulator.port })).rejects.toThrow(/^emulator: expected it to start, got exit code 1; .*\[emulator-start\]$/);
  } finally {
    await emulator.stop();
  }
});

test("reset drops every resource and fault; accounts and regions are apart", async () => {
  const emulator = await startEmulator();
  try {
    const vpcs = async (region: string) => (await query(emulator, "ec2", "DescribeVpcs", {}, { region })).split("<vpcId>").length - 1;
    const empty = await vpcs("us-east-1");
    await query(emulator, "ec2", "CreateVpc", { CidrBlock: "10.1.0.0/16" });
    await emulator.inject({ kind: "throttle", service: "eks" });
    expect(await vpcs("us-east-1")).toBe(empty + 1);
    expect(await vpcs("eu-west-1")).toBe(empty);
    expect((await eks(emulator, "GET /clusters")).status).toBe(429);
    const session = await query(emulator, "sts", "AssumeRole", { RoleArn: "arn:aws:iam::222233334444:role/deploy", RoleSessionName: "test" });
    const other = { accessKey: xml(session, "AccessKeyId") };
    expect(xml(await query(emulator, "sts", "GetCallerIdentity", {}, other), "Account")).toBe("222233334444");
    expect(await query(emulator, "ec2", "DescribeVpcs", {}, other)).not.toContain("10.1.0.0/16");
    await emulator.reset();
    expect(await vpcs("us-east-1")).toBe(empty);
    expect(await eks(emulator, "GET /clusters")).toMatchObject({ status: 200, body: { clusters: [] } });
  } finally {
    await emulator.stop();
  }
});

test.each<[string, NodeJS.Signals]>([["kill -9", "SIGKILL"], ["Ctrl-C", "SIGINT"], ["a request to end", "SIGTERM"]])("it ends with its parent on %s, which keeps its own way to end", async (_, signal) => {
  const parent = execa(process.execPath, [await parentProgram()], { reject: false, cwd: tmpdir() });
  const url = await new Promise<string>((resolve, reject) => {
    parent.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    parent.then(({ stderr }) => reject(new Error(stderr)), reject);
  });
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  parent.kill(signal);
  expect((await parent).signal).toBe(signal);
  expect(await isGone(url)).toBe(true);
});

test("a missing or old Python is one sentence that names what was found", async () => {
  const old = join(folder, "python-old");
  writeFileSync(old, "#!/bin/sh\necho /usr/bin/python3\necho 3.8.19\n");
  chmodSync(old, 0o755);
  await expect(findPython(["no-such-python"])).rejects.toThrow(/^python: expected version 3\.10 or newer on the PATH, got nothing; the emulator runs on it {3}\[python-version\]$/);
  await expect(findPython(["no-such-python", old])).rejects.toThrow(`got "${old} 3.8.19"`);
});

/** A program that starts the emulator and waits; bundled, as the commands are, and run from another folder. */
async function parentProgram(): Promise<string> {
  const outfile = join(bundles, "parent.cjs");
  mkdirSync(bundles, { recursive: true });
  const contents = `import { startEmulator } from "./emulator/emulator"; startEmulator().then(({ url }) => { console.log(url); setInterval(() => {}, 1000); });`;
  await build({ stdin: { contents, resolveDir: projectRoot, loader: "ts" }, bundle: true, platform: "node", format: "cjs", outfile, logLevel: "error" });
  return outfile;
}

async function isGone(url: string): Promise<boolean> {
  for (let tries = 0; tries < 40; tries++) {
    const gone = await fetch(`${url}/healthz`).then(() => false, () => true);
    if (gone) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
