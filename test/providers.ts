import type { ModuleDefinition } from "../kernel";
import { platformProvidersMissing } from "./harness/stand-in";
import { schemaFiles } from "./stand-in/schema";
import { synthModule } from "./synth";

/** The reason why a module cannot be planned here. */
export function cannotPlan(definition: ModuleDefinition): string | undefined {
  const required = Object.keys(synthModule(definition)["terraform"].required_providers as object);
  return required.some((name) => name in schemaFiles) ? platformProvidersMissing : undefined;
}
