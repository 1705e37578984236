import { findTerraform, terraformEnvironment } from "./terraform";

/** For `eval "$(npm run -s terraform-env)"`: the cdktf command starts Terraform itself, with the shell's environment. */
export async function terraformEnv(): Promise<void> {
  await findTerraform();
  const environment = await terraformEnvironment();
  const lines = ["CHECKPOINT_DISABLE", "TF_CLI_CONFIG_FILE"].map((name) => shellLine(name, environment[name]));
  process.stdout.write(`${lines.join("\n")}\n`);
}

/** A line for a POSIX shell. */
export function shellLine(name: string, value: string | undefined): string {
  return value === undefined ? `unset ${name}` : `export ${name}='${value.replaceAll("'", `'\\''`)}'`;
}
