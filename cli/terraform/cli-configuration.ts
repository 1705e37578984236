import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { writeFileAtomic } from "../atomic-file";
import type { ProviderMirror } from "./provider-mirror";

/**
 * The user's own Terraform CLI configuration file, where one exists.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#locations (read 2026-11-21)
 */
export function userConfiguration(env: NodeJS.ProcessEnv = process.env, home: string = homedir()): string | undefined {
  const named = env.TF_CLI_CONFIG_FILE || env.TERRAFORM_CONFIG;
  if (named && existsSync(named)) return named;
  const [file, folder] =
    process.platform === "win32"
      ? [join(env.APPDATA ?? home, "terraform.rc"), join(env.APPDATA ?? home, "terraform.d")]
      : [join(home, ".terraformrc"), join(home, ".terraform.d")];
  return existsSync(file) ? file : fragment(folder);
}

/** A CLI configuration that installs what the mirrors hold from them and everything else as usual. */
export function mirrorConfiguration(mirrors: readonly ProviderMirror[]): string {
  const blocks = mirrors.map(({ path, holds }) => `  filesystem_mirror {\n    path    = ${text(path)}\n    include = [${holds.map(text).join(", ")}]\n  }\n`);
  const held = [...new Set(mirrors.flatMap(({ holds }) => holds))];
  return `provider_installation {\n${blocks.join("")}  direct {\n    exclude = [${held.map(text).join(", ")}]\n  }\n}\n`;
}

/** Named by its content: two commands at once cannot pull the file from under each other. */
export function writeConfiguration(folder: string, content: string): string {
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const path = join(folder, `${digest}.tfrc`);
  writeFileAtomic(path, content);
  return path;
}

// `terraform login` writes credentials.tfrc.json, which Terraform reads beside any other configuration.
function fragment(folder: string): string | undefined {
  if (!existsSync(folder)) return undefined;
  const name = readdirSync(folder).find((entry) => /\.tfrc(\.json)?$/.test(entry) && entry !== "credentials.tfrc.json");
  return name === undefined ? undefined : join(folder, name);
}

function text(value: string): string {
  return JSON.stringify(value).replaceAll("${", "$${");
}
