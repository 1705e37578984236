import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { bundle, type Bundle } from "../../cli/bundle.mjs";
import { temporaryProject, write } from "./temporary";

const past = new Date(Date.now() - 10_000);
let root: string;

function change(files: Readonly<Record<string, string>>): void {
  write(root, files);
  for (const path of Object.keys(files)) utimesSync(join(root, path), past, past);
}

function build(): Promise<Bundle> {
  return bundle({ entry: "main.ts", root });
}

async function run({ program, vendor }: Bundle, env: Record<string, string> = {}) {
  const args = [join(root, "cli/load.cjs"), program, vendor, "one", "two"];
  return execa(process.execPath, args, { reject: false, env });
}

beforeEach(() => {
  root = temporaryProject({});
  for (const path of readdirSync(root)) if (statSync(join(root, path)).isFile()) utimesSync(join(root, path), past, past);
  for (const path of ["cli/load.cjs", "cli/bundle.mjs", "cli/framework.cjs"]) utimesSync(join(root, path), past, past);
  change({
    "main.ts": `import { Construct, RootConstruct } from "constructs";\nimport { word } from "./word";\nimport data from "./data.json";\nconsole.log(word, data.n, new Construct(new RootConstruct(), "x").node.path, process.argv.slice(2).join());\n`,
    "word.ts": `export const word: string = "first";\n`,
    "data.json": `{"n":1}`,
  });
});

it("a bundle runs, with its packages and arguments", async () => {
  expect(await run(await build())).toMatchObject({ stdout: "first 1 x one,two", stderr: "", exitCode: 0 });
});

it("an unchanged program is not built again", async () => {
  expect((await build()).fresh).toBe(false);
  const begun = performance.now();
  expect((await build()).fresh).toBe(true);
  expect(performance.now() - begun).toBeLessThan(30);
});

it("a file that was only touched counts as unchanged", async () => {
  await build();
  utimesSync(join(root, "word.ts"), new Date(), new Date());
  expect((await build()).fresh).toBe(true);
});

it.each<[string, string, string]>([
  ["word.ts", `export const word = "other";\n`, "other 1 x one,two"],
  ["data.json", `{"n":2}`, "first 2 x one,two"],
])("a change of %s is built, and the packages are not", async (path, content, stdout) => {
  const before = await build();
  change({ [path]: content });
  const after = await build();
  expect(after).toEqual({ ...before, fresh: false });
  expect((await run(after)).stdout).toBe(stdout);
});

it("another lock file means other packages", async () => {
  const before = await build();
  change({ "package-lock.json": `{"other":1}` });
  expect((await build()).vendor).not.toBe(before.vendor);
});

it("what is written while it is built is built next time", async () => {
  write(root, { "word.ts": `export const word = "late";\n` });
  utimesSync(join(root, "word.ts"), new Date(Date.now() + 5000), new Date(Date.now() + 5000));
  await build();
  expect((await build()).fresh).toBe(false);
});

it("a missing part of the cache is built again", async () => {
  const { vendor } = await build();
  rmSync(vendor);
  expect((await build()).fresh).toBe(false);
});

it("V8's compiled form is kept for each set of flags, and gives the same result", async () => {
  const built = await build();
  const compiled = () => readdirSync(dirname(built.vendor)).filter((name) => name.endsWith(".v8"));
  const outputs = [await run(built), await run(built), await run(built, { NODE_OPTIONS: "--max-old-space-size=512" })].map(({ stdout }) => stdout);
  expect(new Set(outputs)).toEqual(new Set(["first 1 x one,two"]));
  expect(compiled()).toHaveLength(2);
});

it("an uncaught error names the lines of the sources", async () => {
  change({ "word.ts": `\n\nexport const word: string = (() => { throw new Error("no word"); })();\n` });
  const { stderr, exitCode } = await run(await build());
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^Error: no word\n/);
  expect(stderr).toContain(`(${join(root, "word.ts")}:3:`);
  expect(readFileSync(join(root, "word.ts"), "utf8").split("\n")[2]).toContain("throw");
});
