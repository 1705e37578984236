import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../cli/root";
import { modules } from "../../modules";
import { writeFiles } from "../harness";
import { platformProvidersMissing } from "../harness/stand-in";
import { offlineProviders } from "../offline";
import { cannotPlan } from "../providers";

/** A configuration that calls every module: by hand where modules need each other, or else as in their example. */
export function platformCaller(): string {
  const own = readFileSync(join(projectRoot, "test", "releases", "caller.tf"), "utf8");
  const others = modules.filter((definition) => !own.includes(`"./generated/${definition.name}"`) && cannotPlan(definition) === undefined);
  return [own, ...(platformProvidersMissing === undefined ? [namespaces] : []), ...others.map(({ name }) => exampleOf(name))].join("\n");
}

const namespaces = `# Where the examples put what they make.
resource "kubernetes_namespace_v1" "given" {
  for_each = toset(["admin", "jobs", "shop"])

  metadata {
    name = each.key
  }
}
`;

/** What is there before the rest is made: the examples do not wait for each other. */
export const firstTargets = platformProvidersMissing === undefined ? ["kubernetes_namespace_v1.given", "module.namespaces"] : ["module.network"];

function exampleOf(name: string): string {
  const folder = join(projectRoot, "generated", name, "examples");
  const which = existsSync(join(folder, "complete")) ? "complete" : "minimal";
  return readFileSync(join(folder, which, "main.tf"), "utf8").replace('source = "../.."', `source = "./generated/${name}"`);
}

/** The caller beside the modules as they are now, ready to be planned. Nothing is asked of AWS unless `aws` says where it is. */
export function writePlatform(folder: string, caller: string, aws?: object): void {
  cpSync(join(projectRoot, "generated"), join(folder, "generated"), { recursive: true });
  const needed = platformProvidersMissing === undefined ? { aws: {}, helm: {}, kubernetes: {} } : { aws: {} };
  writeFiles(folder, { "main.tf": caller, "provider.tf.json": { provider: { ...offlineProviders(needed), ...(aws && { aws }) } } });
}
