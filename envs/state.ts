import type { PlatformStack } from "../kernel";
import { CloudBackend, LocalBackend, NamedCloudWorkspace, S3Backend } from "../kernel/framework";
import type { CheckedEnvironment } from "./environment";

const APP = "eks-platform";

/** The stack's backend, which is always written out. */
export function backend(stack: PlatformStack, { name, state }: CheckedEnvironment): void {
  if (state.s3 !== null) s3Backend(stack, name, state.s3);
  else if (state.cloud !== null) {
    new CloudBackend(stack, { ...state.cloud, workspaces: new NamedCloudWorkspace(`${APP}-${name}`) });
  } else new LocalBackend(stack, { path: `terraform.${name}.tfstate` });
}

function s3Backend(stack: PlatformStack, name: string, s3: NonNullable<CheckedEnvironment["state"]["s3"]>): void {
  const { bucket, region, kmsKeyArn, table, roleArn } = s3;
  const key = s3.key ?? `${APP}/${name}/terraform.tfstate`;
  const role = roleArn === null ? {} : { assumeRole: { roleArn } };
  const backend = new S3Backend(stack, { bucket, key, region, encrypt: true, kmsKeyId: kmsKeyArn, ...role });
  // Not arguments of the framework's class: it knows no lock file, and would leak the table into remote-state reads.
  backend.addOverride("use_lockfile", true);
  if (table !== null) backend.addOverride("dynamodb_table", table);
}
