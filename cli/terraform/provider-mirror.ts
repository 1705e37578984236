import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { ProblemsError } from "../../kernel/problem";

const registry = "registry.terraform.io";

/** A folder that Terraform can install providers from. `holds` are those with a package for this platform. */
export interface ProviderMirror {
  readonly path: string;
  readonly holds: readonly string[];
}

export interface MirrorPlaces {
  /** What TF_PROVIDER_MIRROR names. */
  readonly chosen?: string;
  /** Folders that are mirrors themselves, when they exist. */
  readonly implied: readonly string[];
  /** Folders that are searched, three levels deep. */
  readonly searched: readonly string[];
}

export function mirrorPlaces(env: NodeJS.ProcessEnv = process.env, home: string = homedir()): MirrorPlaces {
  return {
    ...(env.TF_PROVIDER_MIRROR ? { chosen: env.TF_PROVIDER_MIRROR } : {}),
    implied: impliedPlaces(env, home),
    searched: ["/opt", "/usr/share", "/usr/local/share", home],
  };
}

/** Every mirror found, the chosen one alone when there is one: Terraform then takes the newest version that fits. */
export function findMirrors({ chosen, implied, searched }: MirrorPlaces, platform = terraformPlatform()): ProviderMirror[] {
  if (chosen !== undefined) return [chosenMirror(chosen, platform)];
  const folders = [...implied, ...searched.flatMap((root) => foldersWithRegistry(root, 3))];
  return [...new Set(folders)].flatMap((path) => mirrorAt(path, platform) ?? []);
}

/** Terraform's name of this machine. */
export function terraformPlatform(): string {
  const os = { win32: "windows", sunos: "solaris" }[process.platform as string] ?? process.platform;
  const architecture = { x64: "amd64", ia32: "386" }[process.arch as string] ?? process.arch;
  return `${os}_${architecture}`;
}

function chosenMirror(path: string, platform: string): ProviderMirror {
  const mirror = mirrorAt(path, platform);
  if (mirror !== undefined) return mirror;
  throw new ProblemsError([{
    path: "TF_PROVIDER_MIRROR",
    expected: `a folder that holds ${registry}/<namespace>/<provider> for ${platform}`,
    got: path,
    rule: "provider-mirror",
  }]);
}

// https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories (read 2026-11-21)
function impliedPlaces(env: NodeJS.ProcessEnv, home: string): string[] {
  if (process.platform === "win32") return [join(env.APPDATA ?? home, "terraform.d", "plugins")];
  const places = [join(home, ".terraform.d", "plugins")];
  if (process.platform === "darwin") {
    return [...places, join(home, "Library/Application Support/io.terraform/plugins"), "/Library/Application Support/io.terraform/plugins"];
  }
  const dataFolders = [env.XDG_DATA_HOME || join(home, ".local/share"), ...(env.XDG_DATA_DIRS || "/usr/local/share:/usr/share").split(":")];
  return [...places, ...dataFolders.map((folder) => join(folder, "terraform", "plugins"))];
}

// Hidden folders hold caches and working folders (`.terraform/providers` looks like a mirror and vanishes).
function foldersWithRegistry(folder: string, depth: number): string[] {
  const names = subfolders(folder);
  if (names.includes(registry)) return [folder];
  if (depth === 0) return [];
  const visible = names.filter((name) => !name.startsWith(".") && name !== "node_modules");
  return visible.flatMap((name) => foldersWithRegistry(join(folder, name), depth - 1));
}

function mirrorAt(path: string, platform: string): ProviderMirror | undefined {
  const top = join(path, registry);
  if (!existsSync(top)) return undefined;
  const providers = subfolders(top).flatMap((namespace) => subfolders(join(top, namespace)).map((type) => join(namespace, type)));
  const holds = providers.filter((provider) => hasPackage(join(top, provider), platform)).map((provider) => `${registry}/${provider.replaceAll("\\", "/")}`);
  return holds.length > 0 ? { path, holds: holds.toSorted() } : undefined;
}

// Unpacked: <version>/<platform>/; packed: terraform-provider-<type>_<version>_<platform>.zip.
function hasPackage(folder: string, platform: string): boolean {
  return (
    names(folder).some((name) => name.endsWith(`_${platform}.zip`)) ||
    subfolders(folder).some((version) => existsSync(join(folder, version, platform)))
  );
}

function subfolders(folder: string): string[] {
  return entries(folder).filter((entry) => entry.isDirectory() || entry.isSymbolicLink()).map(({ name }) => name);
}

function names(folder: string): string[] {
  return entries(folder).map(({ name }) => name);
}

// A folder that cannot be read is no mirror.
function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
