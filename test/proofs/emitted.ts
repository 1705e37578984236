import type { Json } from "../synth";
import type { Shape, Shapes } from "./provider-shape";
import { readsIn } from "./reads";

const meta = new Set(["for_each", "count", "provider", "lifecycle", "depends_on", "provisioner", "connection", "//"]);

/** What a configuration writes or reads and a provider does not have, a line each, and what it must write and does not. */
export function strangersIn(configuration: Json, shapes: Shapes): string[] {
  // A binding says of an argument that it is undefined; such a one is not written.
  const written = JSON.parse(JSON.stringify(configuration)) as Json;
  return [...writtenStrangers(written, shapes), ...readStrangers(written, shapes)];
}

function writtenStrangers(configuration: Json, shapes: Shapes): string[] {
  const all = [...bodies(configuration["resource"], ""), ...bodies(configuration["data"], "data."), ...providers(configuration["provider"])];
  return all.flatMap(({ type, address, body }) => {
    const shape = shapes(type);
    return shape === undefined ? [`${address}: unknown type`] : bodyStrangers(withoutMeta(body), shape, address);
  });
}

function bodies(kind: Json | undefined, prefix: string) {
  const types = Object.entries((kind ?? {}) as Record<string, Record<string, Json>>).filter(([type]) => !type.startsWith("terraform_"));
  return types.flatMap(([type, named]) => Object.entries(named).map(([name, body]) => ({ type: prefix + type, address: `${prefix}${type}.${name}`, body })));
}

function providers(kind: Json = {}) {
  const all = Object.entries(kind).flatMap(([name, bodies]) => objectsIn(bodies).map((body) => [name, body] as const));
  return all.map(([name, { alias: _, ...body }]) => ({ type: `provider.${name}`, address: `provider.${name}`, body }));
}

function withoutMeta(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !meta.has(name)));
}

function bodyStrangers(body: Json, { written }: Shape, path: string): string[] {
  const { dynamic, ...plain } = body;
  const repeated = Object.entries((dynamic ?? {}) as Record<string, Json>).map(([name, { content }]) => [name, content as unknown] as const);
  const given = [...Object.entries(plain), ...repeated];
  const missing = [...written].filter(([name, { required }]) => required && !given.some(([other]) => other === name)).map(([name]) => `${path}: lacks ${name}`);
  const inner = given.flatMap(([name, value]) => {
    const found = written.get(name);
    if (found === undefined) return [`${path}: writes ${name}`];
    return found.inner === undefined ? [] : objectsIn(value).flatMap((object) => bodyStrangers(object, found.inner!, `${path}.${name}`));
  });
  return [...missing, ...inner];
}

function objectsIn(value: unknown): Json[] {
  return (Array.isArray(value) ? value : [value]).filter((item): item is Json => typeof item === "object" && item !== null);
}

function readStrangers(configuration: Json, shapes: Shapes): string[] {
  const lines = readsIn(configuration).flatMap(({ type, path }) => {
    let shape: Shape | undefined = shapes(type);
    if (shape === undefined) return [`${type}: unknown type is read`];
    for (const name of path) {
      if (shape === undefined) return [];
      if (!shape.read.has(name)) return [`${type}: reads ${path.join(".")}`];
      shape = shape.read.get(name);
    }
    return [];
  });
  return [...new Set(lines)];
}
