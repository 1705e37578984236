import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { terraformEnvironment } from "../../cli/terraform/terraform";
import { temporaryFolder } from "../harness";
import { Registry } from "./registry";
import { TerraformCloudServer } from "./server";

/** Terraform Cloud on this machine, of this test file. One organization, `example`, and a token for it. */
export interface TerraformCloudStandIn {
  readonly server: TerraformCloudServer;
  registry: Registry;
  readonly token: string;
  /** What lets Terraform reach it as `tfc.example.com`, with the token. */
  environment(): Promise<Record<string, string>>;
}

export const standInHost = "tfc.example.com";

export function useTerraformCloud(): TerraformCloudStandIn {
  const server = new TerraformCloudServer();
  const token = "token-of-the-test-that-nobody-may-see";
  server.tokens.set(token, ["example"]);
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  return { server, registry: new Registry(server), token, environment: () => cliConfiguration(server.url, token) };
}

/** A `host` block says what discovery would, so that no certificate is needed. Providers come from where they did. */
async function cliConfiguration(url: string, token: string): Promise<Record<string, string>> {
  const { TF_CLI_CONFIG_FILE: own } = await terraformEnvironment(() => {});
  const services = { "modules.v1": `${url}/api/registry/v1/modules/`, "tfe.v2": `${url}/api/v2/` };
  const blocks = [`host "${standInHost}" {`, "  services = {", ...Object.entries(services).map(([name, address]) => `    "${name}" = "${address}"`), "  }", "}", `credentials "${standInHost}" {`, `  token = "${token}"`, "}", ""];
  const file = join(temporaryFolder(), "stand-in.tfrc");
  writeFileSync(file, `${own === undefined ? "" : readFileSync(own, "utf8")}\n${blocks.join("\n")}`);
  return { TF_CLI_CONFIG_FILE: file };
}
