import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { synth } from "../../cli/synth/synth";
import { temporaryProject, write } from "./temporary";

// Stands for the framework: writes what it would write, where it is told to.
const app = (stacks: string) => `
import { mkdirSync, writeFileSync } from "node:fs";
const out: string = process.env.CDKTF_OUTDIR ?? "";
const stacks: Record<string, string> = ${stacks};
for (const [name, text] of Object.entries(stacks)) {
  mkdirSync(out + "/stacks/" + name, { recursive: true });
  writeFileSync(out + "/stacks/" + name + "/cdk.tf.json", text);
}
writeFileSync(out + "/manifest.json", JSON.stringify(Object.keys(stacks)));
`;

const root = temporaryProject({ "envs/dev/main.ts": app(`{ dev: "alone" }`), "envs/prod/main.ts": app(`{ prod: "alone" }`) });
const json = (stack: string) => join(root, "cdktf.out/stacks", stack, "cdk.tf.json");
const read = (path: string) => readFileSync(path, "utf8");

function run(main: string, environment?: string) {
  write(root, { "main.ts": main });
  return synth({ root, output: "cdktf.out", ...(environment === undefined ? {} : { environment }) });
}

async function refused(main: string): Promise<string> {
  const before = read(json("dev"));
  const error = await run(main).then(() => undefined, (reason: unknown) => reason);
  expect(read(json("dev"))).toBe(before);
  expect(readdirSync(join(root, "cdktf.out")).toSorted()).toEqual(["manifest.json", "stacks"]);
  return (error as Error).message;
}

beforeEach(async () => {
  await run(app(`{ dev: "good", prod: "good" }`));
});

it("every stack is put in place", async () => {
  expect(await run(app(`{ dev: "1", prod: "2" }`))).toEqual({ output: "cdktf.out", stacks: ["dev", "prod"], messages: "" });
  expect([read(json("dev")), read(json("prod")), read(join(root, "cdktf.out/manifest.json"))]).toEqual(["1", "2", `["dev","prod"]`]);
});

