import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { terraform } from "../../cli/terraform";
import { type Emulator, startEmulator } from "../../emulator/emulator";
import type { Environment } from "../../envs/environment";
import { qaWith } from "../envs/example";
import { ProjectCopy } from "../envs/project-copy";

const project = new ProjectCopy();
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});
afterAll(() => emulator.stop());

const command = (...args: readonly string[]) => project.run(["cli/start.mjs", ...args], emulator.environment);

function write(layout: Environment["layout"]): void {
  const environment = qaWith({ name: "local", account: "123456789012", provider: { emulated: true }, layout });
  writeFileSync(join(project.root, "envs/local/environment.ts"), `import type { Environment } from "../environment";\n\nexport const local: Environment = ${JSON.stringify(environment)};\n`);
}

it("an environment with a cluster goes from one stack into layers: the plans of all layers have no changes", async () => {
  write("one");
  await project.synth("local");
  const run = { cwd: join(project.root, "cdktf.out/stacks/local"), env: emulator.environment };
  await terraform(["init", "-no-color"], run);
  await terraform(["apply", "-no-color", "-auto-approve"], run);
  write("layered");
  expect(await command("change-layout", "local")).toMatchObject({ exitCode: 0 });
  const { exitCode, stdout } = await command("plan", "local", "--json");
  expect(exitCode).toBe(0);
  const { layers } = JSON.parse(stdout) as { layers: unknown[] };
  expect(layers).toEqual(["local-network", "local-cluster"].map((layer) => expect.objectContaining({ layer, outcome: "planned", changed: false, problems: [] })));
});
