/** What an address of Terraform consists of. */
export interface Address {
  /** Module calls that lead to it, without their keys: `platform.network`. Empty in the root. */
  readonly module: string;
  /** Keys of those calls. */
  readonly moduleKeys: readonly string[];
  readonly type: string;
  readonly name: string;
  /** Of `for_each` or `count`, as text. */
  readonly key?: string;
  /** The whole address without the key of the resource: what all resources of a block have alike. */
  readonly block: string;
}

const quoted = /"(?:[^"\\]|\\.)*"/.source;
const key = new RegExp(`\\[(${quoted}|\\d+)\\]`).source;
const call = new RegExp(`module\\.([\\w-]+)(?:${key})?\\.`, "g");
const calls = new RegExp(`^(?:module\\.[\\w-]+(?:${key})?\\.)*`);
const whole = new RegExp(`^(?<block>(?:data\\.)?(?<type>[\\w-]+)\\.(?<name>[\\w-]+))(?:${key})?$`);

export function addressOf(text: string): Address {
  const [path] = calls.exec(text) as unknown as [string];
  const found = whole.exec(text.slice(path.length));
  if (found === null) return { module: "", moduleKeys: [], type: text, name: "", block: text };
  const { block, type, name } = found.groups as { readonly block: string; readonly type: string; readonly name: string };
  const last = found[4];
  const made = [...path.matchAll(call)];
  const moduleKeys = made.flatMap(([, , of]) => (of === undefined ? [] : [keyText(of)]));
  return { module: made.map(([, called]) => called).join("."), moduleKeys, type, name, block: path + block, ...(last !== undefined && { key: keyText(last) }) };
}

/** The address of a block in the configuration, in which calls of modules have no keys. */
export function withoutKeys(address: string): string {
  const { module, type, name } = addressOf(address);
  return [...(module === "" ? [] : module.split(".").map((called) => `module.${called}`)), type, name].join(".");
}

/** Terraform escapes a key as JSON does, but for the marks of its templates. */
function keyText(text: string): string {
  if (!text.startsWith('"')) return text;
  return (JSON.parse(text) as string).replaceAll("$${", "${").replaceAll("%%{", "%{");
}
