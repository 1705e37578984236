import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { findMirrors, mirrorPlaces } from "../../cli/terraform/provider-mirror";
import { terraformEnvironment } from "../../cli/terraform/terraform";
import { temporaryFolder, writeFiles } from "../harness";
import type { Json } from "../synth";

const found = (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "tofu")));

/** The reason why OpenTofu cannot be asked here. */
export const openTofuMissing = found ? undefined : "no tofu on PATH";

/** What OpenTofu plans for a folder, as JSON. It looks for providers in its own registry: where they come from a folder, they get its name. */
export async function openTofuPlan(folder: string): Promise<Json> {
  const env = { ...(await terraformEnvironment()), ...ownProviders() };
  const tofu = (...args: string[]) => execa("tofu", args, { cwd: folder, env, stdin: "ignore" });
  await tofu("init", "-no-color");
  await tofu("plan", "-no-color", "-out=tofu.tfplan");
  return JSON.parse((await tofu("show", "-json", "tofu.tfplan")).stdout) as Json;
}

function ownProviders(): NodeJS.ProcessEnv {
  const [mirror] = findMirrors(mirrorPlaces());
  if (mirror === undefined) return {};
  const own = temporaryFolder("open-tofu");
  linkPackages(join(mirror.path, "registry.terraform.io"), join(own, "mirror", "registry.opentofu.org"));
  writeFiles(own, { tofurc: `provider_installation {\n  filesystem_mirror {\n    path = "${join(own, "mirror")}"\n  }\n}\n` });
  return { TF_CLI_CONFIG_FILE: join(own, "tofurc") };
}

/** It follows links to packages, and none to the folders above them: a file, or the fourth folder. */
function linkPackages(from: string, to: string, depth = 0): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory() && depth < 3) linkPackages(source, target, depth + 1);
    else symlinkSync(source, target);
  }
}
