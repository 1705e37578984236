import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../cli/root";
import { checkEnvironment } from "../../envs/checks";
import { environmentStacks } from "../../envs/wiring";
import { moduleFiles, PlatformApp } from "../../kernel";
import { residueOf } from "../../kernel/residue";
import { modules } from "../../modules";
import { floor, type Json, newest } from "../synth";
import { environments, outputsFor } from "./outputs";

const targets = [
  { version: "5.100", target: floor },
  { version: "6.25", target: newest },
];
/** Where this machine keeps things. What is published must not know. */
const ofThisMachine = [projectRoot, homedir(), `${tmpdir()}/`, join(projectRoot, "..")].filter((path) => path.length > 1);

describe.each(targets)("built for AWS provider $version", ({ target }) => {
  it.each(outputsFor(target))("$name holds no token, nothing of JavaScript, no path of this machine and no metadata of constructs", ({ stack }) => {
    const { "//": comment, ...json } = stack.toTerraform() as Json;
    // What the commands read of a review is plain data of the environment's file.
    const { review = {}, ...top } = comment;
    expect(residueOf(json)).toEqual([]);
    expect(leaksIn(JSON.stringify({ ...json, review }))).toEqual([]);
    expect(commentsIn(json, "")).toEqual([]);
    // The stack's own, for the cdktf command: of constructs it has the names of outputs only.
    expect(JSON.parse(JSON.stringify(top))).toEqual({ metadata: onlyText(top.metadata, "backend", "stackName", "version"), outputs: expect.anything() });
    expect(textsOf(top.outputs).filter((name) => !(name in json["output"]))).toEqual([]);
  });

  it.each(modules)("the files of the module $name hold none either", (definition) => {
    const files = Object.entries(moduleFiles(definition, target));
    expect(files.length).toBeGreaterThan(4);
    expect(files.flatMap(([path, text]) => leaksIn(text).map((leak) => `${path}: ${leak}`))).toEqual([]);
    // As a template each, so that what counts in expressions only is looked for everywhere.
    expect(files.filter(([path]) => path.endsWith(".tf")).flatMap(([path, text]) => residueOf({ [path]: `\${${text}}` }))).toEqual([]);
  });
});

describe("what a synth writes", () => {
  it("knows nothing of this machine, in any file", () => {
    const outdir = mkdtempSync(join(tmpdir(), "residue-"));
    try {
      const app = new PlatformApp({ outdir });
      const stacks = environments.flatMap((data) => environmentStacks(app, checkEnvironment(data).environment!));
      app.synth();
      const files = readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      expect(files.filter(({ name }) => name === "cdk.tf.json")).toHaveLength(stacks.length);
      expect(files.flatMap((entry) => leaksIn(readFileSync(join(entry.parentPath, entry.name), "utf8")))).toEqual([]);
    } finally {
      rmSync(outdir, { recursive: true, force: true });
    }
  });
});

describe("the search finds what is planted", () => {
  const [{ stack }] = outputsFor(floor) as [(typeof environments)[number] & ReturnType<typeof outputsFor>[number]];
  const plants: readonly (readonly [string, string, string])[] = [
    ["a token of the framework", "${TfToken[TOKEN.12]}", "token"],
    ["a comparison with undefined", "${var.x == undefined}", "javascript"],
    ["an object of JavaScript", "${[object Object]}", "javascript"],
    ["a splat of the framework", "${aws_subnet.x.*.id}", "javascript"],
  ];

  it.each(plants)("%s", (_, text, kind) => {
    const json = structuredClone(stack.toJson()) as Json;
    json["resource"]["aws_vpc"]["network_this"]["cidr_block"] = text;
    expect(residueOf(json)).toEqual([{ kind, path: "resource.aws_vpc.network_this.cidr_block", text }]);
  });

  it("a path of this machine, and a comment of a construct", () => {
    expect(leaksIn(`{"path":"${projectRoot}/main.ts"}`)).not.toEqual([]);
    expect(commentsIn({ resource: { aws_vpc: { this: { "//": { metadata: {} } } } } }, "")).toEqual(["resource.aws_vpc.this"]);
  });
});

function onlyText(from: Json, ...names: readonly string[]): Json {
  return Object.fromEntries(names.filter((name) => typeof from[name] === "string").map((name) => [name, from[name]]));
}

function textsOf(value: unknown): string[] {
  return typeof value === "string" ? [value] : Object.values(value as object).flatMap(textsOf);
}

function leaksIn(text: string): string[] {
  // Whole names of folders: `/work` is not in `./workload-identity`.
  return ofThisMachine.filter((folder) => new RegExp(`${folder.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}${folder.endsWith("/") ? "" : "(?![\\w-])"}`).test(text));
}

function commentsIn(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, item]) => commentsIn(item, path === "" ? key : `${path}.${key}`));
  return "//" in value ? [path, ...inner] : inner;
}
