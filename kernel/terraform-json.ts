/** Terraform's JSON syntax, or a piece of it. */
export type Json = Record<string, unknown>;

/** Local names of the providers whose resources or configurations stand in a stack. Those of Terraform itself are no provider. */
export function providersOf(json: Json): string[] {
  const types = ["resource", "data", "ephemeral"].flatMap((kind) => Object.keys((json[kind] ?? {}) as Json));
  const used = [...Object.keys((json["provider"] ?? {}) as Json), ...types.map((type) => type.slice(0, type.indexOf("_")))];
  return [...new Set(used)].filter((name) => name !== "terraform").sort();
}

/** How many keys make an address, `resource.aws_vpc.this`. What is below belongs to one element. */
const ADDRESS_DEPTH: Readonly<Record<string, number>> = { resource: 3, data: 3, ephemeral: 3, terraform: 3 };

/** Joins two pieces of Terraform JSON. What both hold is merged; lists are concatenated. `from` is not changed. */
export function merge(into: Json, from: Json, depth = 1, deepest = 2): void {
  for (const [key, value] of Object.entries(from)) {
    if (value === undefined) continue;
    const present = into[key];
    const addressDepth = depth === 1 ? (ADDRESS_DEPTH[key] ?? 2) : deepest;
    if (Array.isArray(present) && Array.isArray(value)) into[key] = [...present, ...(value as unknown[])];
    else if (isObject(value) && depth < addressDepth) merge((into[key] = isObject(present) ? present : {}) as Json, value, depth + 1, addressDepth);
    else into[key] = isObject(value) && addressDepth === 3 ? written(value) : value;
  }
}

/** What is set in an element's body. "//" holds the path of the construct, which says nothing to Terraform. */
function written(body: Json): Json {
  return Object.fromEntries(Object.entries(body).filter(([key, value]) => key !== "//" && value !== undefined));
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
