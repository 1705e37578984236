/** A resource as a state has it. */
export interface Found {
  /** The module that it is in, `module.eks.module.kms`, or nothing at the root. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  readonly key?: string | number;
  readonly address: string;
  readonly values: Readonly<Record<string, any>>;
}

interface RawState {
  readonly resources?: readonly { readonly module?: string; readonly mode: string; readonly type: string; readonly name: string; readonly instances: readonly { readonly index_key?: string | number; readonly attributes: object }[] }[];
  readonly values?: { readonly root_module: ShownModule };
}

interface ShownModule {
  readonly address?: string;
  readonly resources?: readonly { readonly mode: string; readonly type: string; readonly name: string; readonly index?: string | number; readonly values: object }[];
  readonly child_modules?: readonly ShownModule[];
}

/** The managed resources of a state, as `terraform state pull` or `terraform show -json` prints it. */
export function readState(text: string): Found[] {
  const state = JSON.parse(text) as RawState;
  if (state.values !== undefined) return shown(state.values.root_module);
  return (state.resources ?? [])
    .filter(({ mode }) => mode === "managed")
    .flatMap(({ module = "", type, name, instances }) => instances.map(({ index_key: key, attributes }) => found(module, type, name, key, attributes)));
}

function shown({ address = "", resources = [], child_modules: children = [] }: ShownModule): Found[] {
  const own = resources.filter(({ mode }) => mode === "managed").map(({ type, name, index, values }) => found(address, type, name, index, values));
  return [...own, ...children.flatMap(shown)];
}

function found(module: string, type: string, name: string, key: string | number | undefined, values: object): Found {
  const place = module === "" ? "" : `${module}.`;
  const index = key === undefined || key === null ? "" : `[${JSON.stringify(key)}]`;
  return { module, type, name, ...(index !== "" && { key }), address: `${place}${type}.${name}${index}`, values };
}
