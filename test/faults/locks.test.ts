import { type Emulator, startEmulator } from "../../emulator/emulator";
import { Gate } from "./gate";
import { FaultProject } from "./project";
import { data, type LockMode, stack } from "./stacks";
import { Store } from "./store";

const project = new FaultProject();
let emulator: Emulator;
let store: Store;

beforeAll(async () => {
  emulator = await startEmulator();
  project.use(emulator);
  store = await new Store(emulator).make();
});
afterAll(() => emulator.stop());

const modes: readonly (readonly [LockMode, readonly string[]])[] = [["lockFile", ["file"]], ["table", ["table"]], ["both", ["file", "table"]]];
const writers = ["one", "two", "three"];

describe.each(modes)("locked by %s,", (lock, held) => {
  const gate = new Gate();
  const name = `qa-${lock}`.toLowerCase();
  const parts = { resource: { terraform_data: { ...data("first", ...writers)!["terraform_data"], held: { provisioner: [gate.provisioner] } } } };
  beforeAll(() => project.write(name, { [name]: stack(name, { lock, ...parts }) }));

  it("a second writer fails with the owner named, or waits", async () => {
    const first = await project.deploy(name, ["--target=terraform_data.held"]);
    await gate.reached(first);
    expect(await store.locks(name)).toEqual(held);
    const [hasty, patient] = await Promise.all([project.deploy(name, ["--target=terraform_data.first", "--lock-timeout=0s"], { output: "hasty" }), project.deploy(name, ["--target=terraform_data.first", "--lock-timeout=60s"], { output: "patient" })]);
    const refused = await hasty.ended;
    expect(refused).toMatchObject({ exitCode: 1, output: expect.stringMatching(/Who: +\S+@\S+/) });
    gate.open();
    expect((await Promise.all([first.ended, patient.ended])).map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect([await store.resources(name), await store.locks(name)]).toEqual([["terraform_data.first", "terraform_data.held"], []]);
  });

  it("of three at once no update is lost", async () => {
    const deploys = writers.map(async (writer) => {
      for (let tries = 1; ; tries += 1) {
        const { exitCode, output } = await (await project.deploy(name, [`--target=terraform_data.${writer}`, "--lock-timeout=60s"], { output: writer })).ended;
        if (exitCode === 0) return tries;
        if (!output.includes("Saved plan is stale")) throw new Error(output);
      }
    });
    console.log(await Promise.all(deploys));
    expect(await store.resources(name)).toEqual([...writers, "first", "held"].map((one) => `terraform_data.${one}`).sort());
    expect(await store.locks(name)).toEqual([]);
  });
});
