import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { projectRoot } from "../../cli/root";
import { checkEnvironment } from "../../envs/checks";
import type { Environment } from "../../envs/environment";
import { describe as sentence, moduleFiles } from "../../kernel";
import { modules } from "../../modules";
import { planFiles } from "../harness";
import { offlineProvider } from "../offline";
import { qa } from "../envs/example";
import { platformProvidersMissing } from "../harness/stand-in";
import { itUnless } from "../skip";
import { floor } from "../synth";

interface Example {
  readonly page: string;
  /** Page and number: `network-2`. */
  readonly id: string;
  readonly text: string;
}

const folder = join(projectRoot, "docs", "modules");
const pages = readdirSync(folder).map((file) => file.replace(/\.md$/, ""));
const hcl = pages.flatMap((page) => examplesOf(page, "hcl"));
const ts = pages.flatMap((page) => examplesOf(page, "ts"));
const complete = new Map(modules.filter((definition) => definition.complete !== undefined).map((definition) => [definition.name, moduleFiles(definition, floor)["examples/complete/main.tf"]!]));

let typed: string;
beforeAll(() => {
  typed = mkdtempSync(join(tmpdir(), "pages-"));
  for (const { id, text } of ts) writeFileSync(join(typed, `${id}.ts`), whole(text));
  const compilerOptions = { types: ["node"], typeRoots: [join(projectRoot, "node_modules", "@types")] };
  writeFileSync(join(typed, "tsconfig.json"), JSON.stringify({ extends: join(projectRoot, "tsconfig.json"), compilerOptions, include: ["."] }));
});
afterAll(() => rmSync(typed, { recursive: true, force: true }));

describe("docs/modules/", () => {
  it("has a page for each module, and no other", () => {
    expect(pages.toSorted()).toEqual(modules.map(({ name }) => name).toSorted());
  });

  it.each(pages)("%s shows the module's complete example", (page) => {
    expect(hcl.filter((example) => example.page === page).map(({ text }) => withSource(text, "../.."))).toContain(complete.get(page));
  });

  it("shows no HCL but what the real provider of AWS plans", async () => {
    expect(await unplanned(hcl.filter(({ text }) => !insideCluster(text)))).toEqual([]);
  });

  itUnless(platformProvidersMissing, "shows no HCL for the inside of a cluster but what plans", async () => {
    expect(await unplanned(hcl.filter(({ text }) => insideCluster(text)))).toEqual([]);
  });

  it.each(ts)("the TypeScript of $id is an environment, or a part of one, without a mistake", async ({ id }) => {
    const [part] = Object.values((await import(join(typed, `${id}.ts`))) as Record<string, object>);
    const { network, ...rest } = qa;
    // A part replaces that of a small environment.
    const data = "existingNetwork" in part! ? { ...rest, ...part } : { network, ...rest, ...part };
    expect(checkEnvironment(data as Environment).problems.map(sentence)).toEqual([]);
  });

  it("its TypeScript is of the right types", async () => {
    const { all } = await execa(process.execPath, [join(projectRoot, "node_modules", "typescript", "bin", "tsc"), "--noEmit", "--project", typed], { all: true, reject: false });
    expect(all).toBe("");
  });
});

const moduleHcl = Object.fromEntries(modules.map((definition) => [definition.name, Object.entries(moduleFiles(definition, floor))]));

/** Does an example call a module that needs more than the AWS provider? */
function insideCluster(text: string): boolean {
  return modulesIn(text).some((name) => /"hashicorp\/(helm|kubernetes)"/.test(Object.fromEntries(moduleHcl[name]!)["versions.tf"]!));
}

function modulesIn(text: string): string[] {
  return [...text.matchAll(/source += "\.\/generated\/(.*)"/g)].map(([, name]) => name!);
}

/** Examples that make nothing, and what a plan of all would do beside making things. */
async function unplanned(examples: readonly Example[]): Promise<string[]> {
  const files = Object.fromEntries(examples.flatMap(({ text }) => modulesIn(text)).flatMap((name) => moduleHcl[name]!.filter(([path]) => !path.startsWith("examples/") && !path.startsWith("tests/")).map(([path, text]) => [`generated/${name}/${path}`, text])));
  const calls = Object.fromEntries(examples.map(({ id, text }) => [`${id}/main.tf`, text.replaceAll('"./generated/', '"../generated/')]));
  const called = Object.fromEntries(examples.map(({ id }) => [id, { source: `./${id}` }]));
  const { actions } = await planFiles({ ...files, ...calls, "main.tf.json": { provider: { aws: offlineProvider }, module: called } });
  const idle = examples.map(({ id }) => id).filter((id) => !Object.keys(actions).some((address) => address.startsWith(`module.${id}.`)));
  return [...idle, ...new Set(Object.values(actions).flat())].filter((found) => found !== "create" && found !== "read");
}

function examplesOf(page: string, language: string): Example[] {
  const found = readFileSync(join(folder, `${page}.md`), "utf8").matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"));
  return [...found].map(([, text], index) => ({ page, id: `${page}-${index + 1}`, text: text! }));
}

function withSource(text: string, source: string): string {
  return text.replace(/^( {2}source += )".*"$/m, `$1"${source}"`);
}

/** A file as it stands, or the members of an environment as a file. */
function whole(text: string): string {
  const file = /^(import|export)\b/m.test(text) ? text : `import type { Environment } from "../environment";\n\nexport const part: Partial<Environment> = {\n${text}};\n`;
  return file.replace('"../environment"', JSON.stringify(join(projectRoot, "envs", "environment")));
}
