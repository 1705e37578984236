import { existsSync } from "node:fs";
import { join } from "node:path";
import { terraform } from "../../../cli/terraform/terraform";
import { runTerraform, temporaryFolder, useEmulator, writeFiles } from "..";
import { configurationIn, schemaPart } from "./schema-part";

const emulator = useEmulator();
const attached = process.env.ATTACHED_AWS_PROVIDER;
const required = { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } };
const tagged = (tag: string) => ({ default_tags: { tags: { Of: tag } }, region: "us-east-1" });

function configuration(text: string) {
  const terraformDir = temporaryFolder();
  writeFiles(terraformDir, {
    "main.tf.json": {
      terraform: required,
      provider: { aws: [tagged("first"), { alias: "second", ...tagged("second") }] },
      resource: { aws_vpc: { a: { cidr_block: "10.0.0.0/16" }, b: { provider: "aws.second", cidr_block: "10.1.0.0/16", tags: { Name: text } } } },
      output: { tags: { value: "${[aws_vpc.a.tags_all, aws_vpc.b.tags_all]}" } },
    },
  });
  return { terraformDir, envVars: emulator.environment };
}

test("each configuration of the provider has a process of its own, which serves every run with it", async () => {
  for (const text of ["one", "two"]) {
    const options = configuration(text);
    await runTerraform(options, ["init"]);
    await runTerraform(options, ["apply", "-auto-approve"]);
    const { stdout } = await runTerraform(options, ["output", "-json", "tags"]);
    expect(JSON.parse(stdout)).toEqual([{ Of: "first" }, { Of: "second", Name: text }]);
    // It was attached, and not installed.
    expect(existsSync(join(options.terraformDir, ".terraform", "providers"))).toBe(!attached);
  }
});

test("a plan is what Terraform makes with a provider of its own", async () => {
  const options = configuration("same");
  const planned = async (run: (args: readonly string[]) => Promise<{ stdout: string }>) => {
    await run(["init"]);
    await run(["plan", "-out=plan", "-lock=false"]);
    const { timestamp: _, ...json } = JSON.parse((await run(["show", "-json", "plan"])).stdout) as Record<string, unknown>;
    return json;
  };
  const own = await planned((args) => terraform(args, { cwd: options.terraformDir, env: { ...emulator.environment } }));
  expect(await planned((args) => runTerraform(options, args))).toEqual(own);
});

test("of a schema the maps by type keep what is wanted, and everything else stays", () => {
  const entry = (field: number, key: string) => {
    const inside = Buffer.concat([Buffer.from([0x0a, key.length]), Buffer.from(key), Buffer.from([0x12, 0])]);
    return Buffer.concat([Buffer.from([(field << 3) | 2, inside.length]), inside]);
  };
  const provider = entry(1, "aws_a");
  const all = Buffer.concat([provider, entry(2, "aws_a"), entry(2, "aws_b"), entry(3, "aws_b"), entry(7, "arn_parse"), entry(8, "aws_c")]);
  expect(schemaPart(all, new Set(["aws_a"]))).toEqual(Buffer.concat([provider, entry(2, "aws_a"), entry(7, "arn_parse")]));
});

test("a configuration is the same whatever its client is able to, and whichever version that is", () => {
  const [version, config, capabilities] = [Buffer.from([0x0a, 1, 0x31]), Buffer.from([0x12, 2, 0x0a, 0]), Buffer.from([0x1a, 2, 0x10, 1])];
  const own = Buffer.from([0x0a, 0]).toString("base64");
  expect([Buffer.concat([version, config]), Buffer.concat([version, config, capabilities]), config].map(configurationIn)).toEqual([own, own, own]);
  expect(() => configurationIn(version)).toThrow("bug: a request to configure without a configuration");
});
