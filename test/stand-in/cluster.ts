import { randomUUID } from "node:crypto";
import type { Attribute, Block, Type } from "./schema";
import { at, type Fields, isFields, unknown, type Value } from "./values";

/** Namespaces that every cluster has. */
const first = ["default", "kube-system", "kube-public", "kube-node-lease"];

/** Something that the cluster refuses, in the words of its API. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** What a cluster holds: releases and objects by type and id. */
export class Cluster {
  private readonly held = new Map<string, Fields>();

  read(type: string, id: string): Fields | null {
    return this.held.get(key(type, id)) ?? null;
  }

  ids(): string[] {
    return [...this.held.keys()].sort();
  }

  create(type: string, block: Block, planned: Fields): Fields {
    const made = released(type, filled(block, planned) as Fields, 1);
    const id = idOf(type, made);
    const namespace = namespaceOf(type, made);
    if (this.held.has(key(type, id))) throw new Refused(type === "helm_release" ? "cannot re-use a name that is still in use" : `${plural(type)} "${nameOf(made)}" already exists`);
    if (made["create_namespace"] === true) this.held.set(key("kubernetes_namespace_v1", namespace!), {});
    if (namespace !== undefined && !this.hasNamespace(namespace)) throw new Refused(`namespaces "${namespace}" not found`);
    return this.put(type, { ...made, id: type === "helm_release" ? nameOf(made) : id });
  }

  update(type: string, block: Block, planned: Fields, prior: Fields): Fields {
    if (this.read(type, idOf(type, prior)) === null) throw new Refused(`${plural(type)} "${nameOf(prior)}" not found`);
    const revision = Number(at(prior, "metadata.revision") ?? 0) + 1;
    return this.put(type, { ...released(type, filled(block, planned) as Fields, revision), id: prior["id"]! });
  }

  /** A namespace takes with it what it holds. */
  delete(type: string, prior: Fields): void {
    this.held.delete(key(type, idOf(type, prior)));
    if (type !== "kubernetes_namespace_v1") return;
    for (const [name, object] of this.held) if (namespaceOf(name.split(" ")[0]!, object) === nameOf(prior)) this.held.delete(name);
  }

  clear(): void {
    this.held.clear();
  }

  private put(type: string, object: Fields): Fields {
    this.held.set(key(type, idOf(type, object)), object);
    return object;
  }

  private hasNamespace(name: string): boolean {
    return first.includes(name) || this.held.has(key("kubernetes_namespace_v1", name));
  }
}

/** `namespace/name`, or the name alone of what belongs to no namespace. */
export function idOf(type: string, object: Fields): string {
  const namespace = namespaceOf(type, object);
  return namespace === undefined ? nameOf(object) : `${namespace}/${nameOf(object)}`;
}

function namespaceOf(type: string, object: Fields): string | undefined {
  const namespace = type === "helm_release" ? object["namespace"] : at(object, "metadata.namespace");
  return typeof namespace === "string" ? namespace : undefined;
}

function nameOf(object: Fields): string {
  return String(object["name"] ?? at(object, "metadata.name"));
}

function key(type: string, id: string): string {
  return `${type} ${id}`;
}

/** `kubernetes_network_policy_v1` as the API calls it, near enough for a message: `networkpolicys`. */
function plural(type: string): string {
  return `${type.replace(/^kubernetes_/, "").replace(/_v\d$/, "").replaceAll("_", "")}s`;
}

/** What Helm tells of a release. */
function released(type: string, object: Fields, revision: number): Fields {
  if (type !== "helm_release") return object;
  const { name, namespace, chart, version } = object as Record<string, string>;
  return { ...object, metadata: { ...(object["metadata"] as Fields), name: name!, namespace: namespace!, chart: chart!, version: version!, revision } };
}

/** The object with a value wherever one was unknown. */
function filled(block: Block, value: Value): Value {
  if (!isFields(value)) return value;
  const attributes = Object.entries(block.attributes ?? {}).map(([name, attribute]) => [name, filledAttribute(name, attribute, value)] as const);
  const blocks = Object.entries(block.block_types ?? {}).map(([name, { block: inner }]) => {
    const held = value[name]!;
    return [name, Array.isArray(held) ? (held as readonly Value[]).map((item) => filled(inner, item)) : filled(inner, held)] as const;
  });
  return Object.fromEntries([...attributes, ...blocks]);
}

function filledAttribute(name: string, { type, nested_type: nested }: Attribute, from: Fields): Value {
  const value = from[name]!;
  if (nested === undefined) return value === unknown ? made(name, type!, from) : value;
  if (value === unknown) return Object.fromEntries(Object.entries(nested.attributes).map(([field, attribute]) => [field, made(field, attribute.type!, from)]));
  const block = { attributes: nested.attributes };
  return Array.isArray(value) ? (value as readonly Value[]).map((item) => filled(block, item)) : filled(block, value);
}

function made(name: string, type: Type, from: Fields): Value {
  if (name === "uid") return randomUUID();
  if (name === "resource_version") return "1";
  if (name === "name" && typeof from["generate_name"] === "string") return `${from["generate_name"]}x7k2p`;
  if (Array.isArray(type)) {
    const [kind, inner] = type as readonly [string, Type];
    if (kind === "object") return Object.fromEntries(Object.entries(inner).map(([field, fieldType]) => [field, made(field, fieldType as Type, {})]));
    return kind === "map" ? {} : [];
  }
  return ({ string: "", number: 0, bool: false } as Record<string, Value>)[type as string] ?? null;
}
