import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Stack, stacksIn } from "../../cli/synth/stacks";
import { terraform } from "../../cli/terraform/terraform";
import type { Emulator } from "../../emulator/emulator";
import type { Environment } from "../../envs/environment";
import { makeStateStores } from "../envs/state-store";
import type { Json } from "../synth";
import { temporaryFolder, write } from "./temporary";

export const bucket = "states";
export const table = "locks";

/** The bucket and the table of these stacks. */
export function makeStores(emulator: Emulator): Promise<void> {
  return makeStateStores(emulator, [{ state: { s3: { bucket, table, region: "us-east-1" } } } as unknown as Environment]);
}

/** A backend in S3 on the emulator, as an emulated environment has it. */
export function s3Backend(key: string, { lockFile = true, locked = true }: { readonly lockFile?: boolean; readonly locked?: boolean } = {}): Json {
  const reached = { access_key: "emulator", secret_key: "emulator", skip_metadata_api_check: true, skip_requesting_account_id: true, use_path_style: true };
  return { s3: { bucket, key, region: "us-east-1", use_lockfile: lockFile, ...(locked && { dynamodb_table: table }), ...reached } };
}

/** Stacks as a synth writes them, in a folder of their own. */
export function stacksOf(configurations: Readonly<Record<string, Json>>, output = temporaryFolder()): Readonly<Record<string, Stack>> {
  for (const [name, json] of Object.entries(configurations)) write(output, { [`stacks/${name}/cdk.tf.json`]: JSON.stringify(json) });
  return Object.fromEntries(stacksIn(output, Object.keys(configurations)).map((stack) => [stack.name, stack]));
}

/** A stack of Terraform's own resource, which needs no provider. */
export function plainStack(backend: Json, resources: Json = { one: { input: "1" } }, output: Json = {}): Json {
  return { terraform: { backend }, resource: { terraform_data: resources }, ...(Object.keys(output).length > 0 && { output }) };
}

export async function apply({ folder }: Stack, env: NodeJS.ProcessEnv): Promise<void> {
  await terraform(["init", "-no-color", "-input=false"], { cwd: folder, env });
  await terraform(["apply", "-no-color", "-auto-approve"], { cwd: folder, env });
}

/** Changes what a folder of a stack holds. */
export function put({ folder }: Stack, name: string, content: string): void {
  writeFileSync(join(folder, name), content);
}
