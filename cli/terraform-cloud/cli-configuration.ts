import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { userConfiguration } from "../terraform/cli-configuration";

/**
 * What Terraform's CLI configuration says of hosts, as far as it is asked here.
 * https://developer.hashicorp.com/terraform/cli/config/config-file (read 2026-11-22)
 */
export interface CliConfiguration {
  readonly tokens: Readonly<Record<string, string>>;
  /** Services by name, in place of discovery. */
  readonly hosts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The user's file comes before the one that `terraform login` writes. */
export function cliConfiguration(env: NodeJS.ProcessEnv = process.env, home: string = homedir()): CliConfiguration {
  const own = userConfiguration(env, home);
  const folder = process.platform === "win32" ? join(env.APPDATA ?? home, "terraform.d") : join(home, ".terraform.d");
  const login = join(folder, "credentials.tfrc.json");
  const files = [...(existsSync(login) ? [login] : []), ...(own === undefined ? [] : [own])].map(read);
  return { tokens: Object.assign({}, ...files.map(({ tokens }) => tokens)), hosts: Object.assign({}, ...files.map(({ hosts }) => hosts)) };
}

function read(path: string): CliConfiguration {
  const text = readFileSync(path, "utf8");
  if (!path.endsWith(".json")) return { tokens: tokensIn(text), hosts: hostsIn(text) };
  const { credentials = {}, host = {} } = JSON.parse(text) as { credentials?: Record<string, { token?: string }>; host?: Record<string, { services?: Record<string, unknown> }> };
  const tokens = Object.entries(credentials).flatMap(([name, { token }]) => (token === undefined ? [] : [[name, token] as const]));
  return { tokens: Object.fromEntries(tokens), hosts: Object.fromEntries(Object.entries(host).map(([name, { services = {} }]) => [name, services])) };
}

// The two blocks hold an attribute or a map of texts, and nothing else that is read here: this is no parser of HCL.
function tokensIn(text: string): CliConfiguration["tokens"] {
  return Object.fromEntries([...text.matchAll(/^\s*credentials\s+"([^"]+)"\s*\{\s*token\s*=\s*"([^"]*)"/gm)].map(([, host, token]) => [host!, token!]));
}

function hostsIn(text: string): CliConfiguration["hosts"] {
  const blocks = [...text.matchAll(/^\s*host\s+"([^"]+)"\s*\{\s*services\s*=\s*\{([^}]*)\}/gm)];
  return Object.fromEntries(blocks.map(([, host, services]) => [host!, Object.fromEntries([...services!.matchAll(/"?([\w.]+)"?\s*[=:]\s*"([^"]*)"/g)].map(([, name, address]) => [name!, address!]))]));
}
