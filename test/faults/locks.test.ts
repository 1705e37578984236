import { setTimeout } from "node:timers/promises";
import { useEmulator } from "../harness";
import { fault } from "./fault";
import { Gate } from "./gate";
import { FaultProject } from "./project";
import { addresses, type LockMode, stack, withHeld } from "./stacks";
import { Store } from "./store";

const emulator = useEmulator();
const project = new FaultProject(emulator);
const store = new Store(emulator);
beforeAll(() => store.make());

const modes: readonly (readonly [LockMode, string, readonly string[]])[] = [["lockFile", "lock-file", ["file"]], ["table", "table", ["table"]], ["both", "lock-file-and-table", ["file", "table"]]];
const writers = ["one", "two", "three"];

describe.each(modes)("locked by %s", (lock, id, held) => {
  const gate = new Gate();
  const name = `qa-${id}`;
  beforeAll(() => project.write(name, { [name]: stack(name, { lock, ...withHeld(gate, "first", ...writers) }) }));

  fault(`two-writers-${id}`, "the second one fails with the owner named, or waits; both updates are there", async () => {
    const first = project.deploy(name, ["--target=terraform_data.held"]);
    await gate.reached(first);
    expect(await store.locks(name)).toEqual(held);
    const second = (timeout: string) => project.deploy(name, ["--target=terraform_data.first", `--lock-timeout=${timeout}`], { output: `timeout-${timeout}` });
    const [hasty, patient] = [second("0s"), second("60s")];
    expect(await hasty.ended).toMatchObject({ exitCode: 1, output: expect.stringMatching(/Who: +\S+@\S+/) });
    gate.open();
    expect((await Promise.all([first.ended, patient.ended])).map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect([await store.resources(name), await store.locks(name)]).toEqual([addresses("first", "held"), []]);
  });

  if (lock === "both") return;
  // A plan that another writer has made old is refused, and its writer plans again.
  it("of three writers at once no update is lost", async () => {
    const deploys = writers.map(async (writer) => {
      for (;;) {
        const { exitCode, output } = await project.deploy(name, [`--target=terraform_data.${writer}`, "--lock-timeout=60s"], { output: writer }).ended;
        if (exitCode === 0) return;
        if (!output.includes("Saved plan is stale")) throw new Error(output);
      }
    });
    await Promise.all(deploys);
    expect([await store.resources(name), await store.locks(name)]).toEqual([addresses(...writers, "first", "held"), []]);
  });
});

fault("lock-given-back-meanwhile", "a lock that goes while Terraform reads whose it is, is taken", async () => {
  const gate = new Gate();
  project.write("qa", { qa: stack("qa", { lock: "lockFile", ...withHeld(gate, "first") }) });
  const first = project.deploy("qa", ["--target=terraform_data.held"]);
  await gate.reached(first);
  await emulator.clearLog();
  // The answer to the question whose it is.
  await emulator.inject({ kind: "error", service: "s3", action: "GetObject", path: "*.tflock", status: 404, code: "NoSuchKey", count: 1 });
  const second = project.deploy("qa", ["--target=terraform_data.first", "--lock-timeout=60s"], { output: "second" });
  const asked = async () => (await emulator.log()).some(({ action, path, status }) => action === "GetObject" && path.endsWith(".tflock") && status === 404);
  while (!(await asked())) expect(await Promise.race([second.ended, setTimeout(50)])).toBeUndefined();
  gate.open();
  expect((await Promise.all([first.ended, second.ended])).map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  expect(await store.resources("qa")).toEqual(addresses("first", "held"));
});

fault("two-writers-unlocked", "without a lock Terraform loses an update and says nothing; so no environment is without", async () => {
  const gate = new Gate();
  const name = "qa-unlocked";
  project.write(name, { [name]: stack(name, { lock: "none", ...withHeld(gate, "first", "second") }) });
  expect((await project.deploy(name, ["--target=terraform_data.first"]).ended).exitCode).toBe(0);
  const apply = (resource: string) => project.terraform(name, ["apply", "-auto-approve", `-target=terraform_data.${resource}`]);
  const slow = await apply("held");
  await gate.reached(slow);
  expect((await (await apply("second")).ended).exitCode).toBe(0);
  expect(await store.resources(name)).toEqual(addresses("first", "second"));
  gate.open();
  expect((await slow.ended).exitCode).toBe(0);
  expect(await store.resources(name)).toEqual(addresses("first", "held"));
});
