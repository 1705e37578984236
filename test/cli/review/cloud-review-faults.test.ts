import { rmSync } from "node:fs";
import { TerraformCloud } from "../../../cli/terraform-cloud/terraform-cloud";
import { reviewInCloud } from "../../../cli/review/cloud-review";
import type { LayerInput } from "../../../review/report/review-input";
import { standInHost, useTerraformCloud } from "../../terraform-cloud/stand-in";
import { told } from "../layered-project";
import { temporaryFolder, write } from "../temporary";
import { ReviewedStacks } from "./reviewed-stacks";

const cloud = useTerraformCloud();
const impatient = { retries: 3, firstMs: 1, pollMs: 20, workMs: 5000, pendingMs: 300 };
const project = new ReviewedStacks();
let env: Record<string, string>;

beforeAll(async () => {
  env = await cloud.environment();
});

afterEach(() => {
  jest.restoreAllMocks();
  cloud.runs.rules = () => ({});
  cloud.server.calm();
});

async function review(stacks: ReturnType<ReviewedStacks["write"]>, { timeoutMs = 30_000, signal }: { timeoutMs?: number; signal?: AbortSignal } = {}): Promise<{ layers: readonly LayerInput[]; screen: readonly string[] }> {
  let layers: readonly LayerInput[] = [];
  const place = { environment: "qa", hostname: standInHost, organization: "example", project: null };
  const screen = await told(async (progress) => (layers = await reviewInCloud(stacks, temporaryFolder(), progress, { ...place, timeoutMs }, { patience: impatient, env, ...(signal && { signal }) })));
  return { layers, screen };
}

const refusedWith = (work: Promise<unknown>) => work.then(() => "nothing", (error: Error) => error.message);
const latestRun = () => [...cloud.runs.byId.values()].at(-1)!;

describe("what was never deployed", () => {
  it("is planned without a state, under policies, run tasks and an estimate, and what reads it waits", async () => {
    const task = { name: "scan", level: "mandatory", passed: false, message: "2 findings", url: "https://scan.example.com/1" } as const;
    cloud.runs.rules = () => ({ sentinel: [{ name: "no-public", level: "soft-mandatory", passed: false }, { name: "tags", level: "advisory", passed: true }], opa: [{ name: "regions", level: "mandatory", passed: true }, { name: "cost", level: "advisory", passed: false }], tasks: [task], estimate: { before: 10, after: 12.5 } });
    const { layers, screen } = await review(project.write({ network: { vpc: "vpc-1" }, cluster: { eks: "network.vpc" }, platform: { app: "cluster.eks" } }));
    expect(screen.slice(1)).toEqual(["  ok      qa-network: 1 to add", "  waits   qa-cluster waits for qa-network", "  waits   qa-platform waits for qa-cluster"]);
    expect(layers.map(({ layer, outcome }) => `${layer} ${outcome}`)).toEqual(["qa-network planned", "qa-cluster waits", "qa-platform waits"]);
    expect(layers[0]).toMatchObject({
      run: {
        status: "errored",
        policies: [
          { kind: "sentinel", name: "Sentinel policies of the organization", result: "failed", message: "1 passed, 1 failed and may be overridden" },
          { kind: "task", name: "scan", result: "failed", message: "2 findings", url: "https://scan.example.com/1" },
          { kind: "opa", name: "example/regions", result: "passed" },
          { kind: "opa", name: "example/cost", result: "advisory" },
        ],
        estimate: { before: 10, after: 12.5 },
      },
    });
    expect(cloud.workspaces.named("eks-platform-qa-network-review").states).toEqual([]);
  });
});

describe("a run that comes to no plan", () => {
  const stacks = () => project.write({ network: { vpc: "vpc-1" } });

  it("fails in Terraform's own words, and what reads it waits, whatever it has read before", async () => {
    const broken = project.write({ network: { vpc: "${nothing.there}" }, cluster: { eks: "network.vpc" } });
    const state = { version: 4, terraform_version: "1.11.4", serial: 1, lineage: "one", outputs: { vpc: { value: "vpc-1", type: "string" } }, resources: [], check_results: null };
    write(project.folder("network"), { "terraform.qa-network.tfstate": JSON.stringify(state) });
    const { layers } = await review(broken);
    rmSync(project.stateFile("network"));
    expect(layers).toMatchObject([{ layer: "qa-network", outcome: "failed", run: { status: "errored", policies: [] } }, { layer: "qa-cluster", outcome: "waits", for: "qa-network" }]);
    const { error } = layers[0] as { error: string };
    expect(error.split("\n")[0]).toBe("Error: Reference to undeclared resource");
    expect(error).not.toMatch(/[│╷╵\u001b]/);
  });

  it("is cancelled when it takes longer than it may, and what a hosted worker lacks was told", async () => {
    cloud.runs.rules = () => ({ hold: new Promise(() => {}) });
    const { layers, screen } = await review(project.write({ network: { vpc: "vpc-1" } }, { network: { provider: { helm: [{ kubernetes: { exec: {} } }] } } }), { timeoutMs: 300 });
    expect(screen[0]).toBe(`          warning: qa-network: expected a worker with the aws command, got "a hosted one, for the providers helm"; they reach the cluster by it: without, releases in the state are planned as new, and the refresh of Kubernetes resources fails; give the workspace an agent that has it   [review-worker]`);
    expect(layers).toMatchObject([{ outcome: "failed", error: "the run came to no end within 0.005 min, and was cancelled" }]);
    expect(screen.at(-1)).toBe("  ok      qa-network: failed");
    expect(latestRun().cancelled.signal.aborted).toBe(true);
  });

  it("is cancelled when somebody interrupts", async () => {
    cloud.runs.rules = () => ({ hold: new Promise(() => {}) });
    const interrupt = new AbortController();
    const before = cloud.runs.byId.size;
    const reviewed = review(stacks(), { signal: interrupt.signal });
    while (cloud.runs.byId.size === before) await new Promise((done) => setTimeout(done, 20));
    interrupt.abort(new Error("interrupted"));
    await expect(reviewed).rejects.toThrow("interrupted");
    expect(latestRun().cancelled.signal.aborted).toBe(true);
  });
});

