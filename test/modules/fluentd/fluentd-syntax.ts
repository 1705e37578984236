/** A section of Fluentd's configuration: `<match **>` with its parameters and sections. */
export interface Section {
  readonly name: string;
  readonly argument: string;
  readonly line: number;
  readonly parameters: Readonly<Record<string, Value>>;
  readonly sections: readonly Section[];
}

export type Value = string | readonly unknown[] | Readonly<Record<string, unknown>>;

/**
 * Reads Fluentd's v1 syntax, as far as this project writes it.
 * Source: https://docs.fluentd.org/configuration/config-file and lib/fluent/config/{v1_parser,literal_parser}.rb of Fluentd 1.19.3, read 2026-11-21.
 *
 * @throws with the line that Fluentd would not start with.
 */
export function parseFluentd(text: string): Section {
  const root = open("ROOT", "", 0);
  const stack = [root];
  text.split("\n").forEach((raw, index) => {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) return;
    readLine(line, index + 1, stack);
  });
  if (stack.length > 1) throw new Error(`line ${stack.at(-1)!.line}: <${stack.at(-1)!.name}> is never closed`);
  return root;
}

interface Growing extends Section {
  readonly parameters: Record<string, Value>;
  readonly sections: Section[];
}

const open = (name: string, argument: string, line: number): Growing => ({ name, argument, line, parameters: {}, sections: [] });

function readLine(line: string, number: number, stack: Growing[]): void {
  const [, closed] = /^<\/([a-z_]+)>$/.exec(line) ?? [];
  const [, name, argument] = /^<([a-z_]+)(?: ([^>]+))?>$/.exec(line) ?? [];
  const here = stack.at(-1)!;
  if (closed !== undefined) {
    if (stack.length === 1 || here.name !== closed) throw new Error(`line ${number}: </${closed}> closes <${here.name}>`);
    stack.pop();
  } else if (name !== undefined) {
    const inner = open(name, argument ?? "", number);
    here.sections.push(inner);
    stack.push(inner);
  } else {
    const [, key, value] = /^(@?[A-Za-z_][A-Za-z0-9_]*)\s+(.*)$/.exec(line) ?? [];
    if (key === undefined) throw new Error(`line ${number}: neither a section nor a parameter: ${line}`);
    if (key in here.parameters) throw new Error(`line ${number}: ${key} is said twice`);
    here.parameters[key] = valueOf(value!, number);
  }
}

function valueOf(text: string, line: number): Value {
  if (text.startsWith('"')) return quoted(text, line, /^"((?:[^"\\]|\\.)*)"$/, /\\(.)/g);
  if (text.startsWith("'")) return quoted(text, line, /^'((?:[^'\\]|\\.)*)'$/, /\\(['\\])/g);
  if (/^[[{]/.test(text)) return JSON.parse(text) as Value;
  // A number sign after a blank begins a comment.
  return text.replace(/\s+#.*$/, "").trimEnd();
}

function quoted(text: string, line: number, whole: RegExp, escape: RegExp): string {
  const found = whole.exec(text);
  if (found === null) throw new Error(`line ${line}: a quote is not closed, or something follows it: ${text}`);
  return found[1]!.replace(escape, "$1");
}

/** Every section, at any depth, with the label it stands in. */
export function* sectionsIn(section: Section, label = ""): Generator<Section & { readonly label: string }> {
  for (const inner of section.sections) {
    const own = inner.name === "label" ? inner.argument : label;
    yield { ...inner, label: own };
    yield* sectionsIn(inner, own);
  }
}
