import { Construct } from "./framework";
import type { ModuleTests } from "./published/module-tests";
import type { About } from "./published/readme";
import type { Has, Inputs } from "./schema";
import { ModuleStack } from "./module-stack";
import type { Target } from "./target";

/** A construct as it is published: `generated/<name>`. */
export interface ModuleDefinition {
  /** Folder and module name, kebab-case. */
  readonly name: string;
  /** What the module makes, in a sentence or two. The first paragraph of its README. */
  readonly doc: string;
  readonly inputs: Inputs;
  /** Creates the construct under `scope`. Its inputs are the module's variables: pass `fromVariables`. */
  build(scope: Construct): void;
  /** The arguments of a smallest call, as HCL, for the README and `examples/minimal`. */
  readonly example: string;
  readonly about?: About | ((has: Has) => About);
  /** What a user must know beside inputs and outputs, as sections of Markdown in the README. */
  readonly notes?: string;
  /** The arguments of a call that shows the module in full, as HCL: `examples/complete`. */
  readonly complete?: string;
  /** Further examples by name, each with its files: `examples/<name>/<file>`. */
  readonly examples?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Modules that stand whole below `modules/`: those that the body calls, and those of further examples. */
  readonly modules?: readonly ModuleDefinition[];
  /** `tests/<name>.tftest.hcl`. They read the complete example. */
  readonly tests?: ModuleTests;
}

/** Stands where a construct wants its inputs, in a module: they come from variables. */
export const fromVariables = {} as never;

/** The stacks of modules for one target. Each is built once, for its own files and for whatever calls it or reads it. */
export class ModuleStacks {
  private readonly built = new Map<ModuleDefinition, ModuleStack>();

  constructor(readonly target: Target) {}

  of(definition: ModuleDefinition): ModuleStack {
    const present = this.built.get(definition);
    if (present !== undefined) return present;
    const root = new Construct(undefined as never, "");
    const stack = new ModuleStack(root, definition.name, this.target, this);
    definition.build(stack);
    this.built.set(definition, stack);
    return stack;
  }
}

/** The module as a stack of Terraform JSON, for provider versions from `target.floor` up. */
export function moduleStack(definition: ModuleDefinition, target: Target): ModuleStack {
  return new ModuleStacks(target).of(definition);
}
