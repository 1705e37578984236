type Json = Readonly<Record<string, unknown>>;

interface Plan extends Json {
  readonly resource_changes?: readonly (Json & { readonly address: string })[];
  readonly resource_drift?: readonly Json[];
  readonly output_changes?: Readonly<Record<string, { readonly actions: readonly string[] }>>;
  readonly configuration: { readonly root_module: Module };
}

interface Module extends Json {
  readonly resources?: readonly (Json & { readonly address: string })[];
  readonly module_calls?: Readonly<Record<string, Json & { readonly module: Module }>>;
}

/** Outputs by which a state says whose it is. */
const owner = ["environment", "layer"];

/** A plan as text, one resource a line, without what no review reads. */
export function recordable(json: unknown): string {
  const { format_version, variables, resource_changes = [], resource_drift = [], output_changes = {}, configuration } = json as Plan;
  const outputs = Object.entries(output_changes).filter(([name, { actions }]) => owner.includes(name) || actions[0] !== "no-op");
  const blocks = new Set(resource_changes.map(({ address }) => address.replaceAll(/\[("(?:[^"\\]|\\.)*"|\d+)\]/g, "")));
  const root = moduleOf(configuration.root_module, "", blocks);
  const secret = Object.entries(root.variables as Readonly<Record<string, Json>>).filter(([, { sensitive }]) => sensitive === true).map(([name]) => name);
  const plan = {
    format_version,
    variables: Object.fromEntries(Object.entries(variables as Json).filter(([name]) => secret.includes(name))),
    resource_changes: resource_changes.map(read),
    resource_drift: resource_drift.map(read),
    output_changes: Object.fromEntries(outputs),
    configuration: { root_module: root },
  };
  return JSON.stringify(plan).replaceAll('{"address":', '\n{"address":');
}

/** The address says it all. */
function read({ name: _, index: __, module_address: ___, provider_name: ____, ...rest }: Json): Json {
  return rest;
}

/** Blocks without a resource say nothing, and of expressions only references are read. */
function moduleOf({ variables = {}, resources = [], module_calls: calls = {} }: Module, path: string, blocks: ReadonlySet<string>): Json {
  const called = Object.entries(calls).map(([name, { module, ...call }]) => [name, { ...bare(call), module: moduleOf(module, `${path}module.${name}.`, blocks) }]);
  return {
    variables: Object.fromEntries(Object.entries(variables as Readonly<Record<string, Json>>).map(([name, { sensitive }]) => [name, { ...(sensitive === true && { sensitive }) }])),
    resources: resources.filter(({ address }) => blocks.has(path + address)).map(bare),
    ...(called.length > 0 && { module_calls: Object.fromEntries(called) as Json }),
  };
}

function bare({ address, expressions, for_each_expression, count_expression, depends_on }: Json): Json {
  return { address, ...(referencesOf({ expressions, for_each_expression, count_expression }) as Json), depends_on };
}

function referencesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(referencesOf);
  if (typeof value !== "object" || value === null) return undefined;
  if ("references" in value) return { references: [...new Set(value.references as string[])] };
  if ("constant_value" in value) return { constant_value: null };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, referencesOf(one)]));
}
