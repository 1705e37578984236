import { type Construct, type Handles, local, project, some, template, tf, typedAs } from "../../kernel";
import type { nodeGroupsInputs } from "./inputs";

export type Inputs = Handles<typeof nodeGroupsInputs>;
/** The groups as EKS gets them, by key: those of the input, a `perZone` one as many. */
export type Groups = Inputs["groups"];
export type Group = Groups["each"]["value"];
/** A group of each zone where one asks for it, under the name of both. Two groups of one name end the plan. */
export function groupsByZone(scope: Construct, { groups, subnetIds }: Inputs): Groups {
  const zones = tf`coalesce(group.per_zone == null ? [null] : group.zones, keys(${subnetIds}))`;
  const inZone = tf`[for zone in ${zones} : { key = zone == null ? name : ${template`${tf`name`}-${tf`zone`}`}, group = merge(group, { zones = zone == null ? group.zones : [zone] }) }]`;
  const all = tf`flatten([for name, group in ${groups} : ${inZone}])`;
  return local(scope, "groups", typedAs(groups, tf`{ for item in ${all} : item.key => item.group }`));
}

/** The family of each group's image, by key. */
export function familiesOf(scope: Construct, groups: Groups) {
  const family = (group: Group) => tf<string>`try(${some(group.image).family}, split("_", ${group.amiType})[0])`;
  return local(scope, "families", project(groups, (_, group) => family(group), ["key", "group"]));
}

/** The Kubernetes version of a group with an image of EKS. */
export function versionOf({ kubernetesVersion }: Inputs, group: Group) {
  return tf<string>`coalesce(${group.kubernetesVersion}, ${kubernetesVersion})`;
}
