import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { checkout, temporaryFolder, write } from "./temporary";

const passes = `it("passes", () => expect(1).toBe(1));\n`;

async function report(files: Readonly<Record<string, string>>, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const root = temporaryFolder();
  const config = { rootDir: root, reporters: [join(checkout, "test/reporter.cjs")], testMatch: ["**/*.test.js"], transform: {} };
  write(root, { "jest.config.json": JSON.stringify(config), ...files });
  const jest = join(checkout, "node_modules/jest/bin/jest.js");
  const { TEST_TOTALS: _, ...clean } = process.env;
  const { exitCode, stdout } = await execa(process.execPath, [jest, "-c", join(root, "jest.config.json"), ...args], {
    cwd: root,
    env: { ...clean, ...env },
    extendEnv: false,
    reject: false,
  });
  return { exitCode, stdout, last: stdout.split("\n").at(-1) };
}

it.each<[string, Record<string, string>, string, number]>([
  ["passing tests", { "a.test.js": passes, "b.test.js": passes }, "tests: 2 passed, 0 failed", 0],
  ["a failing test", { "a.test.js": `${passes}it("fails", () => expect(1).toBe(2));` }, "tests: 1 passed, 1 failed", 1],
  ["a file that cannot be loaded", { "a.test.js": `require("./absent");`, "b.test.js": passes }, "tests: 1 passed, 1 failed", 1],
  ["a file without a test", { "a.test.js": "", "b.test.js": passes }, "tests: 1 passed, 1 failed", 1],
  ["a failure after the tests", { "a.test.js": `${passes}afterAll(() => { throw new Error("late"); });` }, "tests: 1 passed, 1 failed", 1],
  ["a failure before the tests", { "a.test.js": `${passes}beforeAll(() => { throw new Error("early"); });` }, "tests: 0 passed, 1 failed", 1],
  ["a test that only waits to be written", { "a.test.js": `${passes}it.todo("later");` }, "tests: 1 passed, 0 failed, 1 skipped", 0],
  ["nothing but skipped tests", { "a.test.js": `it.skip("skipped", () => {});` }, "tests: 0 passed, 0 failed, 1 skipped", 1],
])("%s: the last line has the true counts", async (_, files, last, exitCode) => {
  expect(await report(files)).toMatchObject({ last, exitCode });
});

it("a skipped test is listed with its reason", async () => {
  const { stdout } = await report({
    "a.test.js": `${passes}describe("group {{skipped: no (big) fish}}", () => { it.skip("swims", () => {}); });\nit.skip("bare", () => {});`,
  });
  expect(stdout).toContain("skipped: group swims: no (big) fish\n");
  expect(stdout).toContain("skipped: bare: no reason given\n");
});

it("what -t leaves out is not counted as skipped", async () => {
  const { last } = await report({ "a.test.js": `${passes}it("other", () => {});` }, ["-t", "passes"]);
  expect(last).toBe("tests: 1 passed, 0 failed");
});

it("a failure is printed in full, with what the test wrote", async () => {
  const { stdout } = await report({ "a.test.js": passes, "b.test.js": `it("fails", () => { console.log("a clue"); throw new Error("the reason"); });` });
  expect(stdout).toContain("the reason");
  expect(stdout.match(/a clue"?\)?;?/g)?.length).toBeGreaterThan(0);
});

it("the counts go to a file for a caller that adds its own", async () => {
  const totals = join(temporaryFolder(), "totals.json");
  const { last } = await report({ "a.test.js": passes }, [], { TEST_TOTALS: totals });
  expect(last).not.toMatch(/^tests:/);
  expect(JSON.parse(readFileSync(totals, "utf8"))).toEqual({ passed: 1, failed: 0, skipped: 0 });
});
