import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { attachedAwsProvider } from "./aws-provider/attached";
import { isShared } from "./shared/question";
import { standIn } from "./stand-in";

/**
 * What Terraform needs in a folder, so that it asks this test file's providers instead of starting its own: the stand-ins,
 * and the AWS provider where `ATTACHED_AWS_PROVIDER` names its version and jest keeps one.
 */
export async function providersEnvironment(folder: string, env: NodeJS.ProcessEnv = {}): Promise<Readonly<Record<string, string>>> {
  const version = process.env.ATTACHED_AWS_PROVIDER;
  const attached = {
    ...(requires(folder, "helm|kubernetes") && (await standIn()).attachments),
    ...(version && isShared() && requires(folder, "aws") && { "registry.terraform.io/hashicorp/aws": await attachedAwsProvider(folder, version, env) }),
  };
  return Object.keys(attached).length === 0 ? {} : { TF_REATTACH_PROVIDERS: JSON.stringify(attached) };
}

function requires(folder: string, providers: string): boolean {
  const files = readdirSync(folder, { recursive: true }).map(String).filter((path) => /\.tf(\.json)?$/.test(path) && !path.startsWith(".terraform"));
  // A provider of HashiCorp's need not be required: to configure it is enough, in either syntax.
  const named = new RegExp(`"hashicorp/(${providers})"|\\bprovider"?\\s*:?\\s*\\{?\\s*"(${providers})"`);
  return files.some((path) => named.test(readFileSync(join(folder, path), "utf8")));
}
