import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { explanations } from "../../cli/terraform/explained";
import { TerraformFailed } from "../../cli/terraform/terraform";
import { useEmulator } from "../harness";
import { Disk, disksMissing } from "./disk";
import { fault } from "./fault";
import { Gate } from "./gate";
import { FaultProject } from "./project";
import { addresses, stack, withHeld } from "./stacks";
import { Store } from "./store";

const emulator = useEmulator();
const project = new FaultProject(emulator);
const store = new Store(emulator);
const cannot = disksMissing();
const gate = new Gate();
let disk: Disk;

/** With the output and all temporary files on the small disk. */
const deploy = () => project.deploy("qa", [], { output: join(disk.root, "out"), env: { TMPDIR: join(disk.root, "tmp") } });
const files = () => readdirSync(join(disk.root, "out"), { recursive: true }).map(String).toSorted();

/** What Terraform itself says where it can write nothing, and what we make of it. */
async function rulesOfInit(dataDir: string): Promise<string[]> {
  const run = await (await project.terraform("qa", ["init", "-no-color"], { output: join(disk.root, "out"), env: { TF_DATA_DIR: join(disk.root, dataDir) } })).ended;
  return explanations(new TerraformFailed("terraform init", { exitCode: 1, stdout: "", stderr: "", output: run.output }, join(disk.root, "out/stacks/qa"))).map(({ rule }) => rule);
}

beforeAll(async () => {
  await store.make();
  if (cannot !== undefined) return;
  disk = new Disk();
  mkdirSync(join(disk.root, "tmp"));
  project.write("qa", { qa: stack("qa", withHeld(gate, "first")) });
});

fault("disk-full", "nothing is begun or half-written; an apply that was begun comes to its end, and its state is saved", async () => {
  const sentence = /expected room on the disk, got nothing; .*\[disk-full\]/;
  disk.fill();
  expect(await deploy().ended).toMatchObject({ exitCode: 1, output: expect.stringMatching(sentence) });
  expect([await store.resources("qa"), files().filter((name) => name.endsWith(".json"))]).toEqual([[], []]);
  disk.makeRoom();
  const running = deploy();
  await gate.reached(running);
  // Plans have gone from the disk when the outputs are written.
  disk.fill();
  gate.open();
  expect((await running.ended).exitCode).toBe(0);
  expect([await store.resources("qa"), await store.locks("qa")]).toEqual([addresses("first", "held"), []]);
  disk.makeRoom();
  disk.fill();
  expect(await rulesOfInit("full")).toEqual(["disk-full"]);
  const withoutTemporary = project.deploy("qa", [], { env: { TMPDIR: join(disk.root, "tmp") } });
  expect(await withoutTemporary.ended).toMatchObject({ exitCode: 1, output: expect.stringMatching(sentence) });
  disk.makeRoom();
  expect(await deploy().ended).toMatchObject({ exitCode: 0, output: expect.stringContaining("qa: no changes") });
}, cannot);

fault("folder-read-only", "nothing is begun and nothing changed; it works again when it can be written to", async () => {
  const before = files();
  disk.writable(false);
  expect(await deploy().ended).toMatchObject({ exitCode: 1, output: expect.stringMatching(/expected a folder that can be written to, got ".*: read-only file system" {3}\[folder-read-only\]/) });
  expect(await rulesOfInit("read-only")).toEqual(["folder-read-only"]);
  expect([files(), await store.locks("qa")]).toEqual([before, []]);
  disk.writable(true);
  expect(await deploy().ended).toMatchObject({ exitCode: 0, output: expect.stringContaining("qa: no changes") });
}, cannot);
