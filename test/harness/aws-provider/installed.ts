import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder } from "../../../cli/root";
import { terraform } from "../../../cli/terraform/terraform";

/** The AWS provider's program, installed by Terraform from wherever this machine has it. */
export async function awsProviderProgram(version: string): Promise<string> {
  const home = join(cacheFolder, `aws-provider-${version}`);
  if (!existsSync(home)) await install(home, version);
  const installed = join(home, ".terraform", "providers", "registry.terraform.io", "hashicorp", "aws", version);
  const [platform] = readdirSync(installed);
  const program = readdirSync(join(installed, platform!)).find((name) => name.startsWith("terraform-provider-aws"));
  return join(installed, platform!, program!);
}

/** Several test files may begin at once: the first to end puts its folder in place. */
async function install(home: string, version: string): Promise<void> {
  const folder = `${home}-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ terraform: { required_providers: { aws: { source: "hashicorp/aws", version } } } }));
  await terraform(["init", "-no-color"], { cwd: folder });
  try {
    renameSync(folder, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
    rmSync(folder, { recursive: true, force: true });
  }
}
