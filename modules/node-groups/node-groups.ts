import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import type { Attributes } from "../../kernel/attributes";
import { bind, call, Construct, dynamic, type Expr, type GivenInputs, is, type Lifecycle, listOf, optionalBlock, outputs, present, project, resource, section, template, tf, where } from "../../kernel";
import { autoscalerTags } from "./autoscaler-tags";
import { conditions } from "./conditions";
import { familiesOf, type Group, type Groups, groupsByZone, type Inputs, versionOf } from "./groups";
import { nodeGroupsInputs } from "./inputs";
import { launchTemplates } from "./launch-templates";
import { nodeRole } from "./node-role";
import { releases } from "./releases";
import { userData } from "./user-data";

/** Managed groups of nodes. */
export class NodeGroups extends Construct {
  /** Ids that are known when the nodes are there. */
  readonly ready: Expr<readonly string[]>;
  readonly roleArn: Expr<string>;
  /** By the group's name. */
  readonly arns: Expr<Readonly<Record<string, string>>>;
  readonly names: Expr<Readonly<Record<string, string>>>;
  readonly autoscalingGroupNames: Expr<Readonly<Record<string, string>>>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof nodeGroupsInputs>) {
    super(scope, id);
    const inputs = bind(this, nodeGroupsInputs, given);
    const groups = groupsByZone(this, inputs);
    const families = familiesOf(this, groups);
    const { role, attachments } = section(this, "iam", () => nodeRole(this, inputs));
    const texts = section(this, "user-data", () => userData(this, { inputs, groups, families }));
    const preconditions = conditions(inputs, { groups, families, userData: texts });
    const templates = section(this, "launch-templates", () => launchTemplates(this, inputs, { groups, families, userData: texts, preconditions }));
    const releaseOf = section(this, "releases", () => releases(this, inputs, groups));
    const made: Made = { roleArn: role.arn, templates, releaseOf, after: [...attachments, inputs.networkReady, inputs.addonsReady] };
    const all = nodeGroups(this, inputs, groups, made);

    const names = ["name", "group"] as const;
    this.ready = listOf(all, (_, group) => group.id, names);
    this.roleArn = role.arn;
    this.arns = project(all, (_, group) => group.arn, names);
    this.names = project(all, (_, group) => group.nodeGroupName, names);
    this.autoscalingGroupNames = project(all, (_, group) => group.resources.at(0).autoscalingGroups.at(0).name, names);
    outputs(this, {
      nodeGroupArns: { value: this.arns, doc: "ARNs of the node groups, by name." },
      nodeGroupNames: { value: this.names, doc: "Names that the node groups have in AWS, by name." },
      nodeGroupAutoscalingGroupNames: { value: this.autoscalingGroupNames, doc: "Names of the Auto Scaling groups, by name of the node group." },
      nodeIamRoleArn: { value: this.roleArn, doc: "ARN of the role of all nodes." },
      nodeIamRoleName: { value: role.name, doc: "Name of the role of all nodes." },
      launchTemplateIds: { value: project(templates, (_, item) => item.id, ["name", "template"]), doc: "Ids of the launch templates, by name of the node group." },
      ready: { value: this.ready, doc: "Ids that are known when the nodes are there, for what must come after them." },
    });
  }
}

interface Made {
  readonly roleArn: Expr<string>;
  readonly templates: ReturnType<typeof launchTemplates>;
  readonly releaseOf: ReturnType<typeof releases>;
  readonly after: readonly Expr<unknown>[];
}

/** Both kinds of groups, by key. They are two resources, because what Terraform leaves alone cannot follow from a value. */
function nodeGroups(scope: Construct, inputs: Inputs, groups: Groups, made: Made) {
  const names = ["key", "group"] as const;
  const own = where(groups, (_, group) => tf`${group.autoscaler} == null`, names) as Groups;
  const others = where(groups, (_, group) => present(group.autoscaler), names) as Groups;
  const kept: Lifecycle = { createBeforeDestroy: true };
  const fixed = resource(EksNodeGroup, scope, "this", { comment: "The wanted number of nodes is that of the inputs.", ...nodeGroup(inputs, own, made), lifecycle: kept });
  const autoscaled = resource(EksNodeGroup, scope, "autoscaled", {
    comment: "The wanted number of nodes belongs to an autoscaler. A resource of its own, because ignore_changes cannot follow from a value.",
    ...nodeGroup(inputs, others, made),
    lifecycle: { ...kept, ignoreChanges: ["scaling_config[0].desired_size"] },
  });
  section(scope, "autoscaler-tags", () => autoscalerTags(scope, others, (key) => autoscaled.at(key).resources.at(0).autoscalingGroups.at(0).name));
  return call<Readonly<Record<string, Attributes<EksNodeGroup>>>>("merge", fixed, autoscaled);
}

function nodeGroup(inputs: Inputs, groups: Groups, made: Made) {
  const { clusterName, subnetIds, tags } = inputs;
  const { key, value: group } = groups.each;
  const block = is(group.capacity, "CAPACITY_BLOCK");
  return {
    forEach: groups,
    clusterName,
    nodeGroupName: group.name,
    nodeGroupNamePrefix: tf<string | null>`${group.name} == null ? ${template`${key}-`} : null`,
    nodeRoleArn: tf<string>`coalesce(${group.roleArn}, ${made.roleArn})`,
    subnetIds: tf<readonly string[]>`${group.zones} == null ? values(${subnetIds}) : [for zone in ${group.zones} : ${subnetIds}[zone]]`,
    version: tf<string | null>`${group.image} == null ? ${versionOf(inputs, group)} : null`,
    releaseVersion: made.releaseOf(key, group),
    forceUpdateVersion: group.forceUpdate,
    capacityType: group.capacity,
    amiType: group.amiType,
    instanceTypes: tf<readonly string[] | null>`${block} ? null : ${group.instanceTypes}`,
    labels: group.labels,
    launchTemplate: { id: made.templates.each.id, version: made.templates.each.latestVersion },
    scalingConfig: { minSize: group.sizes.min, desiredSize: group.sizes.desired, maxSize: group.sizes.max },
    updateConfig: { maxUnavailable: group.update.maxUnavailable, maxUnavailablePercentage: group.update.maxUnavailablePercentage },
    nodeRepairConfig: repair(group),
    taint: dynamic(group.taints, (taint) => ({ key: taint.value.key, value: taint.value.value, effect: taint.value.effect })),
    timeouts: timeouts(group),
    tags: tf`merge(${tags}, ${group.tags})`,
    dependsOn: made.after,
  };
}

function repair({ repair }: Group) {
  return optionalBlock(repair, ({ stopAbove, atOnce, overrides }) => ({
    enabled: true,
    maxUnhealthyNodeThresholdCount: tf`try(${stopAbove}.count, null)`,
    maxUnhealthyNodeThresholdPercentage: tf`try(${stopAbove}.percentage, null)`,
    maxParallelNodesRepairedCount: tf`try(${atOnce}.count, null)`,
    maxParallelNodesRepairedPercentage: tf`try(${atOnce}.percentage, null)`,
    nodeRepairConfigOverrides: dynamic(overrides, ({ value: { condition, reason, waitMinutes, action } }) => ({
      nodeMonitoringCondition: condition,
      nodeUnhealthyReason: reason,
      minRepairWaitTimeMins: waitMinutes,
      repairAction: action,
    })),
  }));
}

function timeouts({ timeoutMinutes }: Group) {
  const limit = template`${timeoutMinutes}m`;
  return { create: limit, update: limit, delete: limit };
}
