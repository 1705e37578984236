import { createHash } from "node:crypto";
import type { StackJson } from "../synth/stacks";

/** A state as `terraform state pull` prints it. */
export interface StateFile {
  readonly version: number;
  readonly terraform_version: string;
  readonly serial: number;
  readonly lineage: string;
  readonly outputs: Readonly<Record<string, StateOutput>>;
  readonly resources: readonly StateResource[];
  readonly check_results?: unknown;
}

export interface StateOutput {
  readonly value?: unknown;
  readonly sensitive?: boolean;
}

export interface StateResource {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly module?: string;
  readonly instances: readonly { readonly dependencies?: readonly string[] }[];
}

export function addressOf({ mode, type, name, module }: StateResource): string {
  return [...(module === undefined ? [] : [module]), ...(mode === "data" ? ["data"] : []), type, name].join(".");
}

/** Values of outputs by name, of a state as of a program. */
export function valuesOf(outputs: Readonly<Record<string, { readonly value?: unknown }>> = {}): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
}

/** What a stack has of these states: its resources and its outputs, as it declares them. */
export function partOf(states: readonly StateFile[], { name, json }: { readonly name: string; readonly json: StackJson }): StateFile {
  const resources = states.flatMap((state) => state.resources).filter((one) => declares(json, one));
  const addresses = new Set(resources.map(addressOf));
  const kept = states.flatMap((state) => Object.entries(state.outputs)).filter(([output]) => json.output?.[output] !== undefined);
  return {
    version: 4,
    terraform_version: states[0]!.terraform_version,
    serial: 1,
    lineage: lineageFrom(states, name),
    outputs: { ...Object.fromEntries(kept), ...written(json) },
    resources: resources.map((resource) => within(resource, addresses)),
    check_results: null,
  };
}

/** Outputs that the program itself says, such as whose state it is: the old state may have said something else. */
function written({ output = {} }: StackJson): StateFile["outputs"] {
  const values = Object.entries(output).map(([name, block]) => [name, (block as { readonly value?: unknown }).value] as const);
  const texts = values.filter(([, value]) => typeof value === "string" && !value.includes("${"));
  return Object.fromEntries(texts.map(([name, value]) => [name, { value, type: "string" }]));
}

/** A state without anything, after this one. */
export function emptied(state: StateFile): StateFile {
  return { ...state, serial: state.serial + 1, outputs: {}, resources: [], check_results: null };
}

/** Whether a state is that part, perhaps with more that has been put in since. */
export function holds(state: StateFile, part: StateFile): boolean {
  const texts = new Set(state.resources.map(textOf));
  return state.lineage === part.lineage && part.resources.every((resource) => texts.has(textOf(resource)));
}

/** Whether two states hold the same resources and outputs, whatever the order of their keys. */
export function sameContent(one: StateFile, other: StateFile): boolean {
  return contentOf(one) === contentOf(other);
}

/** The same text for the same resources and outputs. Terraform prints the results of checks in another order each time. */
export function contentOf(state: StateFile): string {
  return JSON.stringify([state.resources.map(textOf).sort(), sorted(state.outputs)]);
}

export function declares(json: StackJson, { mode, type, name, module }: StateResource): boolean {
  return module === undefined && json[mode === "data" ? "data" : "resource"]?.[type]?.[name] !== undefined;
}

/** Terraform orders a destroy by these addresses; what is in another state it would not find. */
function within(resource: StateResource, addresses: ReadonlySet<string>): StateResource {
  const instances = resource.instances.map((instance) =>
    instance.dependencies === undefined ? instance : { ...instance, dependencies: instance.dependencies.filter((address) => addresses.has(address)) },
  );
  return { ...resource, instances };
}

/** The same at every attempt, so that a state that an earlier one has written is known again. */
function lineageFrom(states: readonly StateFile[], name: string): string {
  const hash = createHash("sha256").update(JSON.stringify([...states.map(({ lineage }) => lineage).sort(), name])).digest("hex");
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join("-");
}

function textOf(resource: StateResource): string {
  return sorted(resource);
}

// Terraform writes the keys of an object in its own order.
function sorted(object: object): string {
  return JSON.stringify(object, (_, value: unknown) => (typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value));
}
