import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../cli/root";
import * as harness from "../harness";

const page = readFileSync(join(projectRoot, "docs", "testing.md"), "utf8");
const examples = [...page.matchAll(/```ts\n\/\/ (\S+)\n([^]*?)```/g)].map(([, path, text]) => [path!, text!] as const);

it.each(examples)("the page shows %s as it runs", (path, text) => {
  expect(existsSync(join(projectRoot, path))).toBe(true);
  expect(text).toBe(readFileSync(join(projectRoot, path), "utf8"));
});

it("every example is on the page", () => {
  expect(examples.map(([path]) => path).toSorted()).toEqual(readdirSync(join(projectRoot, "test/docs/testing")).map((file) => `test/docs/testing/${file}`).toSorted());
});

it("every function has its line", () => {
  const named = [...page.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|/gm)].flatMap(([, names]) => [...names!.matchAll(/\w+/g)].map(([name]) => name));
  const functions = Object.keys(harness).filter((name) => name !== "Plan");
  expect(functions.filter((name) => !named.includes(name))).toEqual([]);
});
