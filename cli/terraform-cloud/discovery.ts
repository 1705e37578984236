import type { CliConfiguration } from "./cli-configuration";
import { asked, type Patience } from "./patience";
import { refusal } from "./refusal";

/** Addresses of a host's services by name. https://developer.hashicorp.com/terraform/internals/remote-service-discovery (read 2026-11-22) */
export type Services = Readonly<Record<string, URL>>;

/** What the CLI configuration says of a host takes the place of what the host says. */
export async function servicesOf(origin: URL, { hosts }: CliConfiguration, patience: Patience, signal?: AbortSignal): Promise<Services> {
  const address = new URL("/.well-known/terraform.json", origin);
  const said = hosts[origin.host] ?? (await told(address, patience, signal));
  const services = Object.entries(said).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  if (said["tfe.v2"] === undefined) throw refusal(origin.host, "a host of Terraform Cloud or Enterprise, which has the service tfe.v2", Object.keys(said).join(", ") || "no services");
  return Object.fromEntries(services.map(([name, path]) => [name, new URL(path, address)]));
}

async function told(address: URL, patience: Patience, signal?: AbortSignal): Promise<Readonly<Record<string, unknown>>> {
  const read = async (response: Response) => (response.ok ? ((await response.json().catch(() => ({}))) as Record<string, unknown>) : {});
  return asked(`${address.host} GET ${address.pathname}`, () => fetch(address), patience, { read, ...(signal && { signal }) });
}
