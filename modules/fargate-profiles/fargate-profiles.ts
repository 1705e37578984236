import { EksFargateProfile } from "@cdktf/provider-aws/lib/eks-fargate-profile";
import { bind, Construct, dynamic, type Expr, type GivenInputs, type Handles, listOf, outputs, project, resource, template, tf } from "../../kernel";
import { fargateProfilesInputs } from "./inputs";
import { podLogging } from "./logging";
import { podRole } from "./pod-role";

type Inputs = Handles<typeof fargateProfilesInputs>;

/** Pods without nodes. */
export class FargateProfiles extends Construct {
  /** Ids that are known when pods can start. */
  readonly ready: Expr<readonly string[]>;
  readonly roleArn: Expr<string>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof fargateProfilesInputs>) {
    super(scope, id);
    const inputs = bind(this, fargateProfilesInputs, given);
    const { role, attachment } = podRole(this, inputs);
    const logging = podLogging(this, inputs, role.name);
    const profiles = fargateProfiles(this, inputs, { roleArn: role.arn, after: [attachment, logging.permission, inputs.networkReady] });

    const names = ["name", "profile"] as const;
    this.ready = listOf(profiles, (_, profile) => profile.id, names);
    this.roleArn = role.arn;
    outputs(this, {
      fargateProfileArns: { value: project(profiles, (_, profile) => profile.arn, names), doc: "ARNs of the profiles, by name." },
      podExecutionRoleArn: { value: this.roleArn, doc: "ARN of the role with which Fargate pulls images and writes logs." },
      podExecutionRoleName: { value: role.name, doc: "Name of that role." },
      logGroupName: { value: logging.groupName, nullable: true, doc: "Name of the pods' log group, null when there is none." },
      loggingManifest: { value: logging.manifest, nullable: true, doc: "Namespace and ConfigMap that send the pods' logs to the group, for `kubectl apply`. Null without `logging`." },
      ready: { value: this.ready, doc: "Ids that are known when pods can start, for what must come after them." },
    });
  }
}

type Made = { readonly roleArn: Expr<string>; readonly after: readonly Expr<unknown>[] };

function fargateProfiles(scope: Construct, { clusterName, subnetIds, profiles, tags }: Inputs, { roleArn, after }: Made) {
  const { key, value: profile } = profiles.each;
  return resource(EksFargateProfile, scope, "this", {
    comment: "AWS makes and deletes the profiles of a cluster one at a time: the last in line needs time for all.",
    forEach: profiles,
    clusterName,
    fargateProfileName: key,
    podExecutionRoleArn: tf<string>`coalesce(${profile.roleArn}, ${roleArn})`,
    subnetIds: tf<readonly string[]>`${profile.zones} == null ? values(${subnetIds}) : [for zone in ${profile.zones} : ${subnetIds}[zone]]`,
    selector: dynamic(profile.selectors, (selector) => ({ namespace: selector.value.namespace, labels: selector.value.labels })),
    tags: tf`merge(${tags}, ${profile.tags})`,
    timeouts: { create: "60m", delete: "120m" },
    dependsOn: after,
    lifecycle: {
      preconditions: [
        {
          condition: tf`${profile.zones} == null ? true : alltrue([for zone in ${profile.zones} : contains(keys(${subnetIds}), zone)])`,
          message: template`profiles.${key}.zones: expected zones of subnet_ids (${tf`join(", ", keys(${subnetIds}))`}), got ${tf`jsonencode(${profile.zones})`} [fargate-zone]`,
        },
      ],
    },
  });
}
