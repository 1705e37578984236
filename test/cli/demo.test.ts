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
  // The picture: the network, the cluster, who is let in, what nodes there are, which service account has which role.
  for (const part of [
    /^VPC 10\.40\.0\.0\/16 /m,
    /─ 10\.40\.0\.0\/19 +private /,
    /^cluster eks-local  Kubernetes 1\.35  ACTIVE$/m,
    /─ role\/admin  AmazonEKSClusterAdminPolicy in the whole cluster$/m,
    /─ role\/viewer  AmazonEKSViewPolicy in shop$/m,
    /─ spot  SPOT m5\.large, .*  min\/desired\/max 1\/2\/5$/m,
    /─ system  ON_DEMAND m6g\.large  min\/desired\/max 1\/1\/2$/m,
    /─ shop\/orders  has role\/\S+, by Pod Identity$/m,
    /─ vpc-cni \S+  has role\/\S+, by Pod Identity$/m,
  ]) expect(all).toMatch(part);
  const cache = join(checkout, ".cache");
  expect(existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith("demo-")) : []).toEqual([]);
}, 420_000);