describe("what comes in between", () => {
  it("an upload that is cut short is made anew", async () => {
    const real = globalThis.fetch;
    let cut = 0;
    jest.spyOn(globalThis, "fetch").mockImplementation((address, init) => {
      const body = init?.method === "PUT" && cut === 0 ? (init.body as Uint8Array).subarray(0, 200) : undefined;
      if (body !== undefined) cut += 1;
      return real(address, body === undefined ? init : { ...init, body });
    });
    const { layers } = await review(project.write({ network: { vpc: "vpc-1" } }));
    expect(layers[0]!.outcome).toBe("planned");
    expect([...cloud.configurations.byId.values()].slice(-2).map(({ status }) => status)).toEqual(["errored", "uploaded"]);
  });

  it("an upload that was taken, and whose answer was lost, is not made again", async () => {
    cloud.server.inject({ on: /^PUT .*\/configurations\//, kind: "lost", count: 1 });
    const before = cloud.configurations.byId.size;
    const { layers } = await review(project.write({ network: { vpc: "vpc-1" } }));
    expect(layers[0]!.outcome).toBe("planned");
    expect(cloud.configurations.byId.size).toBe(before + 1);
  });

  it("a token that runs out in the middle is one sentence, and the next review goes on with the run", async () => {
    let go = () => {};
    const hold = new Promise<void>((done) => (go = done));
    cloud.runs.rules = () => ({ hold });
    const before = cloud.runs.byId.size;
    const stacks = project.write({ network: { vpc: "vpc-2" } });
    const reviewed = refusedWith(review(stacks));
    while (cloud.runs.byId.size === before || latestRun().status !== "planning") await new Promise((done) => setTimeout(done, 20));
    cloud.server.tokens.delete(cloud.token);
    expect(await reviewed).toBe(`${standInHost}: expected a token that it takes, got "one that it refused"; try "terraform login ${standInHost}"   [cloud-token]`);
    cloud.server.tokens.set(cloud.token, ["example"]);
    const asked = cloud.server.log.length;
    const next = review(stacks);
    // It ends when the next review has found it under way.
    while (!cloud.server.log.slice(asked).some(({ request }) => /^GET .*\/workspaces\/[^/]+\/runs$/.test(request))) await new Promise((done) => setTimeout(done, 20));
    go();
    const { layers, screen } = await next;
    expect(layers[0]!.outcome).toBe("planned");
    expect(screen[0]).toMatch(/^ +goes on at /);
    expect(cloud.runs.byId.size).toBe(before + 1);
  });

  it("a limit of requests is kept, and slows no more than it must", async () => {
    cloud.server.limit(8);
    cloud.server.heard();
    const { layers } = await review(project.write({ network: { vpc: "vpc-1" } }));
    expect(layers[0]!.outcome).toBe("planned");
    expect(cloud.server.heard().filter((line) => line.endsWith(" 429")).length).toBeLessThan(3);
  });
});

it("a plan that the token may not read as JSON is told, and why", async () => {
  jest.spyOn(TerraformCloud.prototype, "content").mockImplementation((path) => Promise.resolve(path.endsWith("/json-output") ? { status: 404 } : { status: 200, bytes: new Uint8Array() }));
  await expect(review(project.write({ network: { vpc: "vpc-1" } }))).rejects.toThrow(/runs\/run-\w+: expected the plan as JSON, got 404; a token of a user or a team with admin access to the workspace may read it {3}\[cloud-answer\]$/);
});

it("a token for another host is none for this one", async () => {
  await expect(TerraformCloud.discover(new URL(`https://${standInHost}`), { env: { TF_TOKEN_other_example_com: "x" }, home: temporaryFolder() })).rejects.toThrow(`${standInHost}: expected a token in TF_TOKEN_tfc_example_com or of terraform login, got nothing; try "terraform login ${standInHost}"   [cloud-token]`);
});

it("a host that nobody knows is told at once", async () => {
  const fetched = jest.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("fetch failed", { cause: { code: "ENOTFOUND" } }));
  const discovered = TerraformCloud.discover(new URL("https://tfe.example.com"), { env: { TF_TOKEN_tfe_example_com: "x" }, home: temporaryFolder(), patience: impatient });
  await expect(discovered).rejects.toThrow('tfe.example.com: expected a host that is known by its name, got "a name that nobody knows"; it is misspelt, or this machine has no way to the network where it is known   [cloud-answer]');
  expect(fetched).toHaveBeenCalledTimes(1);
});
