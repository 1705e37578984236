import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { apply, applyAndIdempotent, copyTerraformFolderToTemp, destroy, doWithRetry, getResourceCount, init, initAndApply, initAndPlan, initAndPlanAndShowWithStruct, loadTerraformOptions, output, outputAll, outputJson, outputList, outputMap, outputRequired, plan, planAndShowWithStruct, planExitCode, runTerraform, runTestStage, saveTerraformOptions, temporaryFolder, type TerraformOptions, validate, withDefaultRetryableErrors, writeFiles } from ".";

const configuration = {
  variable: { size: { type: "number" }, names: { type: "map(string)", default: { a: "x" } } },
  resource: { terraform_data: { this: { input: { size: "${var.size}", names: "${var.names}" } }, zone: { for_each: "${var.names}", input: "${each.value}" } } },
  output: {
    size: { value: "${var.size}" },
    names: { value: "${var.names}" },
    list: { value: "${keys(var.names)}" },
    empty: { value: "" },
    id: { value: "${terraform_data.this.id}" },
    secret: { value: "${sensitive(\"hush\")}", sensitive: true },
  },
};

function options(more: Partial<TerraformOptions> = {}): TerraformOptions {
  const terraformDir = temporaryFolder();
  writeFiles(terraformDir, { "main.tf.json": configuration });
  return { terraformDir, vars: { size: 1 }, ...more };
}

const messageOf = (work: Promise<unknown>) => work.then(() => "nothing was thrown", (error: Error) => error.message);
const logIn = (message: string) => /logs of every run: (\S+)/.exec(message)![1]!;

// One configuration through its life: each test stands on the one before.
describe("the life of a configuration", () => {
  const it1 = options();
  const two = { ...it1, vars: { size: 2, names: { a: "x", b: "y" } } };

  it("is valid, and its plan is read by address", async () => {
    const planned = await initAndPlanAndShowWithStruct(it1);
    expect(await validate(it1)).toContain("Success!");
    expect(planned.resource("terraform_data.this")).toMatchObject({ actions: ["create"], before: null, after: { input: { size: 1, names: { a: "x" } } }, unknown: { id: true } });
    expect([planned.output("size"), planned.output("id")]).toEqual([1, undefined]);
    expect(() => planned.resource("terraform_data.thiss")).toThrow("resource terraform_data.thiss is not there; the nearest is terraform_data.this");
    expect(() => planned.output("sise")).toThrow("output sise is not there; the nearest is size");
  });

  it("is applied, and its second plan is clean", async () => {
    expect(getResourceCount(await applyAndIdempotent(it1))).toEqual({ add: 2, change: 0, destroy: 0 });
    expect(await planExitCode(it1)).toBe(0);
    expect(getResourceCount(await plan(it1))).toEqual({ add: 0, change: 0, destroy: 0 });
  });

  it("a change is counted, and told without its values", async () => {
    expect(await planExitCode(two)).toBe(2);
    expect(getResourceCount(await plan(two))).toEqual({ add: 1, change: 1, destroy: 0 });
    expect((await planAndShowWithStruct(two)).differences).toEqual([
      "update terraform_data.this: input.names.b, input.size, output",
      'create terraform_data.zone["b"]',
      "update output list",
      "update output names",
      "update output size",
    ]);
  });

  it("a plan in a file is what apply applies", async () => {
    const planFilePath = join(it1.terraformDir, "it.tfplan");
    await plan({ ...two, planFilePath });
    expect(getResourceCount(await apply({ ...it1, planFilePath }))).toEqual({ add: 1, change: 1, destroy: 0 });
    expect(await planExitCode(two)).toBe(0);
  });

  it("outputs have the types that they are", async () => {
    expect(await output(two, "size")).toBe(2);
    expect(await outputList(two, "list")).toEqual(["a", "b"]);
    expect(await outputMap(two, "names")).toEqual({ a: "x", b: "y" });
    expect(await outputJson(two, "names")).toBe('{"a":"x","b":"y"}');
    expect(await outputRequired(two, "size")).toBe(2);
    expect(await outputAll(two)).toMatchObject({ secret: "hush", empty: "" });
  });

  it.each([
    ["outputRequired of an empty text", () => outputRequired(two, "empty"), 'output empty: expected a value, got ""'],
    ["outputList of a text that is a secret", () => outputList(two, "secret"), "output secret: expected a list, got a string"],
    ["outputMap of a list", () => outputMap(two, "list"), "output list: expected a map, got a list"],
    ["output of a name that is not there", () => output(two, "secrets"), "output secrets is not there; the nearest is secret"],
  ])("%s is refused without the value", async (_, work, message) => {
    await expect(work()).rejects.toThrow(new Error(message));
  });

  it("a copy leaves state, plans and .terraform behind, and takes the rest", () => {
    writeFiles(it1.terraformDir, { ".terraform.lock.hcl": "", "modules/a/main.tf": "" });
    const copy = copyTerraformFolderToTemp(it1.terraformDir);
    expect([".terraform", "terraform.tfstate", "it.tfplan", ".terraform.lock.hcl", "main.tf.json", "modules/a/main.tf"].map((path) => existsSync(join(copy, path)))).toEqual([false, false, false, true, true, true]);
  });

  it("is destroyed, and its state is empty", async () => {
    expect(getResourceCount(await destroy(two))).toEqual({ add: 0, change: 0, destroy: 3 });
  });
});

