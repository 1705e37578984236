import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { providerEnvironment, thisMachine } from "../../cli/terraform/provider-environment";
import { temporaryFolder } from "../harness";
import { Configurations } from "./configurations";
import { Logs } from "./logs";
import { organizations } from "./organizations";
import { Phases } from "./phases";
import { Registry } from "./registry";
import { Runs } from "./runs";
import { TerraformCloudServer } from "./server";
import { States } from "./states";
import { TerraformWorker } from "./terraform-worker";
import { Workspaces } from "./workspaces";

/** Terraform Cloud on this machine. One organization, `example`, and a token for it. */
export interface TerraformCloudStandIn {
  readonly server: TerraformCloudServer;
  registry: Registry;
  readonly workspaces: Workspaces;
  readonly states: States;
  readonly configurations: Configurations;
  readonly runs: Runs;
  readonly worker: TerraformWorker;
  readonly token: string;
  /** What lets Terraform reach it as `tfc.example.com`, with the token. */
  environment(): Promise<Record<string, string>>;
}

export const standInHost = "tfc.example.com";

/** Of this test file. */
export function useTerraformCloud(): TerraformCloudStandIn {
  const cloud = terraformCloud();
  beforeAll(() => cloud.server.start());
  afterAll(async () => {
    await cloud.worker.end();
    await cloud.server.stop();
  });
  return cloud;
}

/** For what runs without a test runner, which starts the server itself. */
export function terraformCloud(): TerraformCloudStandIn {
  const server = new TerraformCloudServer();
  const token = "token-of-the-test-that-nobody-may-see";
  server.tokens.set(token, ["example"]);
  let written: Promise<Record<string, string>> | undefined;
  const environment = () => (written ??= cliConfiguration(server.url, token));
  organizations(server);
  const registry = new Registry(server);
  const workspaces = new Workspaces(server);
  const states = new States(server, workspaces);
  const configurations = new Configurations(server, workspaces);
  const logs = new Logs(server);
  // A hosted run reads the states of other workspaces with a token of its own.
  const worker = new TerraformWorker(environment);
  const runs = new Runs({ server, workspaces, states, configurations, logs, worker });
  new Phases(server, runs);
  return { server, registry, workspaces, states, configurations, runs, worker, token, environment };
}

/** A `host` block says what discovery would, so that no certificate is needed. Providers come from where they did. */
async function cliConfiguration(url: string, token: string): Promise<Record<string, string>> {
  // Not the one that a process keeps: a test may let its own commands reach the stand-in.
  const { TF_CLI_CONFIG_FILE: own } = await providerEnvironment(thisMachine(), () => {});
  const services = { "modules.v1": `${url}/api/registry/v1/modules/`, "tfe.v2": `${url}/api/v2/`, "tfe.v2.1": `${url}/api/v2/` };
  const blocks = [`host "${standInHost}" {`, "  services = {", ...Object.entries(services).map(([name, address]) => `    "${name}" = "${address}"`), "  }", "}", `credentials "${standInHost}" {`, `  token = "${token}"`, "}", ""];
  const file = join(temporaryFolder(), "stand-in.tfrc");
  writeFileSync(file, `${own === undefined ? "" : readFileSync(own, "utf8")}\n${blocks.join("\n")}`);
  return { TF_CLI_CONFIG_FILE: file };
}
