import type { StackJson } from "../../cli/synth/stacks";
import type { Gate } from "./gate";

export type LockMode = "lockFile" | "table" | "both" | "none";

export const bucket = "states";
export const table = "locks";
export const account = "123456789012";

/** Small stacks for one fault each: what an environment writes, without an environment's size. */
export type Parts = Pick<StackJson, "resource" | "data" | "output">;

export const keyOf = (stack: string) => `${stack}/terraform.tfstate`;

const emulated = { access_key: "emulator", secret_key: "emulator", skip_metadata_api_check: true };

/** The backend and the provider as an emulated environment has them. */
export function stack(name: string, { lock = "both", environment = name, layer = "all", ...parts }: Parts & { readonly lock?: LockMode; readonly environment?: string; readonly layer?: string }): StackJson {
  const usesAws = Object.keys({ ...parts.resource, ...parts.data }).some((type) => type.startsWith("aws_"));
  const aws = { ...emulated, region: "us-east-1", allowed_account_ids: [account], s3_use_path_style: true, default_tags: [{ tags: { Environment: environment, ManagedBy: "terraform" } }] };
  return {
    terraform: { backend: backend(name, lock), ...(usesAws && { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } }) },
    ...(usesAws && { provider: { aws: [aws] } }),
    ...(parts.data && { data: parts.data }),
    ...(parts.resource && { resource: parts.resource }),
    output: { environment: { value: environment }, layer: { value: layer }, ...parts.output },
  };
}

function backend(name: string, lock: LockMode): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const locks = { ...(lock !== "table" && lock !== "none" && { use_lockfile: true }), ...((lock === "table" || lock === "both") && { dynamodb_table: table }) };
  return { s3: { bucket, key: keyOf(name), region: "us-east-1", encrypt: true, use_path_style: true, ...emulated, ...locks } };
}

/** What the stack reads of another one's state. */
export function remoteState(name: string): object {
  return { backend: "s3", config: { bucket, key: keyOf(name), region: "us-east-1", use_path_style: true, ...emulated } };
}

/** Resources of Terraform's own, which need no provider and are made at once. */
export const data = (...names: readonly string[]): StackJson["resource"] => ({ terraform_data: Object.fromEntries(names.map((name) => [name, { input: name }])) });

/** And one that is made when the gate is opened. */
export const withHeld = (gate: Gate, ...names: readonly string[]): Parts => ({ resource: { terraform_data: { ...data(...names)!["terraform_data"], held: { provisioner: [gate.provisioner] } } } });

export const addresses = (...names: readonly string[]): string[] => names.map((name) => `terraform_data.${name}`).sort();
