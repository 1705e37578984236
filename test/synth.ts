import { type Construct, moduleStack, type ModuleDefinition, PlatformStack, type Target } from "../kernel";
import { Construct as Root } from "../kernel/framework";
import { flavours } from "../modules/targets";

export type Json = Record<string, any>;

/** The oldest provider that is supported, and the newest that the bindings know. */
export const floor: Target = flavours["5.100"]!;
export const newest: Target = flavours["6.25"]!;

/** The JSON of a stack that `build` fills. */
export function synthStack(build: (stack: PlatformStack) => void, target: Target = floor, name = "test"): Json {
  const stack = new PlatformStack(new Root(undefined as never, ""), name, target);
  build(stack);
  return stack.toJson();
}

/** The JSON of a published module. */
export function synthModule(definition: ModuleDefinition, target: Target = floor): Json {
  return moduleStack(definition, target).toJson();
}

/** The sentences of the problems that `action` throws; none when it throws nothing. */
export function problemsOf(action: () => unknown): string[] {
  try {
    action();
    return [];
  } catch (error) {
    return (error as Error).message.split("\n");
  }
}

export type { Construct };
