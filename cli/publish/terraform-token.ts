import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { domainToASCII } from "node:url";

/**
 * A token as Terraform finds it: `TF_TOKEN_<host>`, where `_` is a dot and `__` a hyphen, then what `terraform login` wrote.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#environment-variable-credentials (read 2026-11-22)
 */
export function terraformToken(host: string, env: NodeJS.ProcessEnv = process.env, home: string = homedir()): string | undefined {
  const named = Object.entries(env).find(([name, value]) => value && name.startsWith("TF_TOKEN_") && hostIn(name.slice("TF_TOKEN_".length)) === host);
  return named?.[1] ?? written(host, env, home);
}

function hostIn(name: string): string {
  return domainToASCII(name.replaceAll("__", "-").replaceAll("_", ".")) || name.replaceAll("__", "-").replaceAll("_", ".");
}

function written(host: string, env: NodeJS.ProcessEnv, home: string): string | undefined {
  const folder = process.platform === "win32" ? join(env.APPDATA ?? home, "terraform.d") : join(home, ".terraform.d");
  const file = join(folder, "credentials.tfrc.json");
  if (!existsSync(file)) return undefined;
  const { credentials } = JSON.parse(readFileSync(file, "utf8")) as { credentials?: Record<string, { token?: string }> };
  return credentials?.[host]?.token;
}
