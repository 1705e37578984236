import { ProblemsError } from "../../kernel/problem";
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
  return asked(`${address.host} GET ${address.pathname}`, () => fetch(address).catch((error: unknown) => nameless(address, error)), patience, { read, ...(signal && { signal }) });
}

/** Nothing is gained by asking again for a name that nobody knows. */
function nameless({ host }: URL, error: unknown): never {
  if ((error as { readonly cause?: { readonly code?: string } }).cause?.code !== "ENOTFOUND") throw error;
  throw new ProblemsError([{ path: host, expected: "a host that is known by its name", got: "a name that nobody knows", why: "it is misspelt, or this machine has no way to the network where it is known", rule: "cloud-answer" }]);
}
