import { cpSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { checkout, temporaryFolder, write } from "./temporary";

// Each file breaks one rule; the rule that must find it stands beside it.
const planted: Record<string, readonly [rule: string, source: string]> = {
  "kernel/upwards.ts": ["house(import-directions)", `import { network } from "../modules/network/network";\nconsole.log(network);`],
  "kernel/facts.ts": ["house(import-directions)", `export { fact } from "../aws/fact";`],
  "aws/kernel.ts": ["house(import-directions)", `import type { tool } from "../kernel/tool";\nexport type Tool = typeof tool;`],
  "modules/network/environment.ts": ["house(import-directions)", `import { dev } from "../../envs/dev/environment";\nconsole.log(dev);`],
  "modules/network/command.ts": ["house(import-directions)", `void import("../../cli/command");`],
  "modules/network/internals.ts": ["house(import-directions)", `import { cluster } from "../cluster/cluster";\nconsole.log(cluster);`],
  "modules/eks-platform/internals.ts": ["house(import-directions)", `import { cluster } from "../cluster/cluster";\nconsole.log(cluster);`],
  "emulator/kernel.ts": ["house(import-directions)", `import { tool } from "../kernel/tool";\nconsole.log(tool);`],
  "review/environment.ts": ["house(import-directions)", `import { network } from "../modules/network/network";\nconsole.log(network);`],
  "cli/test.ts": ["house(import-directions)", `import { claim } from "../test/claim";\nconsole.log(claim);`],
  "envs/prod/environment.ts": ["house(import-directions)", `import { tool } from "../../kernel/tool";\nexport const prod = tool;`],
  "modules/network/framework.ts": ["house(import-directions)", `import { TerraformStack } from "cdktf";\nconsole.log(TerraformStack);`],
  "kernel/bindings.ts": ["house(import-directions)", `import { Vpc } from "@cdktf/provider-aws/lib/vpc";\nconsole.log(Vpc);`],
  "kernel/constructs.ts": ["house(import-directions)", `import type { Construct } from "constructs";\nexport type C = Construct;`],
  "modules/network/index-import.ts": ["house(import-directions)", `import { vpc } from "@cdktf/provider-aws";\nconsole.log(vpc);`],
  "kernel/everything.ts": ["house(explicit-exports)", `export * from "./tool";`],
  "kernel/utils.ts": ["house(file-name)", `export const one = 1;`],
  "kernel/default.ts": ["import(no-default-export)", `export default 1;`],
  "kernel/unused.ts": ["eslint(no-unused-vars)", `import { tool } from "./tool";\nexport const two = 2;`],
  "kernel/floating.ts": ["typescript(no-floating-promises)", `async function work(): Promise<void> {}\nwork();`],
  "modules/network/truthy-handle.ts": ["typescript(strict-boolean-expressions)", `import { handle } from "../../kernel/tool";\nexport const n = handle ? 1 : 0;`],
  "modules/network/truthy-and.ts": ["typescript(strict-boolean-expressions)", `import { maybe } from "../../kernel/tool";\nexport const n = maybe && 1;`],
  "modules/network/cycle-a.ts": ["import(no-cycle)", `import { b } from "./cycle-b";\nexport const a = (): number => b();`],
};

const allowed: Record<string, string> = {
  "kernel/tool.ts": `export const tool = 1;\nexport const handle: { readonly text: string } = { text: "" };\nexport const maybe: { readonly text: string } | undefined = handle;`,
  "kernel/framework.ts": `export { Construct } from "constructs";`,
  "aws/fact.ts": `export const fact = 1;`,
  "modules/cluster/refs.ts": `export interface ClusterRef { readonly name: string }`,
  "modules/cluster/cluster.ts": `export const cluster = 1;`,
  "modules/cluster/module.ts": `export const clusterModule = 1;`,
  "modules/eks-platform/eks-platform.ts": `export { clusterModule } from "../cluster/module";`,
  "modules/network/network.ts": [
    `import { Vpc } from "@cdktf/provider-aws/lib/vpc";`,
    `import { fact } from "../../aws/fact";`,
    `import { handle, maybe } from "../../kernel/tool";`,
    `import type { ClusterRef } from "../cluster/refs";`,
    `export const network = (ref: ClusterRef): number => (maybe !== undefined && ref.name === handle.text ? fact : Vpc.name.length);`,
  ].join("\n"),
  "modules/network/cycle-b.ts": `import { a } from "./cycle-a";\nexport const b = (): number => a();`,
  "envs/dev/environment.ts": `import type { ClusterRef } from "../../modules/cluster/refs";\nexport const dev: ClusterRef = { name: "dev" };`,
  "envs/dev/main.ts": `import { network } from "../../modules/network/network";\nimport { dev } from "./environment";\nconsole.log(network(dev));`,
  "cli/command.ts": `export const command = 1;`,
  "test/claim.ts": `export const claim = 1;`,
  "test/computed.ts": `export const load = (path: string): Promise<unknown> => import(path);`,
};

const found = new Map<string, string[]>();

beforeAll(async () => {
  const root = temporaryFolder();
  symlinkSync(join(checkout, "node_modules"), join(root, "node_modules"));
  for (const path of [".oxlintrc.json", "cli/lint-rules", "tsconfig.json"]) cpSync(join(checkout, path), join(root, path), { recursive: true });
  write(root, { ...allowed, ...Object.fromEntries(Object.entries(planted).map(([path, [, source]]) => [path, source])) });
  writeFileSync(join(root, "package.json"), "{}");
  const { stdout } = await execa(process.execPath, [join(checkout, "node_modules/oxlint/bin/oxlint"), "--type-aware", "--deny-warnings", "-f", "json"], { cwd: root, reject: false });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { filename: string; code: string }[] };
  for (const { filename, code } of diagnostics) found.set(filename, [...(found.get(filename) ?? []), code]);
});

it.each(Object.entries(planted))("%s is refused by %j", (path, [rule]) => {
  expect(found.get(path) ?? []).toContain(rule);
});

it("files that keep the rules are not refused", () => {
  const refused = Object.keys(allowed).filter((path) => found.has(path) && path !== "modules/network/cycle-b.ts");
  expect(refused.map((path) => [path, found.get(path)])).toEqual([]);
});
