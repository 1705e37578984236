import { existsSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { layers } from "../../envs/layers";
import type { StackJson } from "./stacks";

/** A stack as people name it to a command. */
export interface NamedStack {
  readonly stack: string;
  readonly environment: string;
  /** `all` where the environment is one stack. */
  readonly layer: string;
  /** From where the command was started. */
  readonly folder: string;
}

/** Of a stack's folder; its outputs say what its name alone leaves open. */
export function namedStack(folder: string): NamedStack {
  const stack = basename(folder);
  const file = join(folder, "cdk.tf.json");
  const said = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as StackJson).output : undefined;
  const value = (name: string) => said?.[name]?.value as string | undefined;
  const layer = value("layer") ?? layers.find((one) => stack.endsWith(`-${one}`)) ?? "all";
  const environment = value("environment") ?? (layer === "all" ? stack : stack.slice(0, -layer.length - 1));
  return { stack, environment, layer, folder: relative(process.cwd(), folder) || "." };
}
