import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { archiveOf } from "../archive";
import type { Stack } from "../synth/stacks";

/**
 * What a worker of Terraform Cloud needs of a stack: the configuration, the locks of its providers and what the program
 * wrote into folders beside them. Nothing else that stands there goes along: `.terraform`, states, plans, variables.
 */
export async function stackArchive(stack: Stack): Promise<Buffer> {
  const entries = readdirSync(stack.folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(stack.folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const beside = paths.filter(belongs).map((path) => [path, readFileSync(join(stack.folder, path))] as const);
  return archiveOf({ ...Object.fromEntries(beside), "cdk.tf.json": `${JSON.stringify(configuration(stack), null, 2)}\n` });
}

function belongs(path: string): boolean {
  if (path === ".terraform.lock.hcl") return true;
  const isStateOrPlan = /\.tfstate($|\.)|\.tfplan($|\.)|\.tfvars($|\.json$)/.test(path);
  return path.includes("/") && !path.startsWith(".") && !isStateOrPlan;
}

/** The state is the workspace's, whatever a backend says; remarks are for the commands. */
function configuration({ json: { "//": _, terraform: { backend: _backend, cloud: _cloud, ...terraform }, ...json } }: Stack): object {
  return { terraform, ...json };
}
