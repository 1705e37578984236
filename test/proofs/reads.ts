import { endOfQuoted } from "../../kernel/scan";
import type { Json } from "../synth";

/** An attribute that an expression reads of a resource, without indexes: `vpc_config.cluster_security_group_id`. */
export interface Read {
  readonly type: string;
  readonly path: readonly string[];
}

/** Every attribute of a resource or data source that any expression of a configuration reads. */
export function readsIn(configuration: Json): Read[] {
  const locals = (configuration["locals"] ?? {}) as Readonly<Record<string, string>>;
  const { variable: _, ...rest } = configuration;
  return [...textsIn(rest)].filter((text) => text.includes("${")).flatMap((text) => [...direct(text), ...looped(text, locals)]);
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) yield* textsIn(item);
}

/** `aws_subnet.private["a"].id`, `aws_eks_cluster.this.vpc_config[0].cluster_security_group_id`. */
function direct(text: string): Read[] {
  return [...text.matchAll(/(?<![\w."$-])(data\.)?((?:aws|helm|kubernetes)_\w+)\.\w+/g)].flatMap((match) => {
    const path = pathAfter(text, match.index + match[0].length);
    return path.length === 0 ? [] : [{ type: (match[1] ?? "") + match[2]!, path }];
  });
}

/** What is read of a loop's variable, where the loop goes over resources: `for zone, subnet in aws_subnet.private : … subnet.id`. */
function looped(text: string, locals: Readonly<Record<string, string>>): Read[] {
  return [...text.matchAll(/\bfor (?:\w+, )?(\w+) in /g)].flatMap((loop) => {
    const from = loop.index + loop[0].length;
    const source = text.slice(from, endOfSource(text, from));
    const types = wholeTypes(source, locals);
    const body = text.slice(from + source.length);
    const uses = [...body.matchAll(new RegExp(`(?<![\\w.])${loop[1]!}(?=[.\\[])`, "g"))];
    return types.flatMap((type) => uses.map((use) => ({ type, path: pathAfter(body, use.index + use[0].length) }))).filter(({ path }) => path.length > 0);
  });
}

/** Types of the resources that an expression yields whole, through locals. */
function wholeTypes(source: string, locals: Readonly<Record<string, string>>): string[] {
  const through = [...source.matchAll(/\blocal\.(\w+)/g)].flatMap((match) => wholeTypes(locals[match[1]!] ?? "", {}));
  const whole = [...source.matchAll(/(?<![\w."$-])(data\.)?((?:aws|helm|kubernetes)_\w+)\.\w+/g)].filter((match) => pathAfter(source, match.index + match[0].length).length === 0);
  return [...through, ...whole.filter((match) => yieldsItem(source, match)).map((match) => (match[1] ?? "") + match[2]!)];
}

/** A loop inside goes over the resources: what it yields is whole only where it yields its own variable. */
function yieldsItem(source: string, match: RegExpExecArray): boolean {
  const loop = /\bfor (?:\w+, )?(\w+) in $/.exec(source.slice(0, match.index));
  if (loop === null) return true;
  const yielded = /^[^:]*: (?:[^=]*=> )?(\w+)(?![\w.[(])/.exec(source.slice(match.index + match[0].length));
  return yielded?.[1] === loop[1];
}

function endOfSource(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const char = text[i]!;
    if (char === '"') i = endOfQuoted(text, i);
    else if ("([{".includes(char)) depth++;
    else if (")]}".includes(char)) depth--;
    else if (depth === 0 && char === ":") return i;
  }
  return text.length;
}

/** Names after a reference, past indexes: `[0].oidc[0].issuer` gives oidc, issuer. */
function pathAfter(text: string, start: number): string[] {
  const path: string[] = [];
  let at = start;
  for (;;) {
    if (text[at] === "[") at = closing(text, at) + 1;
    else {
      const name = /^\.([A-Za-z_]\w*)/.exec(text.slice(at, at + 100));
      if (name === null) return path;
      path.push(name[1]!);
      at += name[0].length;
    }
  }
}

function closing(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === '"') i = endOfQuoted(text, i);
    else if (text[i] === "[") depth++;
    else if (text[i] === "]" && --depth === 0) return i;
  }
  throw new Error(`bug: an index has no end: ${text}`);
}
