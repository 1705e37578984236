import { join } from "node:path";
import { execa } from "execa";
import { shellLine } from "../../cli/terraform/terraform-env";
import { checkout } from "./temporary";

function start(...args: string[]) {
  return execa(process.execPath, [join(checkout, "cli/start.mjs"), ...args], { cwd: checkout, reject: false, stdin: "ignore" });
}

it("terraform-env prints lines that a shell can take, and nothing else", async () => {
  const { exitCode, stdout } = await start("terraform-env");
  expect(exitCode).toBe(0);
  for (const line of stdout.split("\n")) expect(line).toMatch(/^(export|unset) [A-Z_]+(='.*')?$/);
  expect(stdout).toContain("export CHECKPOINT_DISABLE='1'");
});

it.each(["plain", "two words", `it's`, "${HOME} $(id) `id`", `back\\slash "quotes"`])("a shell reads back %j", async (value) => {
  const { stdout } = await execa("sh", ["-c", `${shellLine("VALUE", value)}; printf %s "$VALUE"`]);
  expect(stdout).toBe(value);
});

it("an unknown command ends with 1 and names those that exist", async () => {
  const { exitCode, stderr } = await start("depoly");
  expect(exitCode).toBe(1);
  for (const command of ["synth", "demo", "test", "emulator", "bench"]) expect(stderr).toContain(command);
});

it("a port that is none is refused", async () => {
  expect((await start("emulator", "--port", "70000")).stderr).toContain("expected a number from 1 to 65535");
});
