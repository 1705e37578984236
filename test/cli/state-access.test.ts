import { readFileSync } from "node:fs";
import { join } from "node:path";
import { StateAccess } from "../../cli/state/state-access";
import type { StackJson } from "../../cli/synth/stacks";
import { temporaryFolder } from "./temporary";

// Terraform Cloud is no backend to Terraform: its block stands beside them, and a configuration without it has a local state.
test.each<[string, StackJson["terraform"], object]>([
  ["Terraform Cloud", { cloud: { organization: "acme", workspaces: { name: "eks-platform-qa" } } }, { cloud: { organization: "acme", workspaces: { name: "eks-platform-qa" } } }],
  ["S3", { backend: { s3: { bucket: "states" } } }, { backend: { s3: { bucket: "states" } } }],
  ["a file beside the stack", { backend: { local: { path: "qa.tfstate" } } }, { backend: { local: { path: "/home/qa/qa.tfstate" } } }],
])("the state in %s is read where it is kept", (_, said, expected) => {
  const folder = temporaryFolder();
  const stack = { name: "qa", folder, reads: [], json: { terraform: said } };
  expect(new StateAccess(stack, "/home/qa", folder, {}).stack).toBe(stack);
  expect(JSON.parse(readFileSync(join(folder, "backend.tf.json"), "utf8"))).toEqual({ terraform: expected });
});
