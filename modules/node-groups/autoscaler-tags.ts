import { AutoscalingGroupTagA } from "@cdktf/provider-aws/lib/autoscaling-group-tag";
import { nodeTemplate, taintEffectNames } from "../../aws/autoscaler-tags";
import { call, type Construct, type Expr, local, project, resource, some, template, tf } from "../../kernel";
import type { Group, Groups } from "./groups";

const names = ["name", "group"] as const;

/** By `<group>/<tag>`. */
type Tags = Readonly<Record<string, { readonly group: string; readonly tag: string; readonly value: string }>>;

/** Tells the Cluster Autoscaler what a node would be, by tags of the Auto Scaling group: EKS does not hand them down. */
export function autoscalerTags(scope: Construct, groups: Groups, groupName: (key: Expr<string>) => Expr<string>) {
  const effects = local(scope, "taint_effects", tf`${taintEffectNames}`);
  const templates = local(scope, "node_templates", project(groups, (_, group) => tagsOf(group, effects), names));
  const each = tf`[for name, tags in ${templates} : { for tag, value in tags : ${template`${tf`name`}/${tf`tag`}`} => { group = name, tag = tag, value = value } }]`;
  const tags = local<Tags>(scope, "autoscaler_tags", tf`merge(${each}...)`);
  const { value } = tags.each;
  return resource(AutoscalingGroupTagA, scope, "this", {
    forEach: tags,
    autoscalingGroupName: groupName(value.group),
    tag: { key: value.tag, value: value.value, propagateAtLaunch: false },
  });
}

function tagsOf({ labels, taints, disk, autoscaler }: Group, effects: Expr<unknown>) {
  const taintValue = template`${tf`taint.value == null ? "" : taint.value`}:${tf`${effects}[taint.effect]`}`;
  const resources = tf`merge({ "ephemeral-storage" = ${template`${disk.gib}Gi`} }, ${some(autoscaler).resources})`;
  return call(
    "merge",
    tf`{ for label, value in ${labels} : ${template`${nodeTemplate.label}${tf`label`}`} => value }`,
    tf`merge([for taint in ${taints} : { (${template`${nodeTemplate.taint}${tf`taint.key`}`}) = ${taintValue} }]...)`,
    tf`{ for resource, quantity in ${resources} : ${template`${nodeTemplate.resource}${tf`resource`}`} => quantity }`,
    tf`{ for option, value in ${some(autoscaler).options} : ${template`${nodeTemplate.option}${tf`option`}`} => value }`,
  );
}
