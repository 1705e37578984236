import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { synth } from "../../cli/synth/synth";
import { eks, query } from "../emulator/aws-call";
import { apply, init, output, planAndShowWithStruct, temporaryFolder, type TerraformOptions, useEmulator, writeFiles } from "../harness";
import { recordable } from "./recordable";

// Records the plans that reviews are tested on, from real Terraform, anew:
// node_modules/.bin/jest --testMatch '<rootDir>/test/review/record-plans.ts'
const emulator = useEmulator();

async function record(name: string, options: TerraformOptions): Promise<void> {
  const { json } = await planAndShowWithStruct(options);
  writeFileSync(join(__dirname, "plans", `${name}.json`), `${recordable(json)}\n`);
}

it("records the environment `local`", async () => {
  const folder = temporaryFolder();
  await synth({ root: process.cwd(), environment: "local", output: folder });
  const terraformDir = join(folder, "stacks", "local");
  const file = join(terraformDir, "cdk.tf.json");
  const program = readFileSync(file, "utf8");
  const options = { terraformDir, envVars: emulator.environment, parallelism: 30 };
  const changed = async (name: string, ...edits: readonly (readonly [from: string, to: string])[]) => {
    for (const [from] of edits) expect(program).toContain(from);
    writeFileSync(file, edits.reduce((text, [from, to]) => text.replaceAll(from, to), program));
    await record(name, options);
    writeFileSync(file, program);
  };

  await init(options);
  await record("first-create", options);
  await apply(options);
  // What the apply did to neighbours is drift to Terraform, once.
  await record("unchanged", options);
  await apply({ ...options, extraArgs: { apply: ["-refresh-only"] } });
  await changed("node-group-replaced", ["m6g.large", "m6g.xlarge"]);
  await changed("cluster-replaced", ['"name": "eks-local"', '"name": "eks-other"']);
  await changed("access-widened", ["secret:shop/orders-??????", "secret:*"], ["AmazonEKSViewPolicy", "AmazonEKSClusterAdminPolicy"]);

  await eks(emulator, "POST /tags/{arn:aws:eks:us-east-1:123456789012:cluster/eks-local}", { tags: { owner: "somebody" } });
  const group = (await output(options, "network_default_security_group_id")) as string;
  await query(emulator, "ec2", "AuthorizeSecurityGroupIngress", { Version: "2016-11-15", GroupId: group, IpProtocol: "tcp", FromPort: "22", ToPort: "22", CidrIp: "0.0.0.0/0" });
  await query(emulator, "iam", "DeleteRolePolicy", { Version: "2010-05-08", RoleName: "local-us-east-1-flow-logs", PolicyName: "write-flow-logs" });
  await record("drifted", options);
});

// Needs no provider: what Terraform itself does with addresses, secrets and texts of all kinds.
const inner = { variable: { of: { type: "string" } }, resource: { terraform_data: { this: { input: "${var.of}" } } }, output: { id: { value: "${terraform_data.this.id}" } } };
const secretVariable = { type: "string", sensitive: true };

it("records addresses that change, secrets and texts of all kinds", async () => {
  const terraformDir = temporaryFolder();
  const options = (password: string) => ({ terraformDir, vars: { password } });
  writeFiles(terraformDir, {
    "inner/main.tf.json": inner,
    "main.tf.json": {
      variable: { password: secretVariable },
      module: { network: { source: "./inner", of: "a", for_each: { a: 1, "b.c": 2 } }, cluster: { source: "./inner", of: '${module.network["a"].id}' } },
      resource: {
        terraform_data: {
          old: { input: "moves" },
          kept: { input: "is forgotten" },
          counted: { count: 2, input: "${count.index}" },
          keyed: { for_each: { "ключ": "é", "a\"b": "x" }, input: "${each.value}" },
          trigger: { input: 1, triggers_replace: "first" },
          secret: { input: { plain: "seen", nested: [{ deep: "${var.password}" }] } },
          named: { input: { db_password: "named-secret-one", user: "app", env: [{ name: "API_TOKEN", value: "named-secret-two" }] } },
          document: { input: '{"Statement":[{"Effect":"Allow","Action":"s3:GetObject"}],"dbPassword":"named-secret-three"}' },
          chart: { input: 'replicas: 2\nauth:\n  adminPassword: named-secret-four\n  url: "redis://app:named-secret-five@cache"\n' },
          script: { input: "${base64encode(\"#!/bin/sh\\necho one\\nexport DB_PASSWORD=named-secret-six\\necho ${nonsensitive(var.password)}\\n\")}" },
          words: { input: "Grüße, 世界 🙂 \u202e <b>&amp;</b> | `x`" },
        },
      },
      output: { password: { value: "${var.password}", sensitive: true }, id: { value: "${terraform_data.old.id}" } },
    },
  });
  await init(options("marked-secret-old"));
  await apply(options("marked-secret-old"));
  const program = readFileSync(join(terraformDir, "main.tf.json"), "utf8");
  const edits = [["named-secret", "other-secret"], ["echo one", "echo two"], ["s3:GetObject", "s3:*"], ["replicas: 2", "replicas: 3"], ["世界", "мир"], ['"count":2', '"count":1'], ['"a\\"b"', '"a b"'], ['"triggers_replace":"first"', '"triggers_replace":"second"']] as const;
  for (const [from] of edits) expect(program).toContain(from);
  const json = JSON.parse(edits.reduce((text, [from, to]) => text.replaceAll(from, to), program)) as { module: { network: { for_each: object } }; resource: { terraform_data: Record<string, object> } };
  const { old, kept: _, ...rest } = json.resource.terraform_data;
  writeFiles(terraformDir, {
    "main.tf.json": {
      ...json,
      module: { ...json.module, network: { ...json.module.network, for_each: { a: 1 } } },
      resource: { terraform_data: { ...rest, renamed: old, adopted: { input: "a" } } },
      moved: { from: "terraform_data.old", to: "terraform_data.renamed" },
      removed: { from: "terraform_data.kept", lifecycle: { destroy: false } },
      import: { to: "terraform_data.adopted", id: "made-elsewhere" },
      output: { password: { value: "${var.password}", sensitive: true }, id: { value: "${terraform_data.renamed.id}" } },
    },
  });
  await record("addresses-and-secrets", options("marked-secret-new"));
});
