import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { snakeCase } from "../../kernel/case";
import type { Shape, Shapes, Written } from "./provider-shape";

/**
 * The shapes that the bindings' TypeScript declarations give: the newest AWS provider that can be written has no plan
 * without an account, and its schema is not at hand, but the declarations were generated from it.
 */
export const shapesOfBindings: Shapes = (type) => {
  const [, kind, provider, name] = /^(?:(data|provider)\.)?([a-z]+)_?(.*)$/.exec(type)!;
  const folder = kind === "provider" ? "provider" : [...(kind === "data" ? ["data", provider] : []), ...name!.split("_")].join("-");
  const path = join(packageOf(provider!), "lib", folder);
  if (!existsSync(path)) return undefined;
  const files = readdirSync(path, { recursive: true }).map(String).filter((file) => file.endsWith(".d.ts"));
  const text = files.map((file) => readFileSync(join(path, file), "utf8")).join("\n");
  const [, own] = /export declare class (\w+) extends cdktf\.Terraform(?:Resource|DataSource|Provider) /.exec(text) ?? [];
  if (own === undefined) throw new Error(`bug: no class in ${path}`);
  return { written: writtenBy(text, `${own}Config`), read: readFrom(text, own) };
};

function packageOf(provider: string): string {
  return dirname(require.resolve(`@cdktf/provider-${provider}/package.json`));
}

function writtenBy(text: string, name: string): ReadonlyMap<string, Written> {
  const fields = bodyOf(text, new RegExp(`export interface ${name}(?: extends [\\w.]+)? \\{`)).matchAll(/#(\w+)\}[^}]*?\*\/\s*readonly \w+(\??): ([^;]+);/g);
  return new Map(
    [...fields].map(([, field, optional, type]) => {
      const inner = /^(\w+)/.exec(type!)?.[1] ?? "";
      const nested = inner !== "" && text.includes(`export interface ${inner} {`);
      return [field!, { required: optional === "", ...(nested && { inner: shapeOf(text, inner) }) }];
    }),
  );
}

function shapeOf(text: string, struct: string): Shape {
  return { written: writtenBy(text, struct), read: text.includes(`class ${struct}OutputReference `) ? readFrom(text, `${struct}OutputReference`) : new Map() };
}

function readFrom(text: string, name: string): ReadonlyMap<string, Shape | undefined> {
  const getters = bodyOf(text, new RegExp(`export declare class ${name} extends [\\w.]+ \\{`)).matchAll(/^ {4}get (\w+)\(\): ([^;]+);/gm);
  return new Map(
    [...getters].map(([, getter, type]) => {
      const struct = /^(\w+)(?:OutputReference|List)$/.exec(type!)?.[1];
      return [snakeCase(getter!), struct === undefined || !text.includes(`class ${struct}OutputReference `) ? undefined : { written: new Map(), read: readFrom(text, `${struct}OutputReference`) }];
    }),
  );
}

function bodyOf(text: string, head: RegExp): string {
  const found = head.exec(text);
  if (found === null) throw new Error(`bug: the declarations lack ${head.source}`);
  const start = found.index + found[0].length;
  return text.slice(start, text.indexOf("\n}", start));
}
