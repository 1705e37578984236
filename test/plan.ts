import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { terraform, type TerraformOptions, type TerraformRun } from "../cli/terraform";
import { standInEnvironment } from "./harness/stand-in";
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

export interface Plan {
  /** Values of every planned resource by address. */
  readonly resources: Readonly<Record<string, Json>>;
  /** What is known only after apply, by address. */
  readonly unknown: Readonly<Record<string, Json>>;
  readonly actions: Readonly<Record<string, readonly string[]>>;
  readonly outputs: Readonly<Record<string, Json>>;
  readonly json: Json;
}

/** Plans a configuration given as files (JSON values or HCL text) with the real AWS provider, against nothing. */
export async function plan(files: Readonly<Record<string, Json | string>>, variables: Json = {}): Promise<Plan> {
  return inFolder(files, async (folder) => {
    await terraformIn(folder, "init");
    const vars = Object.keys(variables).length === 0 ? [] : [`-var-file=${varFile(folder, variables)}`];
    await terraformIn(folder, "plan", "-out=plan", "-input=false", "-lock=false", ...vars);
    return readPlan(JSON.parse(await terraformIn(folder, "show", "-json", "plan")) as Json);
  });
}

/** Runs `use` in a temporary folder that holds the files. */
export async function inFolder<T>(files: Readonly<Record<string, Json | string>>, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "plan-"));
  try {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), typeof content === "string" ? content : JSON.stringify(content));
    }
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs terraform and returns what it printed. Throws with its output when it fails. */
export async function terraformIn(folder: string, ...args: readonly string[]): Promise<string> {
  return (await terraformRun(folder, args)).stdout;
}

/** Runs terraform with the providers that the folder's configuration requires. */
export async function terraformRun(folder: string, args: readonly string[], options: Omit<TerraformOptions, "cwd"> = {}): Promise<TerraformRun> {
  const env = { ...(await standInEnvironment(folder)), ...options.env };
  return terraform([...args, ...(args[0] === "show" ? [] : ["-no-color"])], { ...options, cwd: folder, env });
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
  const read = Object.entries(files).filter(([path]) => /^[^/]+\.tf$|\.tftpl$/.test(path));
  return Object.fromEntries(read.map(([path, content]) => [`${folder}/${path}`, String(content)]));
}

export function readPlan(json: Json): Plan {
  const changes = (json["resource_changes"] ?? []) as Json[];
  const by = (pick: (change: Json) => unknown) => Object.fromEntries(changes.map((change) => [change["address"], pick(change["change"])]));
  return {
    resources: by((change) => change["after"]) as Plan["resources"],
    unknown: by((change) => change["after_unknown"]) as Plan["unknown"],
    actions: by((change) => change["actions"]) as Plan["actions"],
    outputs: (json["planned_values"]?.outputs ?? {}) as Plan["outputs"],
    json,
  };
}

function varFile(folder: string, variables: Json): string {
  writeFileSync(join(folder, "test.tfvars.json"), JSON.stringify(variables));
  return "test.tfvars.json";
}
