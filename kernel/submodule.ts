import type { GivenInputs } from "./bind";
import { checkInputs } from "./check";
import { snakeCase } from "./case";
import { meaningOf, raw, tf } from "./expression";
import { type Construct, TerraformElement } from "./framework";
import type { Expr, Handle } from "./handle";
import { lower } from "./lower";
import { type ModuleDefinition, moduleStack } from "./module";
import type { Output } from "./outputs";
import type { RemoteOutputs } from "./remote-state";
import { refuse } from "./problem";
import type { Inputs } from "./schema";
import { ModuleStack } from "./module-stack";
import { PlatformStack } from "./stack";

/** What a call of a module gives. */
export interface Submodule {
  /** An output, by the name that the module gives it. With `count`, of the one call that there may be. */
  readonly output: RemoteOutputs;
  /** The same of every call: a list of one element or, where there is none, of none. */
  every<T>(name: string): Handle<readonly T[]>;
  /**
   * Outputs as they are, for outputs of the calling module. `prefix` stands before names that do not say whose they are,
   * and `newer` are those that builds for older providers lack.
   */
  passed(names: readonly string[], options?: { readonly prefix?: string; readonly newer?: readonly string[] }): Readonly<Record<string, Output>>;
}

interface Call<F extends Inputs> {
  readonly inputs: GivenInputs<F>;
  /** The call is there or not. */
  readonly count?: Expr<boolean>;
  readonly comment?: string;
}

/**
 * Calls another module of ours from `./modules/<name>`, where it stands beside the module that calls it. Inputs are
 * checked against its declaration, and may be handles that are set later. Each has to be given: one that is forgotten
 * would be out of reach for who calls the whole.
 */
export function submodule<F extends Inputs>(scope: Construct, id: string, definition: ModuleDefinition & { readonly inputs: F }, call: Call<F>): Submodule {
  const stack = PlatformStack.of(scope);
  if (!(stack instanceof ModuleStack)) throw new Error(`bug: ${scope.node.path} calls the module ${definition.name}, but only a module has others below it`);
  const called = stack.modules?.of(definition) ?? moduleStack(definition, stack.target);
  stack.calls(called);
  const there = Object.entries<unknown>(call.inputs).filter(([, value]) => value !== undefined && meaningOf(value)?.absent === undefined);
  const inputs = Object.fromEntries(there);
  refuse(checkInputs(definition.inputs, inputs, { path: `module.${id}`, target: stack.target, handles: true }));
  const forgotten = Object.keys(definition.inputs).filter((name) => !(name in call.inputs));
  if (forgotten.length > 0) throw new Error(`bug: the call of ${definition.name} does not say ${forgotten.join(", ")}`);
  const element = new ModuleCall(scope, id, { source: `./modules/${definition.name}`, count: call.count, inputs });
  stack.authored.describe(element, { comment: call.comment, written: {} });
  stack.authored.place(element);
  const address = `module.${stack.nameIn(scope, id)}`;
  const declared = (called.toJson()["output"] ?? {}) as Readonly<Record<string, { readonly description: string; readonly sensitive?: boolean }>>;
  const named = (name: string) => {
    if (!(name in declared)) throw new Error(`bug: the module ${definition.name} has no output ${name}`);
    return name;
  };
  const at = (suffix: string) => <T>(name: string) => raw<T>(`${address}${suffix}.${named(name)}`, [address]);
  const output = at(call.count === undefined ? "" : "[0]");
  const passed = (name: string): Output => {
    const { description: doc, sensitive } = declared[named(name)]!;
    return { value: call.count === undefined ? output(name) : tf`one(${at("[*]")(name)})`, doc, ...(sensitive && { sensitive }) };
  };
  return { output, every: at("[*]"), passed: (names, { prefix = "", newer = [] } = {}) => Object.fromEntries([...names, ...newer.filter((name) => name in declared)].map((name) => [prefix + name, passed(name)])) };
}

/** Rendered at the end, when what its inputs wait for is set. */
class ModuleCall extends TerraformElement {
  private readonly name: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly call: { readonly source: string; readonly count: Expr<boolean> | undefined; readonly inputs: object },
  ) {
    super(scope, `module.${id}`);
    const stack = PlatformStack.of(this);
    this.name = stack.nameIn(scope, id);
    stack.claim(`module.${this.name}`, this.node.path);
  }

  override toTerraform(): object {
    const { source, count, inputs } = this.call;
    const given = Object.entries(inputs).map(([name, value]) => [snakeCase(name), lower(value)] as const);
    const block = { source, ...(count !== undefined && { count: lower(tf`${count} ? 1 : 0`) }), ...Object.fromEntries(given) };
    return { module: { [this.name]: block } };
  }
}
