import { apart } from "./commented";
import { handle, meaningOf, part } from "./expression";
import { type Construct, TerraformElement } from "./framework";
import type { Expr, Handle } from "./handle";
import { lower } from "./lower";
import { PlatformStack } from "./stack";

/** What two blocks must not both declare, and how an expression names it. */
const ADDRESSES = Object.entries({ variable: "var", locals: "local", output: "output", module: "module", check: "check" });

/** A piece of Terraform JSON that stands in a stack as it is. */
export class RawBlock extends TerraformElement {
  constructor(
    scope: Construct,
    id: string,
    private readonly fragment: object,
  ) {
    super(scope, id);
    const stack = PlatformStack.of(this);
    stack.authored.place(this);
    for (const [kind, address] of ADDRESSES) {
      for (const name of Object.keys((fragment as Record<string, object>)[kind] ?? {})) stack.claim(`${address}.${name}`, this.node.path);
    }
  }

  override toTerraform(): object {
    return this.fragment;
  }
}

/** A named expression, for what is used more than once or reads better with a name. */
export function local<T>(scope: Construct, name: string, given: Expr<T>): Handle<T> {
  const stack = PlatformStack.of(scope);
  const full = stack.nameIn(scope, name);
  const { value, why: comment } = apart(given);
  const { schema, target, absent } = part(value);
  if (absent === undefined) stack.authored.describe(new RawBlock(scope, `local.${name}`, { locals: { [full]: lower(value) } }), { comment });
  return handle({ hcl: `local.${full}`, references: [`local.${full}`], schema, target, absent });
}

/** A variable of the stack itself that has no default: a secret that Terraform asks for or takes from `TF_VAR_…`. */
export function secretVariable(stack: PlatformStack, name: string, options: { readonly doc: string; readonly ephemeral?: boolean }): Handle<string> {
  const { doc, ephemeral = false } = options;
  if (ephemeral) stack.needsTerraform("1.10");
  const block = { type: "string", description: doc, sensitive: true, ...(ephemeral && { ephemeral: true }), nullable: false };
  new RawBlock(stack, `var.${name}`, { variable: { [name]: block } });
  return handle({ hcl: `var.${name}`, references: [`var.${name}`] });
}

/** A call of a Terraform module. Its outputs are read from the handle. */
export function moduleCall<Outputs>(
  scope: Construct,
  id: string,
  call: { readonly source: string; readonly version?: string; readonly inputs: Readonly<Record<string, unknown>>; readonly providers?: Readonly<Record<string, string>> },
): Handle<Outputs> {
  const stack = PlatformStack.of(scope);
  const name = stack.nameIn(scope, id);
  const { source, version, inputs, providers } = call;
  const block = { source, ...(version !== undefined && { version }), ...(lower(inputs) as object), ...(providers && { providers }) };
  new RawBlock(scope, `module.${id}`, { module: { [name]: block } });
  return handle({ hcl: `module.${name}`, references: [`module.${name}`] });
}

/** An existing handle's address, for blocks that name a resource rather than read it. */
export function addressOf(scope: Construct, place: Expr<unknown> | string): string {
  const meaning = meaningOf(place);
  if (meaning !== undefined) return meaning.hcl;
  const [, type, rest] = /^([^.]+)\.(.+)$/.exec(place as string) ?? [];
  if (type === undefined || rest === undefined) throw new Error(`bug: ${String(place)} is no resource address`);
  return `${type}.${PlatformStack.of(scope).nameIn(scope, rest)}`;
}
