import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../cli/root";
import { atEnd } from "../lifetime";
import { awsProviderProgram } from "./installed";
import { ServedProvider } from "./served-provider";

const served = new Map<string, Promise<ServedProvider>>();
atEnd(() => Promise.all([...served.values()].map(async (starting) => (await starting).stop())));

/**
 * What `TF_REATTACH_PROVIDERS` says of the AWS provider for Terraform in `folder`: one provider for a test file, and one
 * more for each AWS that it is sent to.
 */
export async function attachedAwsProvider(folder: string, version: string, env: NodeJS.ProcessEnv): Promise<object> {
  // Configured for a second time, the provider refuses a bundle of certificates, and no test needs one.
  const aws = Object.fromEntries(Object.entries({ ...process.env, ...env }).filter(([name]) => name.startsWith("AWS_") && name !== "AWS_CA_BUNDLE"));
  const key = JSON.stringify(aws);
  served.set(key, served.get(key) ?? start(version, aws));
  const provider = await served.get(key)!;
  provider.know(typesIn(folder));
  return provider.attachment;
}

async function start(version: string, aws: NodeJS.ProcessEnv): Promise<ServedProvider> {
  const others = Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_"));
  const provider = await ServedProvider.start(await awsProviderProgram(version), { ...Object.fromEntries(others), ...aws });
  // A state that is kept elsewhere may have what its folder no longer has.
  provider.know(typesIn(join(projectRoot, "generated")));
  return provider;
}

/** Whatever looks like a type in configurations and states below a folder. */
function typesIn(folder: string): Set<string> {
  const files = readdirSync(folder, { recursive: true }).map(String).filter((path) => /\.(tf|tf\.json|tfstate|hcl)$/.test(path) && !path.includes(".terraform/"));
  return new Set(files.flatMap((path) => readFileSync(join(folder, path), "utf8").match(/\baws_[a-z0-9_]+/g) ?? []));
}
