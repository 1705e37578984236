import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../cli/root";
import { modules } from "../../modules";
import { offlineProvider, plan, terraformIn } from "../plan";

// Terraform reads the provider's large schema anew in every run.
process.env.GOGC ??= "400";

const generated = join(projectRoot, "generated");
const names = modules.map(({ name }) => name);
const complete = names.filter((name) => existsSync(join(generated, name, "examples", "complete")));

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "module-tests-"));
  cpSync(generated, root, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("what a user of a module runs passes, with neither an account nor credentials", () => {
  it.each(names.filter((name) => existsSync(join(generated, name, "tests"))))("terraform test in %s", async (name) => {
    const folder = join(root, name);
    const runs = [...readFileSync(join(folder, "tests", `${name}.tftest.hcl`), "utf8").matchAll(/^run "/gm)].length;
    await terraformIn(folder, "init", "-backend=false");
    expect(await terraformIn(folder, "test")).toContain(`Success! ${runs} passed, 0 failed.`);
  });
});

// A mocked provider does not judge a plan as the real one does.
it("the real provider plans every complete example", async () => {
  const { actions } = await plan({ ...Object.fromEntries(complete.flatMap(filesOf)), "main.tf.json": { provider: { aws: offlineProvider }, module: Object.fromEntries(complete.map((name) => [name, { source: `./${name}/examples/complete` }])) } });
  const made = Object.keys(actions).map((address) => /^module\.([\w-]+)\./.exec(address)?.[1]);
  expect(complete.filter((name) => !made.includes(name))).toEqual([]);
  expect([...new Set(Object.values(actions).flat())].filter((action) => action !== "create" && action !== "read")).toEqual([]);
});

function filesOf(name: string): (readonly [string, string])[] {
  const files = readdirSync(join(generated, name), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".tf"));
  return files.map((path) => [`${name}/${path}`, readFileSync(join(generated, name, path), "utf8")]);
}
