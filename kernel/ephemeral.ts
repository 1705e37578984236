import type { KeyedResource } from "./attributes";
import { RawBlock } from "./block";
import { handle, type Meaning } from "./expression";
import type { Construct } from "./framework";
import type { Expr, Handle } from "./handle";
import { lower } from "./lower";
import { keyed } from "./resource";
import { PlatformStack } from "./stack";

/**
 * Declares an ephemeral resource: it is read while Terraform runs and kept neither in the state nor in a plan. The
 * bindings have no classes for them, so `type` and the arguments are Terraform's own names. `R` is what it gives.
 */
export function ephemeral<R>(scope: Construct, type: string, id: string, config: Arguments & { readonly for_each: Expr<unknown> }): KeyedResource<R>;
export function ephemeral<R>(scope: Construct, type: string, id: string, config: Arguments): Handle<R>;
export function ephemeral(scope: Construct, type: string, id: string, config: Arguments): unknown {
  const stack = PlatformStack.of(scope);
  const name = stack.nameIn(scope, id);
  stack.needsTerraform("1.10");
  stack.claim(`ephemeral.${type}.${name}`, scope.node.path);
  const provider = stack.providerOf(scope);
  new RawBlock(scope, `ephemeral.${type}.${id}`, { ephemeral: { [type]: { [name]: { ...(lower(config) as object), ...(provider !== undefined && { provider }) } } } });
  const address = `ephemeral.${type}.${name}`;
  const meaning: Meaning = { hcl: address, references: [address] };
  return "for_each" in config ? keyed(meaning) : handle(meaning);
}

type Arguments = Readonly<Record<string, unknown>>;
