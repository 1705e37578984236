import type { PlatformStack } from "../kernel";
import { CloudBackend, LocalBackend, NamedCloudWorkspace, S3Backend } from "../kernel/framework";
import type { CheckedEnvironment } from "./environment";
import { type Layer, stackName } from "./layers";
import type { ReadableEnvironment } from "./readable";

const APP = "eks-platform";
/** Stands in the key of a layered environment for the name of the layer. */
export const layerInKey = "<layer>";

type Stated = Pick<CheckedEnvironment, "name" | "layout" | "state" | "provider">;

/** The stack's backend, which is always written out. */
export function backend(stack: PlatformStack, environment: Stated, layer: Layer): void {
  const { state } = environment;
  if (state.s3 !== null) s3Backend(stack, { key: keyOf(environment, state.s3, layer), emulated: environment.provider.emulated }, state.s3);
  else if (state.cloud !== null) {
    new CloudBackend(stack, { ...state.cloud, workspaces: new NamedCloudWorkspace(workspace(environment, layer)) });
  } else new LocalBackend(stack, { path: localFile(environment, layer) });
}

/** Where another layer reads the state of `layer`, as Terraform's `terraform_remote_state` takes it. */
export function remoteBackend(environment: Stated, layer: Layer): { readonly backend: string; readonly config: object } {
  const { s3, cloud } = environment.state;
  if (s3 !== null) {
    const role = s3.roleArn === null ? {} : { assume_role: { role_arn: s3.roleArn } };
    return { backend: "s3", config: { bucket: s3.bucket, key: keyOf(environment, s3, layer), region: s3.region, ...role, ...reached(environment.provider.emulated) } };
  }
  if (cloud !== null) return { backend: "remote", config: { ...cloud, workspaces: { name: workspace(environment, layer) } } };
  return { backend: "local", config: { path: `../${stackName(environment, layer)}/${localFile(environment, layer)}` } };
}

/** The object of a layer's state, where it is kept in S3. */
export function stateKey(environment: Stated, layer: Layer): string | undefined {
  const { s3 } = environment.state;
  return s3 === null ? undefined : keyOf(environment, s3, layer);
}

/** Where the state is, if two environments could write it there. The other kinds are told apart by the environment's name. */
export function stateOf({ name, layout = "one", state }: ReadableEnvironment): string | undefined {
  if (name === undefined || !state?.s3) return undefined;
  const { bucket, key } = state.s3;
  return `s3://${bucket}/${key ?? defaultKey(name, layout)}`;
}

type S3State = NonNullable<CheckedEnvironment["state"]["s3"]>;

function keyOf({ name, layout }: Stated, { key }: S3State, layer: Layer): string {
  return (key ?? defaultKey(name, layout)).replace(layerInKey, layer);
}

function defaultKey(name: string, layout: CheckedEnvironment["layout"]): string {
  return `${APP}/${name}/${layout === "one" ? "" : `${layerInKey}/`}terraform.tfstate`;
}

function workspace(environment: Stated, layer: Layer): string {
  return `${APP}-${stackName(environment, layer)}`;
}

function localFile(environment: Stated, layer: Layer): string {
  return `terraform.${stackName(environment, layer)}.tfstate`;
}

interface Placed {
  readonly key: string;
  readonly emulated: boolean;
}

/** Without a key, whoever initializes the stack says it: the bucket takes nothing without. */
type Store = Pick<S3State, "bucket" | "region" | "table" | "lockFile" | "roleArn"> & { readonly kmsKeyArn: string | null };

export function s3Backend(stack: PlatformStack, { key, emulated }: Placed, { bucket, region, kmsKeyArn, table, lockFile, roleArn }: Store): void {
  const role = roleArn === null ? {} : { assumeRole: { roleArn } };
  const backend = new S3Backend(stack, { bucket, key, region, encrypt: true, ...(kmsKeyArn !== null && { kmsKeyId: kmsKeyArn }), ...role });
  // Not arguments of the framework's class: it knows no lock file, and would leak the table into remote-state reads.
  if (lockFile) backend.addOverride("use_lockfile", true);
  if (table !== null) backend.addOverride("dynamodb_table", table);
  for (const [argument, value] of Object.entries(reached(emulated))) backend.addOverride(argument, value);
}

/** The emulator takes credentials that no AWS account knows, and has no host of its own for each bucket. */
function reached(emulated: boolean): Readonly<Record<string, unknown>> {
  return emulated ? { access_key: "emulator", secret_key: "emulator", skip_metadata_api_check: true, use_path_style: true } : {};
}
