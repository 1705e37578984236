import { addressOf } from "./address";
import { partsBy, type PartOf, rootPart } from "./part";
import { remembered } from "./remembered";
import { type TypeWords, typeWords } from "./type-words";

/** How the parts and the resources of a layer are called, in all that is said of them. */
export interface Naming {
  readonly partOf: PartOf;
  /** A resource in a reader's words: `node group system`, `subnet private us-east-1a`. */
  readonly nameOf: (address: string) => string;
}

export function namingBy(variables: readonly string[]): Naming {
  const partOf = partsBy(variables);
  return { partOf, nameOf: remembered((address) => named(address, partOf)) };
}

function named(address: string, partOf: PartOf): string {
  const { type, moduleKeys, key } = addressOf(address);
  // The first of a count is nearly always the only one.
  return [blockNamed(type, address, partOf), ...moduleKeys, ...(key === undefined || key === "0" ? [] : [key])].join(" ");
}

/** All resources of a block: `node group`, `subnet private`. */
export function blockNamed(type: string, address: string, partOf: PartOf): string {
  const words = wordsOf(type);
  const part = partOf(address);
  const block = blockOf(addressOf(address).name, part, words);
  return [words.one, ...(part === rootPart || part === words.home ? [] : [part]), ...(block === "" ? [] : [block])].join(" ");
}

/** `node group`. */
export function typeNamed(type: string): string {
  return wordsOf(type).one;
}

/** `1 node group`, `2 IAM role policies`. */
export function counted(count: number, type: string): string {
  const { one, many } = wordsOf(type);
  return `${count} ${count === 1 ? one : (many ?? plural(one))}`;
}

/** Types of which nobody said a plural: many are one already (`rules`), and some have none (`data`). */
export function plural(noun: string): string {
  if (/(^|\s)(meta)?data$/.test(noun) || /[^aius]s$/.test(noun)) return noun;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** The name of a block in a flat stack begins with its part, and in a module it does not. */
function blockOf(name: string, part: string, { silent = [] }: TypeWords): string {
  const own = name.startsWith(`${part}_`) ? name.slice(part.length + 1) : name;
  return own === "this" || own === part || silent.includes(own) ? "" : own;
}

/** A type that has no words of its own: its name without that of its provider. */
function wordsOf(type: string): TypeWords {
  return typeWords[type] ?? typeWords[`${type}_v1`] ?? { one: type.replace(/^[a-z0-9]+_/, "").replace(/_v\d+$/, "").replaceAll("_", " ") };
}
