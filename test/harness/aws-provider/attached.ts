import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../cli/root";
import { ask } from "../shared/question";

// A state that is kept elsewhere may have what its folder no longer has.
let generated: readonly string[] | undefined;

/**
 * What `TF_REATTACH_PROVIDERS` says of the AWS provider for Terraform in `folder`: one provider for each AWS that it is
 * sent to.
 */
export function attachedAwsProvider(folder: string, version: string, env: NodeJS.ProcessEnv): Promise<object> {
  // Configured for a second time, the provider refuses a bundle of certificates, and no test needs one.
  const aws = Object.entries({ ...process.env, ...env }).filter(([name]) => name.startsWith("AWS_") && name !== "AWS_CA_BUNDLE");
  generated ??= typesIn(join(projectRoot, "generated"));
  return ask({ about: "provider", version, aws: Object.fromEntries(aws) as Record<string, string>, types: [...generated, ...typesIn(folder)] });
}

/** Whatever looks like a type in configurations and states below a folder. */
function typesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true }).map(String).filter((path) => /\.(tf|tf\.json|tfstate|hcl)$/.test(path) && !path.includes(".terraform/"));
  return [...new Set(files.flatMap((path) => readFileSync(join(folder, path), "utf8").match(/\baws_[a-z0-9_]+/g) ?? []))];
}
