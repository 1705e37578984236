import type { CheckedEnvironment } from "./environment";
import { amiTypeOf } from "./image-choice";
import { typesOf } from "./instance-choice";
import { addressingOf, maxPodsOf } from "./max-pods";

/** The groups as the module takes them: what an environment describes is chosen here. */
export function declaredGroups(environment: CheckedEnvironment) {
  const { nodeGroups, region } = environment;
  const addressing = addressingOf(environment);
  return Object.fromEntries(
    Object.entries(nodeGroups).map(([key, group]) => {
      const { instances: _, imageFamily: __, ...own } = group;
      const instanceTypes = typesOf(group, region);
      return [key, { ...own, instanceTypes, amiType: amiTypeOf(group, instanceTypes), maxPods: maxPodsOf(group, instanceTypes, addressing) }];
    }),
  );
}