it("a file that is no longer beside a stack goes, and what Terraform keeps there stays", async () => {
  const beside = (files: string) => `${app(`{ dev: "1" }`)}\nmkdirSync(out + "/stacks/dev/charts/shop", { recursive: true });\nfor (const name of ${files}) writeFileSync(out + "/stacks/dev/charts/shop/" + name, "text");`;
  await run(beside(`["Chart.yaml", "old.yaml"]`));
  write(root, { "cdktf.out/stacks/dev/terraform.tfstate.d/other/terraform.tfstate": "{}", "cdktf.out/stacks/dev/.terraform/plugin": "" });
  await run(beside(`["Chart.yaml"]`));
  const kept = readdirSync(join(root, "cdktf.out/stacks/dev"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(kept.map(({ name }) => name).toSorted()).toEqual(["Chart.yaml", "cdk.tf.json", "plugin", "terraform.tfstate"]);
});

it("one environment is synthesized by its own entry point", async () => {
  expect((await run("throw new Error('not run');", "dev")).stacks).toEqual(["dev"]);
  expect([read(json("dev")), read(json("prod"))]).toEqual(["alone", "good"]);
});

it("an unknown environment is refused with the nearest name", async () => {
  await expect(run("", "prdo")).rejects.toThrow(`synth: expected one of the environments dev, prod, got "prdo"; try "prod"   [unknown-environment]`);
});

describe("the last good output stays after", () => {
  it("a type error", async () => {
    expect(await refused(`${app(`{ dev: "bad" }`)}\nconst wrong: number = "text"; console.log(wrong);`)).toContain("Type 'string' is not assignable to type 'number'");
  });

  it("a syntax error", async () => {
    expect(await refused("const = ;")).toContain("main.ts");
  });

  it("a program that writes and then fails, in its own words", async () => {
    expect(await refused(`${app(`{ dev: "bad" }`)}\nprocess.stderr.write("envs/dev: expected this, got that\\n"); process.exit(1);`)).toBe("envs/dev: expected this, got that");
  });

  it("both a type error and a failing program, which are both told", async () => {
    const message = await refused(`const wrong: number = "text"; process.stderr.write("refused" + wrong); process.exit(1);`);
    expect(message).toMatch(/not assignable[^]*refusedtext/);
  });
});

it("a type error is found again after it was found", async () => {
  const wrong = `${app(`{ dev: "bad" }`)}\nconst wrong: number = "text"; console.log(wrong);`;
  await refused(wrong);
  expect(await refused(wrong)).toContain("not assignable");
});

it("what Terraform keeps in a stack's folder survives", async () => {
  const kept = { ".terraform/providers/x": "p", ".terraform.lock.hcl": "lock", "terraform.dev.tfstate": "{}" };
  write(join(root, "cdktf.out/stacks/dev"), kept);
  await run(app(`{ dev: "next" }`));
  for (const [path, content] of Object.entries(kept)) expect(read(join(root, "cdktf.out/stacks/dev", path))).toBe(content);
});

it("a stack that is no longer written loses its JSON and keeps its state", async () => {
  write(root, { "cdktf.out/stacks/prod/terraform.prod.tfstate": "{}" });
  await run(app(`{ dev: "good" }`));
  expect(readdirSync(join(root, "cdktf.out/stacks/prod"))).toEqual(["terraform.prod.tfstate"]);
});

it("an equal file keeps its time", async () => {
  const { mtimeMs } = statSync(json("dev"));
  await run(app(`{ dev: "good", prod: "other" }`));
  expect(statSync(json("dev")).mtimeMs).toBe(mtimeMs);
});

describe("the lock file that Terraform finds", () => {
  const block = (name: string, version: string) => `provider "registry.terraform.io/hashicorp/${name}" {\n  version = "${version}"\n  hashes = [\n    "zh:${name}",\n  ]\n}\n`;
  const requires = (versions: Readonly<Record<string, string>>) => {
    const required = Object.entries(versions).map(([name, version]) => [name, { source: `hashicorp/${name}`, version }]);
    return JSON.stringify(JSON.stringify({ terraform: { required_providers: Object.fromEntries(required) } }));
  };
  const lock = (stack: string) => join(root, "cdktf.out/stacks", stack, ".terraform.lock.hcl");

  // Other programs here write no JSON.
  afterEach(() => rmSync(join(root, "locks"), { recursive: true }));

  it("has what the repository's lock files say of the providers that the stack requires", async () => {
    write(root, { "locks/aws.hcl": `# by hand\n\n${block("aws", "1.0.0")}\n${block("aws", "2.0.0")}`, "locks/helm.hcl": block("helm", "3.0.0"), "cdktf.out/stacks/dev/.terraform.lock.hcl": "other" });
    await run(app(`{ dev: ${requires({ aws: "2.0.0" })}, prod: ${requires({ helm: "3.0.0", aws: "1.0.0" })} }`));
    expect(read(lock("dev"))).toMatch(/^# This file is maintained automatically/);
    expect(read(lock("dev")).split("\n\n").slice(1).join("\n\n")).toBe(block("aws", "2.0.0"));
    expect(read(lock("prod")).split("\n\n").slice(1).join("\n\n")).toBe(`${block("aws", "1.0.0")}\n${block("helm", "3.0.0")}`);
  });

  it("is Terraform's own where they say nothing of a provider", async () => {
    const before = read(lock("dev"));
    write(root, { "locks/aws.hcl": block("aws", "2.0.0") });
    await run(app(`{ dev: ${requires({ aws: "2.0.0", other: "1.0.0" })} }`));
    expect(read(lock("dev"))).toBe(before);
  });
});

it("the output goes where the cdktf command asks for it", async () => {
  process.env.CDKTF_OUTDIR = join(root, "elsewhere");
  try {
    await synth({ root });
  } finally {
    delete process.env.CDKTF_OUTDIR;
  }
  expect(existsSync(join(root, "elsewhere/stacks/dev/cdk.tf.json"))).toBe(true);
});
