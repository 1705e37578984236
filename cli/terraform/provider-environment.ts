import { homedir } from "node:os";
import { join } from "node:path";
import { cacheFolder } from "../root";
import { mirrorConfiguration, userConfiguration, writeConfiguration } from "./cli-configuration";
import { findMirrors, type MirrorPlaces, mirrorPlaces } from "./provider-mirror";
import { registryReachable } from "./registry";

/** What the environment of a Terraform run depends on. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
  readonly places: MirrorPlaces;
  readonly registryReachable: () => Promise<boolean>;
  /** Where a generated CLI configuration is written. */
  readonly cache: string;
}

export function thisMachine(): Machine {
  return { env: process.env, home: homedir(), places: mirrorPlaces(), registryReachable, cache: join(cacheFolder, "terraform") };
}

/** The variables of a Terraform run. `onNotice` gets one line when providers come from a mirror that was found. */
export async function providerEnvironment(machine: Machine, onNotice: (line: string) => void): Promise<Record<string, string>> {
  const { TF_CLI_CONFIG_FILE, TERRAFORM_CONFIG, ...rest } = machine.env as Record<string, string>;
  const base = { ...rest, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0" };
  const own = userConfiguration(machine.env, machine.home);
  // A variable that names no file is left out: Terraform would warn about it in every run.
  if (own !== undefined) return own === TF_CLI_CONFIG_FILE || own === TERRAFORM_CONFIG ? { ...base, TF_CLI_CONFIG_FILE: own } : base;
  // First the question, then the search: a machine that reaches the registry, as most do, never searches its disk.
  const { chosen } = machine.places;
  if (chosen === undefined && (await machine.registryReachable())) return base;
  const mirrors = findMirrors(machine.places);
  if (mirrors.length === 0) return base;
  const why = chosen === undefined ? "Terraform's registry does not answer" : "TF_PROVIDER_MIRROR is set";
  onNotice(`providers come from ${mirrors.map(({ path }) => path).join(", ")}: ${why}`);
  return { ...base, TF_CLI_CONFIG_FILE: writeConfiguration(machine.cache, mirrorConfiguration(mirrors)) };
}
