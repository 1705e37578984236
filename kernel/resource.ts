import type { Arguments, Attributes, KeyedResource, OptionalResource } from "./attributes";
import { apart, uncommented, whysOf, withWhys } from "./commented";
import { type Condition, conditionBlock } from "./condition";
import { withoutCreationStack } from "./creation-stack";
import { placeDynamicBlocks, withoutDynamicBlocks } from "./dynamic";
import { handle, meaningOf, type Meaning, part, tf } from "./expression";
import type { Construct, TerraformElement } from "./framework";
import type { Expr, Handle } from "./handle";
import { lower, mapValues } from "./lower";
import { PlatformStack } from "./stack";

/** What a resource may be told beside its own arguments. */
export interface MetaArguments {
  /** Made after what these read. */
  readonly dependsOn?: readonly Expr<unknown>[];
  readonly lifecycle?: Lifecycle;
  /** Name of a provider slot. The stack binds it to an alias; in a module it is a configuration alias. */
  readonly provider?: string;
  /** Why the resource is there or is as it is. A comment in the published module. */
  readonly comment?: string;
}

export interface Lifecycle {
  readonly createBeforeDestroy?: boolean;
  readonly preventDestroy?: boolean;
  /** Attributes as Terraform writes them, `scaling_config[0].desired_size`, or all of them. */
  readonly ignoreChanges?: readonly string[] | "all";
  readonly replaceTriggeredBy?: readonly Expr<unknown>[];
  readonly preconditions?: readonly Condition[];
  readonly postconditions?: readonly Condition[];
}

/** A class of the provider's bindings. */
export interface Binding<R, C> {
  new (scope: Construct, id: string, config: C): R & TerraformElement;
  readonly tfResourceType: string;
}

// A class whose arguments are all optional takes no configuration at all as well.
type Single<C> = Arguments<NonNullable<C>> & MetaArguments;
type Repeated<C> = Single<C> & { readonly forEach: Repeatable };
type Optional<C> = Single<C> & { readonly count: Expr<boolean> };

/** A collection of anything: `Collection<unknown>` would not take one of objects, because what it gives is read too. */
interface Repeatable extends Expr<Readonly<Record<string, unknown>>> {
  readonly each: { readonly key: Expr<string> };
}

/**
 * Declares a resource over the binding's class. With `forEach` it is repeated by key, with `count` it is there or not.
 * What the target's provider lacks disappears, and so does a resource whose existence hangs on it.
 */
export function resource<R, C>(type: Binding<R, C>, scope: Construct, id: string, config: Repeated<C>): KeyedResource<R>;
export function resource<R, C>(type: Binding<R, C>, scope: Construct, id: string, config: Optional<C>): OptionalResource<R>;
export function resource<R, C>(type: Binding<R, C>, scope: Construct, id: string, config: Single<C>): Handle<Attributes<R>>;
export function resource(type: Binding<any, any>, scope: Construct, id: string, config: any): any {
  return declare(type, "", scope, id, config);
}

/** Declares a data source. Prefer handed-in values: each data source is a call at every plan. */
export function data<R, C>(type: Binding<R, C>, scope: Construct, id: string, config: Repeated<C>): KeyedResource<R>;
export function data<R, C>(type: Binding<R, C>, scope: Construct, id: string, config: Optional<C>): OptionalResource<R>;
export function data<R, C>(type: Binding<R, C>, scope: Construct, id: string, config: Single<C>): Handle<Attributes<R>>;
export function data(type: Binding<any, any>, scope: Construct, id: string, config: any): any {
  return declare(type, "data.", scope, id, config);
}

function declare(type: Binding<any, any>, kind: "" | "data.", scope: Construct, id: string, config: any): any {
  const { forEach, count, dependsOn: order, lifecycle: life, provider, comment, ...own } = config as Record<string, unknown> & MetaArguments;
  const { value: dependsOn, why: whyThen } = apart(order) as { value: MetaArguments["dependsOn"]; why?: string };
  const lifecycle = life && uncommented(life);
  const existence = forEach ?? count;
  const absent = existence === undefined ? undefined : part(existence).absent;
  const stack = PlatformStack.of(scope);
  if (absent === undefined) {
    const { config: plain, blocks } = withoutDynamicBlocks(own);
    const element = withoutCreationStack(() => new type(scope, `${kind}${type.tfResourceType}.${id}`, plain));
    placeDynamicBlocks(element, blocks);
    overrides(stack, scope, { forEach, count, lifecycle, provider }).forEach(([name, value]) => element.addOverride(name, value));
    if (dependsOn !== undefined) stack.order(element, dependsOn);
    // Terraform keeps no write-only argument in its state, since 1.11.
    if (Object.keys(own).some((name) => /[a-z]Wo$/.test(name))) stack.needsTerraform("1.11");
    const written = { ...plain, ...(lifecycle && { lifecycle: withWhys({}, whysOf(lifecycle)) }) };
    stack.authored.describe(element, { comment, written: withWhys(written, { ...whysOf(plain), ...(whyThen !== undefined && { dependsOn: whyThen }) }) });
    stack.authored.place(element);
  }
  const address = `${kind}${type.tfResourceType}.${stack.nameIn(scope, id)}`;
  const meaning: Meaning = { hcl: address, references: [address], absent };
  if (forEach !== undefined) return keyed(meaning);
  return count === undefined ? handle(meaning) : optional(meaning);
}

function overrides(stack: PlatformStack, scope: Construct, meta: MetaArguments & { forEach?: unknown; count?: unknown }): [string, unknown][] {
  const { forEach, count, lifecycle, provider } = meta;
  const all: [string, unknown][] = [
    ["for_each", lower(forEach)],
    ["count", count === undefined ? undefined : lower(tf`${count} ? 1 : 0`)],
    ["lifecycle", lifecycle && lifecycleBlock(lifecycle)],
    ["provider", provider === undefined ? stack.providerOf(scope) : stack.slot(provider)],
  ];
  return all.filter(([, value]) => value !== undefined);
}

function lifecycleBlock(lifecycle: Lifecycle): object {
  return mapValues(
    {
      create_before_destroy: lifecycle.createBeforeDestroy,
      prevent_destroy: lifecycle.preventDestroy,
      ignore_changes: lifecycle.ignoreChanges,
      replace_triggered_by: lifecycle.replaceTriggeredBy?.map((item) => meaningOf(item)!.hcl),
      precondition: lifecycle.preconditions?.map(conditionBlock),
      postcondition: lifecycle.postconditions?.map(conditionBlock),
    },
    (item) => item,
  );
}

/** A resource that is repeated by key. */
export function keyed(meaning: Meaning): unknown {
  const members = {
    at: (key: unknown) => element(meaning, part(key)),
    each: element(meaning, { hcl: "each.key", references: [] }),
  };
  return handle({ ...meaning, members });
}

function optional(meaning: Meaning): unknown {
  const { hcl, references, absent } = meaning;
  const members = {
    only: handle({ hcl: `${hcl}[0]`, references, absent }),
    maybe: (attribute: (resource: Handle<never>) => Expr<unknown>) => {
      const read = part(attribute(handle({ hcl: `${hcl}[*]`, references, absent })));
      return handle({ ...read, hcl: `one(${read.hcl})` });
    },
  };
  return handle({ ...meaning, members });
}

function element(meaning: Meaning, key: Meaning): Handle<unknown> {
  const references = [...new Set([...meaning.references, ...key.references])];
  return handle({ hcl: `${meaning.hcl}[${key.hcl}]`, references, absent: meaning.absent ?? key.absent });
}
