import { CustomResources } from "../../modules/custom-resources/custom-resources";
import type { Part, Place } from "./place";

/** Custom resources, once what brings their kinds is there. */
export function customResources({ stack, environment, ready }: Place): Part | undefined {
  const { customResources: declared } = environment.platform!;
  if (Object.keys(declared).length === 0) return undefined;
  const resources = Object.entries(declared).map(([name, { manifests, ...asModule }]) => [name, { ...asModule, manifests: manifests.map((manifest) => JSON.stringify(manifest)) }]);
  return new CustomResources(stack, "custom_resources", { releases: Object.fromEntries(resources) as never, ready });
}
