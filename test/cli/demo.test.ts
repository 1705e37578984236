import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { execa } from "execa";

const checkout = resolve(__dirname, "..", "..");

it("npm run demo makes the local environment, finds nothing to change, shows it and leaves nothing behind", async () => {
  const { exitCode, all } = await execa(process.execPath, ["cli/start.mjs", "demo"], { cwd: checkout, all: true, reject: false, stdin: "ignore" });
  expect({ exitCode, all }).toEqual({ exitCode: 0, all: expect.stringMatching(/^done in \d+ s$/m) });
  for (const step of [/ok +synth: stack local /, / ok +apply: Apply complete! Resources: \d+ added/, /ok +second plan: no changes/, /ok +destroy: Destroy complete!/, /ok +state is empty/]) {
    expect(all).toMatch(step);
  }
  // The picture: the VPC, a subnet with its block, the cluster, a group.
  for (const part of ["10.40.0.0/16", "10.40.0.0/19", "eks-local", "spot"]) expect(all).toContain(part);
  const cache = join(checkout, ".cache");
  expect(existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith("demo-")) : []).toEqual([]);
}, 420_000);
