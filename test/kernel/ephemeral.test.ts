import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { bind, type Construct, ephemeral, fromVariables, map, type ModuleDefinition, moduleFiles, object, resource, template, text } from "../../kernel";
import { inFolder, init, validate } from "../harness";
import { floor, problemsOf, synthModule, synthStack } from "../synth";

type Version = { readonly secretString: string };

const inputs = { secrets: map(object({ arn: text() })) };

/** One secret is read by itself and others by key; the values go into write-only arguments. */
function body(scope: Construct, given: never): void {
  const { secrets } = bind(scope, inputs, given);
  const one = ephemeral<Version>(scope, "aws_secretsmanager_secret_version", "one", { secret_id: template`a-${"${text}"}` });
  const each = ephemeral<Version>(scope, "aws_secretsmanager_secret_version", "each", { for_each: secrets, secret_id: secrets.each.value.arn });
  const copy = { secretId: "copy", secretStringWoVersion: 1 };
  resource(SecretsmanagerSecretVersion, scope, "one", { ...copy, secretStringWo: one.secretString });
  resource(SecretsmanagerSecretVersion, scope, "each", { ...copy, forEach: secrets, secretStringWo: each.each.secretString, dependsOn: [each] });
  resource(SecretsmanagerSecretVersion, scope, "of_key", { ...copy, secretStringWo: each.at("b").secretString });
}

const definition: ModuleDefinition = { name: "copies", doc: "Copies.", inputs, example: "secrets = {}", build: (scope) => body(scope, fromVariables) };
const files = moduleFiles(definition, floor);

it("in a module they read as resources do", () => {
  expect(files["main.tf"]).toBe(`ephemeral "aws_secretsmanager_secret_version" "one" {
  secret_id = "a-$\${text}"
}

ephemeral "aws_secretsmanager_secret_version" "each" {
  for_each = var.secrets

  secret_id = each.value.arn
}

resource "aws_secretsmanager_secret_version" "one" {
  secret_id                = "copy"
  secret_string_wo_version = 1
  secret_string_wo         = ephemeral.aws_secretsmanager_secret_version.one.secret_string
}

resource "aws_secretsmanager_secret_version" "each" {
  for_each = var.secrets

  secret_id                = "copy"
  secret_string_wo_version = 1
  secret_string_wo         = ephemeral.aws_secretsmanager_secret_version.each[each.key].secret_string

  depends_on = [ephemeral.aws_secretsmanager_secret_version.each]
}

resource "aws_secretsmanager_secret_version" "of_key" {
  secret_id                = "copy"
  secret_string_wo_version = 1
  secret_string_wo         = ephemeral.aws_secretsmanager_secret_version.each["b"].secret_string
}
`);
});

it("Terraform takes both syntaxes", async () => {
  const { "//": _, ...json } = synthModule(definition);
  await inFolder({ "json/main.tf.json": json, ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`hcl/${path}`, text])), "main.tf": 'module "json" {\n  source = "./json"\n  secrets = {}\n}\n\nmodule "hcl" {\n  source = "./hcl"\n  secrets = {}\n}\n' }, async (folder) => {
    await init({ terraformDir: folder });
    expect(await validate({ terraformDir: folder })).toContain("The configuration is valid");
  });
});

it("below a construct they go through its provider, and they require theirs", () => {
  const json = synthStack((stack) => {
    stack.useProvider(stack, "aws.other");
    ephemeral(stack, "aws_secretsmanager_secret_version", "one", { secret_id: "a" });
  });
  expect(json["ephemeral"]).toEqual({ aws_secretsmanager_secret_version: { one: { secret_id: "a", provider: "aws.other" } } });
  expect(Object.keys(json["terraform"].required_providers)).toEqual(["aws"]);
  expect(json["terraform"].required_version).toBe(">= 1.10");
});

it("two of one address are refused", () => {
  const twice = () =>
    synthStack((stack) => {
      ephemeral(stack, "aws_secretsmanager_secret_version", "one", { secret_id: "a" });
      ephemeral(stack, "aws_secretsmanager_secret_version", "one", { secret_id: "b" });
    });
  expect(problemsOf(twice)).toEqual(["There is already a Construct with name 'ephemeral.aws_secretsmanager_secret_version.one' in PlatformStack [test]"]);
});
