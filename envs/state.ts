import type { PlatformStack } from "../kernel";
import { CloudBackend, LocalBackend, NamedCloudWorkspace, S3Backend } from "../kernel/framework";
import type { CheckedEnvironment } from "./environment";
import type { ReadableEnvironment } from "./readable";

const APP = "eks-platform";

/** The stack's backend, which is always written out. */
export function backend(stack: PlatformStack, { name, state }: CheckedEnvironment): void {
  if (state.s3 !== null) s3Backend(stack, name, state.s3);
  else if (state.cloud !== null) {
    new CloudBackend(stack, { ...state.cloud, workspaces: new NamedCloudWorkspace(`${APP}-${name}`) });
  } else new LocalBackend(stack, { path: `terraform.${name}.tfstate` });
}

/** Where the state is, if two environments could write it there. The other kinds are told apart by the environment's name. */
export function stateOf({ name, state }: ReadableEnvironment): string | undefined {
  return name === undefined || !state?.s3 ? undefined : `s3://${state.s3.bucket}/${keyOf(name, state.s3)}`;
}

type S3State = NonNullable<CheckedEnvironment["state"]["s3"]>;

function keyOf(name: string, { key }: S3State): string {
  return key ?? `${APP}/${name}/terraform.tfstate`;
}

function s3Backend(stack: PlatformStack, name: string, s3: S3State): void {
  const { bucket, region, kmsKeyArn, table, roleArn } = s3;
  const role = roleArn === null ? {} : { assumeRole: { roleArn } };
  const backend = new S3Backend(stack, { bucket, key: keyOf(name, s3), region, encrypt: true, kmsKeyId: kmsKeyArn, ...role });
  // Not arguments of the framework's class: it knows no lock file, and would leak the table into remote-state reads.
  backend.addOverride("use_lockfile", true);
  if (table !== null) backend.addOverride("dynamodb_table", table);
}
