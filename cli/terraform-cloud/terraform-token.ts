import { domainToASCII } from "node:url";
import type { CliConfiguration } from "./cli-configuration";

/**
 * A token as Terraform finds it: `TF_TOKEN_<host>`, where `_` is a dot and `__` a hyphen, then its CLI configuration and
 * what `terraform login` wrote.
 * https://developer.hashicorp.com/terraform/cli/config/config-file#environment-variable-credentials (read 2026-11-22)
 */
export function terraformToken(host: string, { tokens }: CliConfiguration, env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = Object.entries(env).find(([name, value]) => value && name.startsWith("TF_TOKEN_") && hostIn(name.slice("TF_TOKEN_".length)) === host);
  return named?.[1] ?? tokens[host];
}

/** The variable that holds the token of a host. */
export function tokenVariable(host: string): string {
  return `TF_TOKEN_${host.replaceAll("-", "__").replaceAll(".", "_")}`;
}

function hostIn(name: string): string {
  return domainToASCII(name.replaceAll("__", "-").replaceAll("_", ".")) || name.replaceAll("__", "-").replaceAll("_", ".");
}
