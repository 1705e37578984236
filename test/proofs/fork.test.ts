import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { execa } from "execa";
import { projectRoot } from "../../cli/root";
import { modules } from "../../modules";
import { flavours } from "../../modules/targets";
import { environments, environmentStacksOf } from "./outputs";

/** The framework, and its live fork in its place: for the project's code and for the provider's bindings. */
const frameworks = ["cdktf", "cdktf-fork"] as const;

let folder: string;
let written: Readonly<Record<(typeof frameworks)[number], ReadonlyMap<string, string>>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "fork-"));
  const [framework, fork] = await Promise.all(frameworks.map(writtenWith));
  written = { cdktf: framework!, "cdktf-fork": fork! };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("with the framework's live fork", () => {
  it("the program really ran on it", () => {
    const versions = frameworks.map((name) => versionsIn(written[name]));
    expect(versions).toEqual(frameworks.map((name) => [installed(name)]));
    expect(versions[0]).not.toEqual(versions[1]);
  });

  it("every module is written byte for byte, and every stack as the same JSON with the same order of keys", () => {
    const [framework, fork] = frameworks.map((name) => new Map([...written[name]].map(([path, text]) => [path, comparable(path, text, installed(name))])));
    expect([...framework!.keys()].filter((path) => path.endsWith("cdk.tf.json"))).toHaveLength(environments.flatMap(environmentStacksOf).length);
    expect([...framework!.keys()].filter((path) => /^modules\/[\d.]+\/[\w-]+\/variables\.tf$/.test(path))).toHaveLength(modules.length * Object.keys(flavours).length);
    expect(fork).toEqual(framework);
  });
});

/** Everything that the project writes when its code is bundled with `name` for cdktf. */
async function writtenWith(name: string): Promise<ReadonlyMap<string, string>> {
  const [program, output] = [join(folder, `${name}.cjs`), join(folder, name)];
  mkdirSync(output);
  const options = ["--bundle", "--platform=node", "--format=cjs", "--log-level=error", `--outfile=${program}`, ...(name === "cdktf" ? [] : [`--alias:cdktf=${name}`])];
  await execa(join(projectRoot, "node_modules", ".bin", "esbuild"), ["test/proofs/fork-program.ts", ...options], { cwd: projectRoot, stdin: "ignore" });
  await execa(process.execPath, [program], { cwd: folder, env: { CDKTF_OUTDIR: output }, stdin: "ignore" });
  const files = readdirSync(output, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((file) => [relative(output, file), readFileSync(file, "utf8")]));
}

/** The two print an empty list differently, and each its own version. */
function comparable(path: string, text: string, version: string): string {
  return (path.endsWith(".json") ? JSON.stringify(JSON.parse(text)) : text).replaceAll(version, "its version");
}

function versionsIn(files: ReadonlyMap<string, string>): string[] {
  const stacks = [...files].filter(([path]) => path.endsWith("cdk.tf.json")).map(([, text]) => JSON.parse(text) as { "//": { metadata: { version: string } } });
  return [...new Set(stacks.map((stack) => stack["//"].metadata.version))];
}

function installed(name: string): string {
  return (JSON.parse(readFileSync(join(projectRoot, "node_modules", name, "package.json"), "utf8")) as { version: string }).version;
}
