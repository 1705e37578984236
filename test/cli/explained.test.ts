import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { explanations } from "../../cli/terraform/explained";
import { TerraformFailed } from "../../cli/terraform/terraform";
import { describe as sentence } from "../../kernel/problem";
import { temporaryFolder } from "./temporary";

const folder = join(temporaryFolder(), "prod-cluster");
mkdirSync(folder);

function told(output: string, at = folder): string[] {
  return explanations(new TerraformFailed("terraform apply", { exitCode: 1, stdout: "", stderr: output, output }, at)).map(sentence);
}

/** As Terraform frames it without colours. */
const framed = (...lines: readonly string[]) => ["╷", ...lines.map((line) => `│ ${line}`), "╵"].join("\n");

it.each([
  [
    "a lock",
    framed("Error: Error acquiring the state lock", "", "Error message: operation error S3: PutObject, https response error StatusCode: 412, RequestID: KvPWBMfZ96, HostID: 9Gjjt1m, api error", "PreconditionFailed: At least one of the pre-conditions you specified did not hold", "Lock Info:", "  ID:        5b0fd1c4-d9b4-6b64-0d5c-33a0e8b5a1d5", "  Path:      states/prod/cluster/terraform.tfstate", "  Operation: OperationTypeApply", "  Who:       ann@build-7", "  Version:   1.11.4", "  Created:   2026-11-21 20:01:02.345678901 +0000 UTC", "  Info:      "),
    `prod-cluster: expected a state that nobody else works on, got "a lock of ann@build-7 since 2026-11-21 20:01:02 UTC, for apply"; wait for them, or longer with --lock-timeout; if nothing of theirs runs any more, free it; try "npx platform unlock prod cluster 5b0fd1c4-d9b4-6b64-0d5c-33a0e8b5a1d5"   [state-locked]`,
  ],
  [
    "a stale plan",
    framed("Error: Saved plan is stale", "", "The given plan file can no longer be applied because the state was changed by", "another operation after the plan was created."),
    `prod-cluster: expected the state for which the plan was made, got "a newer one"; somebody deployed between plan and apply; of this plan nothing was applied; try "npx platform deploy prod"   [plan-stale]`,
  ],
  [
    "another digest",
    framed("Error: Error refreshing state: state data in S3 does not have the expected content.", "", "The checksum calculated for the state stored in S3 does not match the checksum", "stored in DynamoDB.", "", "Bucket: states", "Key:    prod/terraform.tfstate", "Calculated checksum: 1111", "Stored checksum:     2222"),
    `prod-cluster: expected a state with the digest 2222, got "1111"; a write of a moment ago is not seen yet, or the object is not what Terraform wrote last; wait a minute, then let the doctor look; try "npx platform doctor prod"   [state-digest]`,
  ],
  [
    "a backend out of reach",
    framed("Error: Error acquiring the state lock", "", "Error message: operation error S3: PutObject, exceeded maximum number of", 'attempts, 5, https response error StatusCode: 0, request send failed, Put "https://x": dial tcp', "127.0.0.1:9: connect: connection refused"),
    `prod-cluster: expected a backend that answers, got "connection refused"; the state could not be read or written; try "npx platform doctor prod"   [state-unreachable]`,
  ],
  [
    "a state that may not be read",
    framed('Error: Error refreshing state: Unable to access object "qa/terraform.tfstate" in S3 bucket "states": operation error S3: HeadObject, https response error StatusCode: 403, RequestID: , HostID: , api error Forbidden: Forbidden'),
    `prod-cluster: expected a backend that answers, got "Forbidden"; the state could not be read or written; try "npx platform doctor prod"   [state-unreachable]`,
  ],
  [
    "AWS out of reach",
    framed('Error: validating provider credentials: retrieving caller identity from STS: operation error STS: GetCallerIdentity, exceeded maximum number of attempts, 5, https response error StatusCode: 0, RequestID: , request send failed, Post "http://127.0.0.1:9/": dial tcp 127.0.0.1:9: connect: connection refused'),
    'prod-cluster: expected an answer of AWS (STS), got "connection refused"; nothing was changed; start again when AWS can be reached   [aws-unreachable]',
  ],
  ["a plan that a full disk cut off", framed("Error: Failed to read the given file as a state or plan file", "", "State read error: Error reading /tmp/x.tfplan as a statefile: no state", "", "Plan read error: couldn't load the provided path as either a local plan", "file (zip: not a valid zip file) or a saved cloud plan (unexpected end of", "JSON input)"), `prod-cluster: expected room on the disk, got nothing; make room and start again; should a state have been written beside the stack or printed below, it is the only one; try "npx platform doctor prod"   [disk-full]`],
  ["another account", framed("Error: AWS account ID not allowed: 999999999999", "", "  with provider[\"registry.terraform.io/hashicorp/aws\"],"), `prod-cluster: expected credentials of the environment's account, got "999999999999"; nothing was changed   [other-account]`],
  ["credentials that have run out", framed("Error: Retrieving AWS account details: validating provider credentials: retrieving", "caller identity from STS: api error ExpiredToken: The security token included in", "the request is expired"), `prod-cluster: expected credentials that AWS knows, got "ExpiredToken"; log in again, and go on with the same command   [aws-credentials]`],
  [
    "a cluster that is still being made",
    framed("Error: waiting for EKS Cluster (eks-prod) create: timeout while waiting for state to become 'ACTIVE' (last state: 'CREATING', timeout: 30m0s)", "", "  with aws_eks_cluster.cluster_this,", '  on cdk.tf.json line 812, in resource.aws_eks_cluster.cluster_this:'),
    `prod-cluster: expected Cluster eks-prod to become ACTIVE in its time-out, got "CREATING"; AWS goes on with it, and Terraform marks aws_eks_cluster.cluster_this as tainted: the next deploy would replace it. Look with \`npx platform doctor prod\`, and when it has become ACTIVE keep it; try "terraform -chdir=${folderShown()} untaint 'aws_eks_cluster.cluster_this'"   [eks-still-creating]`,
  ],
  [
    "a registry out of reach",
    framed("Error: Failed to query available provider packages", "", "Could not retrieve the list of available versions for provider hashicorp/aws:", "could not connect to registry.terraform.io: failed to request discovery document"),
    `prod-cluster: expected an answer of registry.terraform.io, got nothing; providers come from there, or from a folder that TF_PROVIDER_MIRROR names; nothing was changed   [registry-unreachable]`,
  ],
  ["a full disk", "Error: Failed to write plan file: write /tmp/x.tfplan: no space left on device", `prod-cluster: expected room on the disk, got nothing; make room and start again; should a state have been written beside the stack or printed below, it is the only one; try "npx platform doctor prod"   [disk-full]`],
  ["a folder that cannot be written", "Error: open .terraform/terraform.tfstate: read-only file system", `prod-cluster: expected a folder that Terraform can write to, got ".terraform/terraform.tfstate: read-only file system"   [folder-read-only]`],
])("%s is explained", (_, output, expected) => {
  expect(told(output)).toEqual([expected]);
});

it("what is not known is left to Terraform's own words", () => {
  expect(told(framed("Error: Unsupported attribute"))).toEqual([]);
});

it("a state that could not be saved comes first, with the way back, and is its owner's alone", () => {
  const stack = join(temporaryFolder(), "dev");
  mkdirSync(stack);
  writeFileSync(join(stack, "errored.tfstate"), "{}", { mode: 0o644 });
  const [first] = told(framed("Error: Failed to persist state to backend", "", "connection refused"), stack);
  expect(first).toMatch(/^dev: expected no state that waits to be saved, got ".*dev\/errored\.tfstate"; the backend did not take the state, and this file alone knows what was made: .* \(npx platform unlock dev all <id>\) and push it; try "terraform -chdir=.*dev state push errored\.tfstate && rm .*errored\.tfstate" {3}\[state-errored\]$/);
  expect(statSync(join(stack, "errored.tfstate")).mode & 0o777).toBe(0o600);
});

function folderShown(): string {
  return relative(process.cwd(), folder);
}