describe("failures", () => {
  it("a plan that is never clean is told by address and attribute, with the logs", async () => {
    const never = options();
    writeFiles(never.terraformDir, { "never.tf.json": { resource: { terraform_data: { now: { input: "${timestamp()}" } } } } });
    await init(never);
    const message = await messageOf(applyAndIdempotent(never));
    expect(message).toContain(`expected a plan without changes in ${never.terraformDir}, got\n  update terraform_data.now: input, output\n`);
    expect(readFileSync(logIn(message), "utf8")).toMatch(/terraform init [^]*terraform apply [^]*Apply complete![^]*terraform plan /);
  });

  it("Terraform's error has what it told and where the logs are", async () => {
    const wrong = options({ vars: { size: "many" } });
    const message = await messageOf(initAndPlan(wrong));
    expect(message).toMatch(/^terraform plan .* ended with 1\n[^]*a number is required/);
    expect(readFileSync(logIn(message), "utf8")).toContain("a number is required");
  });

  const slow = (seconds: number) => ({ resource: { terraform_data: { slow: { provisioner: { "local-exec": { command: `sleep ${seconds}` } } } } } });

  it("a run whose time is over is interrupted, waited for, and leaves its state unlocked", async () => {
    const late = options();
    writeFiles(late.terraformDir, { "slow.tf.json": slow(3) });
    await init(late);
    const message = await messageOf(apply({ ...late, timeoutMinutes: 1 / 60 }));
    expect(message).toContain("(was interrupted: The operation was aborted due to timeout)");
    expect(message).toContain("Gracefully shutting down...");
    expect(await planExitCode(late)).toBe(2);
  });

  it("a second writer waits for the lock as long as it is told to", async () => {
    const first = options();
    writeFiles(first.terraformDir, { "slow.tf.json": slow(2) });
    await init(first);
    const running = apply(first);
    while (!existsSync(join(first.terraformDir, ".terraform.tfstate.lock.info"))) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await messageOf(plan(first))).toContain("Error acquiring the state lock");
    expect(getResourceCount(await plan({ ...first, lockTimeout: "20s" }))).toEqual({ add: 0, change: 0, destroy: 0 });
    await running;
  });

  it("errors that pass are tried again, others are not", async () => {
    const flaky = options();
    const command = 'test -e tried || { touch tried; echo "transport is closing"; exit 1; }';
    writeFiles(flaky.terraformDir, { "flaky.tf.json": { resource: { terraform_data: { flaky: { provisioner: { "local-exec": { command } } } } } } });
    await init(flaky);
    expect(getResourceCount(await apply({ ...withDefaultRetryableErrors(flaky), timeBetweenRetriesSeconds: 0 }))).toMatchObject({ add: 1, destroy: 1 });
    let tries = 0;
    const failing = () => Promise.reject(new Error(`no ${(tries += 1)}`));
    await expect(doWithRetry("it", { maxRetries: 2, timeBetweenRetriesSeconds: 0 }, failing)).rejects.toThrow(/^it: failed 3 times, at last: no 3$/);
    await expect(doWithRetry("it", { maxRetries: 2, timeBetweenRetriesSeconds: 0, retryable: () => false }, failing)).rejects.toThrow(new Error("no 4"));
  });
});

describe("stages", () => {
  const stages = ["deploy", "check", "destroy"];
  afterEach(() => stages.forEach((stage) => delete process.env[`SKIP_${stage}`]));

  async function run(work: string, source: string, skipped: readonly string[]): Promise<string[]> {
    for (const stage of stages) process.env[`SKIP_${stage}`] = skipped.includes(stage) ? "true" : "";
    const done: string[] = [];
    await runTestStage("deploy", async () => {
      const deployed = { terraformDir: copyTerraformFolderToTemp(source), vars: { size: 3 } };
      saveTerraformOptions(work, deployed);
      await initAndApply(deployed);
      done.push("deploy");
    });
    await runTestStage("check", async () => done.push(`size ${await output<number>(loadTerraformOptions(work), "size")}`));
    await runTestStage("destroy", async () => done.push(String(getResourceCount(await destroy(loadTerraformOptions(work))).destroy)));
    return done;
  }

  it("a stage that is skipped leaves what the next run goes on with", async () => {
    const [work, { terraformDir }] = [temporaryFolder(), options()];
    expect(await run(work, terraformDir, ["destroy"])).toEqual(["deploy", "size 3"]);
    expect(await run(work, terraformDir, ["deploy", "destroy"])).toEqual(["size 3"]);
    expect(await run(work, terraformDir, ["deploy"])).toEqual(["size 3", "2"]);
  });

  it("without an earlier run it says what to do", () => {
    const work = temporaryFolder();
    expect(() => loadTerraformOptions(work)).toThrow(`${work}/.test-data/terraform-options.json: expected what an earlier stage has saved, got nothing; run once without SKIP_… of that stage`);
  });
});

it("any command can be run", async () => {
  const one = options();
  await init(one);
  expect((await runTerraform(one, ["workspace", "show"])).stdout).toBe("default");
});
