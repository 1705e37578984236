import { createHash } from "node:crypto";
import type { ModuleDefinition } from "../module";
import type { ModuleStack } from "../module-stack";
import { type InputInterface, inputInterfaces } from "./input-interface";

/** How many instances a resource or module call has: Terraform moves between the first two by itself. */
export type Repetition = "single" | "count" | "each";

/** What callers and states of a module hold on to. Plain data: recorded with a release, and compared with the next. */
export interface ModuleInterface {
  readonly terraform: string;
  readonly providers: Readonly<Record<string, { readonly source: string; readonly version: string; readonly aliases?: readonly string[] }>>;
  readonly inputs: Readonly<Record<string, InputInterface>>;
  readonly outputs: Readonly<Record<string, { readonly sensitive?: true }>>;
  /** Of resources and module calls. */
  readonly addresses: Readonly<Record<string, Repetition>>;
  readonly moved: readonly { readonly from: string; readonly to: string }[];
  /** Addresses of `removed` blocks. */
  readonly removed: readonly string[];
  /** Ids of the rules that see several inputs. */
  readonly rules: readonly string[];
  /** Of everything that a plan can depend on. */
  readonly digest: string;
}

type Json = Readonly<Record<string, any>>;

/** The interface of a definition, read from the stack that its files are written from. */
export function moduleInterface(definition: ModuleDefinition, stack: ModuleStack): ModuleInterface {
  const json = stack.toJson() as Json;
  const { required_version: terraform, required_providers: providers } = json["terraform"];
  return {
    terraform,
    providers: mapSorted(providers as Json, ({ source, version, configuration_aliases: aliases }) => ({ source, version, ...(aliases && { aliases }) })),
    inputs: mapSorted(inputInterfaces(definition.inputs, stack.target), (input) => input),
    outputs: mapSorted((json["output"] ?? {}) as Json, ({ sensitive }) => (sensitive === true ? { sensitive } : {})),
    addresses: mapSorted(addressed(json), repetition),
    moved: (json["moved"] ?? []).map(({ from, to }: Json) => ({ from, to })),
    removed: (json["removed"] ?? []).map(({ from }: Json) => from as string),
    rules: conditionRules(json),
    digest: digestOf(json, stack.files),
  };
}

function addressed(json: Json): Json {
  const resources = Object.entries((json["resource"] ?? {}) as Json).flatMap(([type, named]) => Object.entries(named as Json).map(([name, body]) => [`${type}.${name}`, body as Json]));
  const calls = Object.entries((json["module"] ?? {}) as Json).map(([name, body]) => [`module.${name}`, body as Json]);
  return Object.fromEntries([...resources, ...calls]) as Json;
}

function repetition(body: Json): Repetition {
  return "for_each" in body ? "each" : "count" in body ? "count" : "single";
}

/** Their messages end in the rule's id. Those of variables stand with the inputs. */
function conditionRules({ variable: _, ...json }: Json): string[] {
  const found = JSON.stringify(json).matchAll(/"error_message":"(?:[^"\\]|\\.)* \[([a-z][a-z0-9-]+)\]"/g);
  return [...new Set([...found].map((match) => match[1]!))].sort();
}

/** Words for people change no plan. */
function digestOf(json: Json, files: ModuleStack["files"]): string {
  const { "//": _, ...rest } = json;
  const text = JSON.stringify(rest, (key, value: unknown) => (key === "description" && typeof value === "string" ? undefined : value));
  const hash = createHash("sha256").update(text);
  for (const [path, content] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`\0${path}\0`).update(content);
  return `sha256:${hash.digest("hex")}`;
}

function mapSorted<T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> {
  return Object.fromEntries(Object.keys(record).sort().map((name) => [name, change(record[name]!)]));
}
