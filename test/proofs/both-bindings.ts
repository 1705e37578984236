import { moduleFiles, PlatformStack, type Target } from "../../kernel";
import { snakeCase } from "../../kernel/case";
import { RawBlock } from "../../kernel/block";
import { meaningOf } from "../../kernel/expression";
import { Construct } from "../../kernel/framework";
import { lower } from "../../kernel/lower";
import type { AnySchema } from "../../kernel/schema";
import { offlineProviders, readInPlan } from "../offline";
import { floor, type Json, synthModule } from "../synth";
import type { Data, Subject } from "./subjects";
import { unknownSource } from "./unknown";

/** One construct with its inputs, planned as a part of a stack and as a module call. */
export interface Instance {
  readonly subject: Subject;
  readonly given: Data;
}

type Files = Record<string, Json | string>;

/** The stack, as a module of the root that plans both bindings at once. */
const STACK = "stack";

/**
 * A root that has every instance twice: `module.stack` is one stack with the constructs `n0`, `n1` …, and `module.n0`,
 * `module.n1` … call the published modules. One plan of both costs half of two.
 */
export function bothBindings(instances: readonly Instance[], target: Target = floor): Files {
  const subjects = [...new Set(instances.map(({ subject }) => subject))];
  const calls = instances.map(({ subject, given }, index) => [`n${index}`, { source: `./${subject.definition.name}`, ...argumentsOf(subject, given) }] as const);
  const outputs = instances.flatMap(({ subject }, index) => {
    const own = outputNames(subject, target).map((name) => [name, `\${module.${STACK}.n${index}_${name}}`] as const);
    return [[`${STACK}-n${index}`, { value: Object.fromEntries(own) }] as const, [`n${index}`, { value: `\${module.n${index}}` }] as const];
  });
  const { stack, files } = stackOf(instances, target);
  const { required_providers: required } = stack["terraform"];
  const root = {
    terraform: { required_providers: required },
    provider: offlineProviders(required),
    resource: unknownSource,
    module: { [STACK]: { source: `./${STACK}` }, ...Object.fromEntries(calls) },
    output: Object.fromEntries(outputs),
  };
  return { "main.tf.json": root, [`${STACK}/main.tf.json`]: stack, ...files, ...Object.assign({}, ...subjects.map((subject) => filesOf(subject, target))) };
}

function stackOf(instances: readonly Instance[], target: Target): { readonly stack: Json; readonly files: Files } {
  const stack = new PlatformStack(new Construct(undefined as never, ""), "parity", target);
  new RawBlock(stack, "unknown", { resource: unknownSource });
  instances.forEach(({ subject, given }, index) => new subject.construct(stack, `n${index}`, given as never));
  const { "//": _, ...json } = stack.toJson();
  return { stack: json, files: readInPlan(STACK, stack.files) };
}

const generated = new Map<string, Files>();

function filesOf({ definition }: Subject, target: Target): Files {
  const key = `${definition.name} ${target.floor}`;
  const files = generated.get(key) ?? readInPlan(definition.name, moduleFiles(definition, target));
  generated.set(key, files);
  return files;
}

function outputNames({ definition }: Subject, target: Target): string[] {
  return Object.keys(synthModule(definition, target)["output"] ?? {});
}

/** The arguments of a module call as a user writes them: only what is given, under Terraform's names. */
export function argumentsOf({ definition }: Subject, given: Data): Json {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [snakeCase(name), lower(named(definition.inputs[name]!, value))]));
}

function named(schema: AnySchema, value: unknown): unknown {
  if (typeof value !== "object" || value === null || meaningOf(value) !== undefined) return value;
  const { shape } = schema;
  if (shape.kind === "list") return (value as unknown[]).map((item) => named(shape.element, item));
  const keyed = Object.entries(value).map(([key, item]) =>
    shape.kind === "object" ? [snakeCase(key), named(shape.fields[key]!, item)] : [key, named((shape as { element: AnySchema }).element, item)],
  );
  return Object.fromEntries(keyed);
}
