import { mockAttributes } from "../../aws/mock-attributes";
import { fromVariables, type ModuleDefinition } from "../../kernel";
import { stateBackendAbout } from "./about";
import { stateBackendInputs } from "./inputs";
import { StateBackend } from "./state-backend";
import { stateBackendTests } from "./tests";

export const stateBackendModule: ModuleDefinition = {
  name: "state-backend",
  doc: "Where Terraform states are kept: a bucket with versions that takes nothing without its key, a table for locks, and a policy for each of those who read and write.",
  about: stateBackendAbout,
  inputs: stateBackendInputs,
  build: (scope) => void new StateBackend(scope, "state_backend", fromVariables),
  example: `bucket  = "example-terraform-states"
region  = "us-east-1"
account = "111122223333"`,
  complete: `bucket  = "example-terraform-states"
region  = "us-east-1"
account = "111122223333"

key = {
  create = {
    rotation_days  = 180
    administrators = ["arn:aws:iam::111122223333:role/security"]
  }
}

old_versions = {
  days   = 730
  newest = 50
}

access_logs = {
  create = { retention_days = 90 }
}

# For stacks that lock with it, too.
table = {}

replication = {
  bucket_arn  = "arn:aws:s3:::example-terraform-states-copy"
  kms_key_arn = "arn:aws:kms:eu-west-1:111122223333:key/00000000-0000-4000-8000-000000000000"
}

# A layer writes its own state and reads those below it.
access = {
  dev-network  = { writes = ["app/dev/network/terraform.tfstate"] }
  dev-platform = { writes = ["app/dev/platform/terraform.tfstate"], reads = ["app/dev/network/terraform.tfstate"] }
  dashboards   = { reads = ["app/dev/network/terraform.tfstate", "app/dev/platform/terraform.tfstate"] }
}

managed_policies = {}
role_path        = "/terraform/"

tags = {
  Purpose = "terraform"
}`,
  notes: `## The first apply

The module cannot keep its own state in what it makes before it is made: apply it with a local state, write \`backend_lines\` into a \`backend "s3"\` block, and run \`terraform init -migrate-state\`. Then delete \`terraform.tfstate\` and its backup: they hold all that the state holds.`,
  tests: stateBackendTests(mockAttributes),
};
