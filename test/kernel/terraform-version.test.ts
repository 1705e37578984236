import { SecretsmanagerSecretVersion } from "@cdktf/provider-aws/lib/secretsmanager-secret-version";
import { bind, Construct, fromVariables, type Inputs, resource, text } from "../../kernel";
import { hclFiles } from "../../kernel/hcl/files";
import { moduleStack } from "../../kernel/module";
import { floor } from "../synth";

/** versions.tf of a module with these inputs. `use` makes what stands in its body. */
function versionsOf(inputs: Inputs, use: (scope: Construct, given: Readonly<Record<string, unknown>>) => void): string {
  class Body extends Construct {
    constructor(scope: Construct) {
      super(scope, "body");
      use(this, bind(this, inputs, fromVariables));
    }
  }
  const definition = { name: "body", doc: "", inputs, example: "", build: (scope: Construct) => void new Body(scope) };
  return hclFiles(moduleStack(definition, floor))["versions.tf"]!;
}

const nothing = () => {};
const secret = (scope: Construct, { password }: Readonly<Record<string, unknown>>) =>
  void resource(SecretsmanagerSecretVersion, scope, "this", { secretId: "s", secretStringWo: password as never, secretStringWoVersion: 1 });

it.each<[string, Inputs, Parameters<typeof versionsOf>[1], string]>([
  ["plain inputs", { name: text() }, nothing, ">= 1.9"],
  ["an ephemeral input", { password: text({ ephemeral: true }) }, nothing, ">= 1.11"],
  ["a write-only argument", { password: text({ ephemeral: true }) }, secret, ">= 1.11"],
])("a module with %s runs on the oldest version from which Terraform and OpenTofu both know it", (_, inputs, use, expected) => {
  expect(versionsOf(inputs, use)).toContain(`required_version = "${expected}"`);
});
