/** What an address of Terraform consists of. */
export interface Address {
  /** Module calls that lead to it, without their keys: `platform.network`. Empty in the root. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  /** Of `for_each` or `count`, as text. */
  readonly key?: string;
  /** The whole address without the key of the resource: what all resources of a block have alike. */
  readonly block: string;
}

const quoted = /"(?:[^"\\]|\\.)*"/.source;
const key = new RegExp(`\\[(${quoted}|\\d+)\\]`).source;
const calls = new RegExp(`^(?:module\\.[\\w-]+(?:${key})?\\.)*`);
const whole = new RegExp(`^(?<block>(?:data\\.)?(?<type>[\\w-]+)\\.(?<name>[\\w-]+))(?:${key})?$`);

export function addressOf(text: string): Address {
  const [path] = calls.exec(text) as unknown as [string];
  const found = whole.exec(text.slice(path.length));
  if (found === null) return { module: "", type: text, name: "", block: text };
  const { block, type, name } = found.groups as { readonly block: string; readonly type: string; readonly name: string };
  const last = found[4];
  return { module: moduleOf(path), type, name, block: path + block, ...(last !== undefined && { key: last.startsWith('"') ? keyText(last) : last }) };
}

function moduleOf(path: string): string {
  return [...path.matchAll(new RegExp(`module\\.([\\w-]+)(?:${key})?\\.`, "g"))].map(([, name]) => name).join(".");
}

/** Terraform escapes a key as JSON does, but for the marks of its templates. */
function keyText(text: string): string {
  return (JSON.parse(text) as string).replaceAll("$${", "${").replaceAll("%%{", "%{");
}
