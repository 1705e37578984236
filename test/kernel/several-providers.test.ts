import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Release } from "@cdktf/provider-helm/lib/release";
import { NamespaceV1 } from "@cdktf/provider-kubernetes/lib/namespace-v1";
import { type Construct, ephemeral, type ModuleDefinition, moduleFiles, remoteState, resource, tf } from "../../kernel";
import { problemsOf, floor, synthStack } from "../synth";
import { Probe } from "./probe";

const filesOf = (build: (scope: Construct) => void): Record<string, string> =>
  moduleFiles({ name: "it", doc: "It.", inputs: {}, example: "", build, tests: { mocks: { helm_release: { id: "made" } }, complete: {}, plans: {} } } satisfies ModuleDefinition, floor);
const release = (scope: Construct) => void resource(Release, scope, "this", { name: "a", chart: "a" });
const namespace = (scope: Construct) => void resource(NamespaceV1, scope, "this", { metadata: { name: "a" } });
const group = (scope: Construct) => void resource(CloudwatchLogGroup, scope, "this", { name: "a" });

describe("a build requires the providers whose resources it holds, and no other", () => {
  const required = (build: (scope: Construct) => void) => [...filesOf(build)["versions.tf"]!.matchAll(/^ {4}(\w+) +=/gm)].map((match) => match[1]);

  it.each<[string, (scope: Construct) => void, string[]]>([
    ["one of AWS", group, ["aws"]],
    ["one of Helm", release, ["helm"]],
    ["all three", (scope) => [group, release, namespace].forEach((make) => make(scope)), ["aws", "helm", "kubernetes"]],
    ["what is read while Terraform runs", (scope) => void ephemeral(scope, "aws_eks_cluster_auth", "this", { name: "a" }), ["aws"]],
    ["nothing but Terraform's own", (scope) => void resource(Probe, scope, "this", {}), []],
  ])("%s", (_, build, names) => {
    expect(required(build)).toEqual(names);
  });

  it("each by its source and the range that its users may run", () => {
    expect(filesOf(release)["versions.tf"]).toBe(`terraform {
  required_version = ">= 1.9"

  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = ">= 3.1, < 4.0"
    }
  }
}
`);
  });

  it("one that the target does not know is refused", () => {
    const stranger = () => synthStack((stack) => void ephemeral(stack, "vault_kv", "this", {}));
    expect(problemsOf(stranger)).toEqual(["bug: the target knows no provider vault"]);
  });
});

it("tests of a module mock each of its providers, and the complete example is given all", () => {
  const test = filesOf((scope) => [release, namespace].forEach((make) => make(scope)))["tests/it.tftest.hcl"]!;
  expect(test).toContain('mock_provider "helm" {\n  mock_resource "helm_release" {');
  expect(test).toContain('mock_provider "kubernetes" {}');
  expect(test).toContain("  providers = {\n    helm       = helm\n    kubernetes = kubernetes\n  }\n");
  expect(test).not.toContain('"aws"');
});

it("a provider whose ephemeral resources Terraform cannot mock stands in tests for itself", () => {
  const definition = { name: "it", doc: "It.", inputs: {}, example: "", build: group, tests: { mocks: {}, unmocked: { aws: 'region = "us-east-1"' }, complete: {}, plans: {} } };
  const test = moduleFiles(definition, floor)["tests/it.tftest.hcl"]!;
  expect(test).toContain('provider "aws" {\n  region = "us-east-1"\n}\n');
  expect(test).not.toContain("mock_provider");
});

it("the outputs of another stack are read from its state by name", () => {
  const json = synthStack((stack) => {
    const output = remoteState(stack, "network", { backend: "s3", config: { bucket: "b", key: "a/${b}" } });
    resource(Probe, stack, "it", { input: tf`${{ vpc: output<string>("vpc_id") }}` });
  });
  expect(json["data"]).toEqual({ terraform_remote_state: { network: { backend: "s3", config: { bucket: "b", key: "a/$${b}" } } } });
  expect(json["resource"].terraform_data.it.input).toBe("${{ vpc = data.terraform_remote_state.network.outputs.vpc_id }}");
  // It is Terraform's own, of no provider.
  expect(json["terraform"].required_providers).toEqual({});
});

it("a provisioner of a resource stands last, with bare words where HCL wants them", () => {
  const main = filesOf((scope) => {
    resource(Probe, scope, "this", {});
    const made = scope.node.children.find((child) => child.node.id.includes("terraform_data")) as unknown as { addOverride(path: string, value: unknown): void };
    made.addOverride("provisioner", [{ "local-exec": { when: "destroy", on_failure: "continue", command: "sleep 5", environment: { ID: "${self.id}" } } }]);
  })["main.tf"];
  expect(main).toBe(`resource "terraform_data" "this" {
  provisioner "local-exec" {
    when        = destroy
    on_failure  = continue
    command     = "sleep 5"
    environment = { ID = self.id }
  }
}
`);
});
