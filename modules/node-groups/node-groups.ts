import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { bind, Construct, dynamic, type Expr, type GivenInputs, type Handles, listOf, outputs, project, resource, template, tf } from "../../kernel";
import { nodeGroupsInputs } from "./inputs";
import { launchTemplates } from "./launch-templates";
import { nodeRole } from "./node-role";

type Inputs = Handles<typeof nodeGroupsInputs>;

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
    const { role, attachments } = nodeRole(this, inputs);
    const templates = launchTemplates(this, inputs);
    const groups = nodeGroups(this, inputs, { roleArn: role.arn, templates, after: [...attachments, inputs.networkReady, inputs.addonsReady] });

    const names = ["name", "group"] as const;
    this.ready = listOf(groups, (_, group) => group.id, names);
    this.roleArn = role.arn;
    this.arns = project(groups, (_, group) => group.arn, names);
    this.names = project(groups, (_, group) => group.nodeGroupName, names);
    this.autoscalingGroupNames = project(groups, (_, group) => group.resources.at(0).autoscalingGroups.at(0).name, names);
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

type Made = { roleArn: Expr<string>; templates: ReturnType<typeof launchTemplates>; after: readonly Expr<unknown>[] };

function nodeGroups(scope: Construct, { clusterName, kubernetesVersion, subnetIds, groups, tags }: Inputs, { roleArn, templates, after }: Made) {
  const { key, value: group } = groups.each;
  return resource(EksNodeGroup, scope, "this", {
    forEach: groups,
    clusterName,
    nodeGroupNamePrefix: template`${key}-`,
    nodeRoleArn: roleArn,
    subnetIds: tf<readonly string[]>`${group.zones} == null ? values(${subnetIds}) : [for zone in ${group.zones} : ${subnetIds}[zone]]`,
    version: kubernetesVersion,
    releaseVersion: group.releaseVersion,
    capacityType: group.capacity,
    amiType: group.amiType,
    instanceTypes: group.instanceTypes,
    labels: group.labels,
    launchTemplate: { id: templates.each.id, version: templates.each.latestVersion },
    scalingConfig: { minSize: group.sizes.min, desiredSize: group.sizes.desired, maxSize: group.sizes.max },
    updateConfig: { maxUnavailable: group.update.maxUnavailable, maxUnavailablePercentage: group.update.maxUnavailablePercentage },
    taint: dynamic(group.taints, (taint) => ({ key: taint.value.key, value: taint.value.value, effect: taint.value.effect })),
    tags: tf`merge(${tags}, ${group.tags})`,
    dependsOn: after,
    lifecycle: {
      createBeforeDestroy: true,
      preconditions: [
        {
          condition: tf`${group.zones} == null ? true : alltrue([for zone in ${group.zones} : contains(keys(${subnetIds}), zone)])`,
          message: template`groups.${key}.zones: expected zones of subnet_ids (${tf`join(", ", keys(${subnetIds}))`}), got ${tf`jsonencode(${group.zones})`} [node-group-zone]`,
        },
      ],
    },
  });
}
