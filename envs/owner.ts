import { outputs, type PlatformStack } from "../kernel";
import type { CheckedEnvironment } from "./environment";
import type { Layer } from "./layers";

/** Whose state a stack's state is. A plan into the state of another environment or layer is refused by what stands there. */
export function ownerOutputs(stack: PlatformStack, { name, layout, production }: Pick<CheckedEnvironment, "name" | "layout" | "production">, layer: Layer): void {
  outputs(stack, {
    environment: { value: name, doc: "Environment whose state this is." },
    layer: { value: layout === "one" ? "all" : layer, doc: "Layer whose state this is; `all` where the environment is one stack." },
    ...(production && { production: { value: "true", doc: "A deploy asks for the environment's name to be typed." } }),
  });
}
