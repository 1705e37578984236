import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stacksIn, type Stack } from "../../../cli/synth/stacks";
import { terraform } from "../../../cli/terraform/terraform";
import { temporaryFolder, write } from "../temporary";

/** Inputs of resources by name, by layer. `<layer>.<resource>` is an output of another layer. */
export type Reviewed = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Stacks of an environment `qa` as a synth writes them, of Terraform's own resource, with states on this machine. */
export class ReviewedStacks {
  private readonly output = temporaryFolder();

  /** Writes them. `more` goes into the Terraform JSON of a layer. */
  write(layers: Reviewed, more: Readonly<Record<string, object>> = {}): Stack[] {
    for (const [layer, resources] of Object.entries(layers)) write(this.folder(layer), { "cdk.tf.json": JSON.stringify({ ...this.json(layer, resources, Object.keys(layers)), ...more[layer] }) });
    return stacksIn(this.output, Object.keys(layers).map((layer) => `qa-${layer}`));
  }

  folder(layer: string): string {
    return join(this.output, "stacks", `qa-${layer}`);
  }

  stateFile(layer: string): string {
    return join(this.folder(layer), `terraform.qa-${layer}.tfstate`);
  }

  state(layer: string): string {
    return readFileSync(this.stateFile(layer), "utf8");
  }

  async deploy(...layers: readonly string[]): Promise<void> {
    for (const layer of layers) {
      await terraform(["init", "-no-color"], { cwd: this.folder(layer) });
      await terraform(["apply", "-no-color", "-auto-approve"], { cwd: this.folder(layer) });
    }
  }

  private json(layer: string, resources: Reviewed[string], layers: readonly string[]): object {
    const read = new Set<string>();
    const input = (value: string) => {
      const [other, name] = value.split(".") as [string, string?];
      if (name === undefined || !layers.includes(other)) return value;
      read.add(other);
      return `\${data.terraform_remote_state.${other}.outputs.${name}}`;
    };
    const made = Object.fromEntries(Object.entries(resources).map(([name, value]) => [name, { input: input(value) }]));
    const output = Object.fromEntries(Object.keys(resources).map((name) => [name, { value: `\${terraform_data.${name}.output}` }]));
    const states = Object.fromEntries([...read].map((other) => [other, { backend: "local", config: { path: this.stateFile(other) } }]));
    return {
      "//": { metadata: { stackName: `qa-${layer}` } },
      terraform: { required_version: ">= 1.9", backend: { local: { path: `terraform.qa-${layer}.tfstate` } } },
      resource: { terraform_data: made },
      output,
      ...(read.size > 0 && { data: { terraform_remote_state: states } }),
    };
  }
}
