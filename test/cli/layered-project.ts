import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { Progress } from "../../cli/progress";
import { terraform } from "../../cli/terraform/terraform";
import { temporaryFolder, temporaryProject, write } from "./temporary";

/**
 * Resources by name with what they hold. `<layer>.<resource>` is what another layer's resource holds; what follows
 * ` after ` is a command that runs while it is made.
 */
type Layer = Readonly<Record<string, string>>;
export type Layers = Readonly<Record<string, Layer>>;

/** Workspaces of Terraform Cloud, in the place of local states. */
interface CloudState {
  readonly hostname: string;
  readonly organization: string;
}

// Stands for the framework and for an environment: layers of Terraform's own resource, which needs no provider.
export const layeredProgram = (layers: Layers, layered: boolean, cloud?: CloudState) => `
import { mkdirSync, writeFileSync } from "node:fs";
const out: string = process.env.CDKTF_OUTDIR ?? "";
const layers: Record<string, Record<string, string>> = ${JSON.stringify(layers)};
const cloud: object | undefined = ${JSON.stringify(cloud)};
const layered = ${layered} !== process.argv.includes("--other-layout");

function stack(name: string, parts: string[]): void {
  const resource: Record<string, object> = {};
  const output: Record<string, object> = {};
  const read = new Set<string>();
  for (const part of parts) {
    for (const [key, text] of Object.entries(layers[part]!)) {
      const [value, command] = text.split(" after ") as [string, string?];
      const [layer, other] = value.split(".") as [string, string?];
      const across = other !== undefined && !parts.includes(layer);
      if (across) read.add(layer);
      const input = other === undefined ? value : across ? "$" + "{data.terraform_remote_state." + layer + ".outputs." + layer + "_" + other + "}" : "$" + "{terraform_data." + layer + "_" + other + ".output}";
      resource[part + "_" + key] = { input, ...(command !== undefined && { provisioner: { "local-exec": { command } } }) };
      output[part + "_" + key] = { value: "$" + "{terraform_data." + part + "_" + key + ".output}" };
    }
  }
  const remote = (layer: string) => (cloud ? { backend: "remote", config: { ...cloud, workspaces: { name: "qa-" + layer } } } : { backend: "local", config: { path: "../qa-" + layer + "/terraform.qa-" + layer + ".tfstate" } });
  const states = Object.fromEntries([...read].map((layer) => [layer, remote(layer)]));
  const json = { terraform: cloud ? { cloud: { ...cloud, workspaces: { name } } } : { backend: { local: { path: "terraform." + name + ".tfstate" } } }, resource: { terraform_data: resource }, output, ...(read.size > 0 && { data: { terraform_remote_state: states } }) };
  mkdirSync(out + "/stacks/" + name, { recursive: true });
  writeFileSync(out + "/stacks/" + name + "/cdk.tf.json", JSON.stringify(json));
}

if (layered) for (const layer of Object.keys(layers).reverse()) stack("qa-" + layer, [layer]);
else stack("qa", Object.keys(layers));
`;

/** A project with one environment, `qa`. */
export class LayeredProject {
  constructor(readonly root = temporaryProject({ "main.ts": "export {};\n" }), private readonly cloud?: CloudState) {}

  /** One that goes on from where this one is. */
  copy(): LayeredProject {
    const root = temporaryFolder();
    cpSync(this.root, root, { recursive: true, verbatimSymlinks: true });
    return new LayeredProject(root);
  }

  write(layers: Layers, layout: "one" | "layered"): void {
    write(this.root, { "envs/qa/main.ts": layeredProgram(layers, layout === "layered", this.cloud) });
  }

  folder(stack: string): string {
    return join(this.root, "cdktf.out/stacks", stack);
  }

  async deploy(stack: string): Promise<void> {
    await terraform(["init", "-no-color"], { cwd: this.folder(stack) });
    await terraform(["apply", "-no-color", "-auto-approve"], { cwd: this.folder(stack) });
  }

  /** Addresses in the state of a stack. */
  resources(stack: string): string[] {
    const file = join(this.folder(stack), `terraform.${stack}.tfstate`);
    if (!existsSync(file)) return [];
    const { resources } = JSON.parse(readFileSync(file, "utf8")) as { resources: { mode: string; type: string; name: string }[] };
    return resources.filter(({ mode }) => mode === "managed").map(({ type, name }) => `${type}.${name}`);
  }
}

/** Runs a command's work and gives what it told, without durations. */
export async function told(work: (progress: Progress) => Promise<unknown>, quiet = false): Promise<string[]> {
  let text = "";
  const stream = new Writable({ write: (chunk: Buffer, _, done) => ((text += chunk.toString()), done()) });
  await work(new Progress(stream as NodeJS.WriteStream, quiet));
  // Where providers come from is told once, by the first command of a process, and depends on the machine.
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("  …") && !/^ *providers come from /.test(line)).map((line) => line.replace(/ \(\d+\.\d s\)$/, ""));
}
