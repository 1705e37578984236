import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../cli/root";

const rows = [...readFileSync(join(projectRoot, "docs/faults.md"), "utf8").matchAll(/^\| `([\w-]+)`:/gm)].map(([, id]) => id!);

/** Of those that a table of cases makes, the part before the case and the cases. */
const variants: Readonly<Record<string, readonly string[]>> = { "two-writers-": ["lock-file", "table", "lock-file-and-table"], "apply-": ["sigint", "sigterm"], "state-": ["truncated", "not-json", "emptied", "of-before", "lost"] };

function tested(): string[] {
  const files = readdirSync(__dirname).filter((name) => name.endsWith(".test.ts") && name !== "table.test.ts");
  const ids = files.flatMap((name) => [...readFileSync(join(__dirname, name), "utf8").matchAll(/\bfault\(["`]([\w-]+)(\$\{[^}]*\})?["`]/g)]);
  return ids.flatMap(([, id, varies]) => (varies === undefined ? [id!] : variants[id!]!.map((variant) => `${id}${variant}`)));
}

test("every row of the table has its test, and every fault that is tested its row", () => {
  expect(rows.toSorted()).toEqual(tested().toSorted());
});
