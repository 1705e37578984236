import { parse } from "yaml";
import type { GivenInputs } from "../../../kernel";
import { PlatformStack } from "../../../kernel";
import { Construct } from "../../../kernel/framework";
import { Fluentd } from "../../../modules/fluentd/fluentd";
import type { fluentdInputs } from "../../../modules/fluentd/inputs";
import { planFiles } from "../../harness";
import { planned, readInPlan } from "../../offline";
import { floor, type Json } from "../../synth";

export type Given = GivenInputs<typeof fluentdInputs>;

export const minimal = { clusterName: "eks-test", region: "us-east-1", output: { cloudWatch: { onDestroy: "drop" } } } as const;

/** What Helm would be told, in each case: Terraform's own evaluation, with all documents laid over each other. */
export async function valuesOf<K extends string>(cases: Readonly<Record<K, Given>>): Promise<Readonly<Record<K, Json>>> {
  const stack = new PlatformStack(new Construct(undefined as never, ""), "test", floor);
  Object.entries<Given>(cases).forEach(([name, given]) => new Fluentd(stack, name, given));
  const { resource, terraform, output: _, ...rest } = stack.toJson() as Json;
  const { helm_release: releases, ...others } = resource;
  const { helm: __, ...providers } = terraform.required_providers;
  const output = Object.fromEntries(Object.keys(cases).map((name) => [name, { value: releases[`${name}_this`].values }]));
  const json = planned({ ...rest, terraform: { ...terraform, required_providers: providers }, resource: others, output });
  const { outputs } = await planFiles({ "main.tf.json": json, ...readInPlan(".", stack.files) });
  return Object.fromEntries(Object.keys(cases).map((name) => [name, laidOver((outputs[name]!["value"] as string[]).map((text) => parse(text) as Json))])) as Record<K, Json>;
}

/** The files as Fluentd includes them, one after the other. */
export function configurationOf(values: Json): string {
  const files = values["fileConfigs"] as Record<string, string>;
  return Object.keys(files).sort().map((name) => `# ${name}\n${files[name]}`).join("\n");
}

function laidOver(documents: readonly Json[]): Json {
  const merged = (first: Json, second: Json): Json =>
    Object.fromEntries([...new Set([...Object.keys(first), ...Object.keys(second)])].map((key) => [key, isMap(first[key]) && isMap(second[key]) ? merged(first[key], second[key]) : (second[key] ?? first[key])]));
  return documents.reduce(merged, {});
}

function isMap(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
