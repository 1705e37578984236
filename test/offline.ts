import type { Json } from "./synth";

/** A provider that plans new resources without any call. */
export const offlineProvider = {
  region: "us-east-1",
  access_key: "offline",
  secret_key: "offline",
  skip_credentials_validation: true,
  skip_requesting_account_id: true,
  skip_metadata_api_check: true,
  skip_region_validation: true,
};

/** A cluster that is nowhere. */
const api = { host: "https://cluster.example.com", cluster_ca_certificate: "none", token: "offline" };
const offline: Json = { aws: offlineProvider, helm: { kubernetes: api }, kubernetes: api };

/** Provider blocks for what a configuration requires. */
export function offlineProviders(required: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(Object.keys(required).map((name) => [name, offline[name]]));
}

/** The JSON of a stack, or of calls of modules of AWS, with offline providers, ready to be planned. */
export function planned(stack: Json): Json {
  const { "//": _, ...json } = stack;
  const provider = offlineProviders(json["terraform"]?.required_providers ?? { aws: {} });
  // Terraform takes no empty object here.
  return Object.keys(provider).length === 0 ? json : { ...json, provider };
}

/** Of the files of a module or stack those that a plan reads, HCL and templates, in `folder`. */
export function readInPlan(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Record<string, string> {
  const read = Object.entries(files).filter(([path]) => /^(modules\/[\w-]+\/)?[^/]+\.tf$|\.tftpl$/.test(path));
  return Object.fromEntries(read.map(([path, content]) => [`${folder}/${path}`, String(content)]));
}
