import { refuse } from "../../kernel/problem";
import type { ModuleName } from "./module-name";

/** `modules/index.ts` with one module more: its import in the order of the folders, its place at the end of the list. */
export function listed(index: string, { camel, kebab }: ModuleName): string {
  const lines = index.split("\n");
  const own = importLine(camel, kebab);
  const imports = lines.flatMap((line, at) => (/^import \{ \w+Module \} from "\.\/[\w-]+\/module";$/.test(line) ? [at] : []));
  const end = lines.indexOf("];", lines.findIndex((line) => /^export const modules\b.*\[$/.test(line)));
  if (imports.length === 0 || end <= imports.at(-1)!) {
    refuse([{ path: "modules/index.ts", expected: "imports of modules, and their list that ends in a line ];", got: "another form", why: `add by hand: ${own} and ${camel}Module`, rule: "module-list" }]);
  }
  const next = imports.find((at) => folderOf(lines[at]!) > kebab) ?? imports.at(-1)! + 1;
  return [...lines.slice(0, next), own, ...lines.slice(next, end), `  ${camel}Module,`, ...lines.slice(end)].join("\n");
}

function importLine(camel: string, folder: string): string {
  return `import { ${camel}Module } from "./${folder}/module";`;
}

function folderOf(line: string): string {
  return /"\.\/(.*)\/module"/.exec(line)![1]!;
}
