import { fromNodeProviderChain, fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import type { Stack } from "./synth/stacks";

// The SDK is pinned: what its later versions need of Node is not a user's news.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

/** Where a stack is in AWS and as whom, as a client of the AWS SDK takes it. */
export interface AwsAccess {
  readonly region: string;
  readonly credentials: ReturnType<typeof fromNodeProviderChain> | { readonly accessKeyId: string; readonly secretAccessKey: string };
}

/** The same as the stack's AWS provider. */
export function providerAccess({ json }: Stack): AwsAccess {
  return access(json.provider!["aws"]![0] as unknown as Said);
}

/** The same as the stack's S3 backend; nothing where its state is kept elsewhere. */
export function backendAccess({ json }: Stack): AwsAccess | undefined {
  const backend = json.terraform.backend?.["s3"];
  if (backend === undefined) return undefined;
  const { assume_role: role, ...said } = backend as unknown as Omit<Said, "assume_role"> & { readonly assume_role?: Role };
  return access({ ...said, ...(role && { assume_role: [role] }) });
}

interface Role {
  readonly role_arn: string;
  readonly session_name?: string;
}

interface Said {
  readonly region: string;
  readonly access_key?: string;
  readonly secret_key?: string;
  readonly assume_role?: readonly Role[];
}

function access({ region, access_key: accessKeyId, secret_key: secretAccessKey, assume_role: [role] = [] }: Said): AwsAccess {
  if (accessKeyId !== undefined && secretAccessKey !== undefined) return { region, credentials: { accessKeyId, secretAccessKey } };
  if (role === undefined) return { region, credentials: fromNodeProviderChain() };
  return { region, credentials: fromTemporaryCredentials({ params: { RoleArn: role.role_arn, RoleSessionName: role.session_name ?? "eks-platform" }, clientConfig: { region } }) };
}
