import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReviewRemark } from "../../envs/review-remark";

/** A synthesized stack as a command sees it: one layer of an environment, or the whole of it. */
export interface Stack {
  readonly name: string;
  readonly folder: string;
  /** What it reads of the stacks before it, by their names. */
  readonly reads: readonly Read[];
  readonly json: StackJson;
}

export interface Read {
  readonly layer: string;
  readonly stack: string;
  /** Outputs without which the stack cannot be planned. */
  readonly outputs: readonly string[];
}

/** The Terraform JSON of a stack, as far as a command reads it. */
export interface StackJson {
  readonly "//"?: { readonly review?: ReviewRemark };
  readonly terraform: { readonly backend?: Readonly<Record<string, Readonly<Record<string, unknown>>>>; readonly cloud?: Readonly<Record<string, unknown>> };
  readonly provider?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly variable?: Readonly<Record<string, { readonly default?: Readonly<Record<string, unknown>> }>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly resource?: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly output?: Readonly<Record<string, { readonly value?: unknown }>>;
}

/** The stacks that a synth has written, each after those that it reads. */
export function stacksIn(output: string, names: readonly string[]): Stack[] {
  const stacks = new Map(names.map((name) => [name, stackIn(join(output, "stacks", name), name, names)]));
  const ordered = new Set<Stack>();
  const visit = (stack: Stack) => {
    for (const { stack: earlier } of stack.reads) visit(stacks.get(earlier)!);
    ordered.add(stack);
  };
  [...stacks.values()].forEach(visit);
  return [...ordered];
}

function stackIn(folder: string, name: string, names: readonly string[]): Stack {
  const text = readFileSync(join(folder, "cdk.tf.json"), "utf8");
  const json = JSON.parse(text) as StackJson;
  return { name, folder, reads: readsOf(json, text, names), json };
}

/** The name of the cluster that a stack makes, as the program says it: outputs go with the cluster. */
export function clusterName({ json }: Stack): string | undefined {
  if (json.resource?.["aws_eks_cluster"] === undefined) return undefined;
  return json.variable?.["cluster"]?.default?.["name"] as string;
}

/** How the environment of these stacks is reviewed, as its file says it. */
export function reviewRemarkOf(stacks: readonly Stack[]): ReviewRemark {
  return stacks.map(({ json }) => json["//"]?.review).find((remark) => remark !== undefined) ?? { follows: null, cloud: null, allowed: {} };
}

/** The one of these stacks that has the cluster. */
export function clusterStack(stacks: readonly Stack[]): Stack {
  const found = stacks.find((stack) => clusterName(stack) !== undefined);
  if (found === undefined) throw new Error(`bug: no cluster in ${stacks.map(({ name }) => name).join(", ")}`);
  return found;
}

function readsOf(json: StackJson, text: string, names: readonly string[]): Read[] {
  const read = Object.keys(json.data?.["terraform_remote_state"] ?? {});
  return read.map((layer) => {
    const stack = names.find((name) => name.endsWith(`-${layer}`));
    if (stack === undefined) throw new Error(`bug: ${layer} is read and is none of ${names.join(", ")}`);
    // An output inside of try() may be absent: Terraform keeps none that is null.
    const used = text.matchAll(new RegExp(`(try\\()?data\\.terraform_remote_state\\.${layer}\\.outputs\\.(\\w+)`, "g"));
    return { layer, stack, outputs: [...new Set([...used].filter(([, optional]) => optional === undefined).map(([, , output]) => output!))].sort() };
  });
}
