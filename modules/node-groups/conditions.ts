import { type Condition, type CrossRule, type Expr, shownIn, template, tf } from "../../kernel";
import { snakeCase } from "../../kernel/case";
import { clusterRules, crossRules } from "./cross-rules";
import type { Groups, Inputs } from "./groups";
import { longestKey } from "./inputs";

interface Parts {
  readonly groups: Groups;
  readonly families: Expr<Readonly<Record<string, string>>>;
  readonly userData: Expr<Readonly<Record<string, string>>>;
}

/** What Terraform can judge of each group before it makes anything for it. */
export function conditions(inputs: Inputs, { groups, families, userData }: Parts): Condition[] {
  const { subnetIds, clusterEndpoint, clusterCertificateAuthorityData, clusterServiceCidr, clusterSecurityGroupId } = inputs;
  const { key, value: group } = groups.each;
  const { image, zones, efa, securityGroupIds, scriptBefore, scriptAfter, maxPods } = group;
  const family = tf<string>`${families}[${key}]`;
  const noBlock = tf<boolean>`${group.capacity} != "CAPACITY_BLOCK"`;
  const judge = (rule: CrossRule, holds: Expr<boolean>, got?: Expr<unknown>) => condition(key, rule, holds, got);
  return [
    judge(crossRules.zone, tf`${zones} == null ? true : alltrue([for zone in ${zones} : contains(keys(${subnetIds}), zone)])`, zones),
    judge(crossRules.zoneName, tf`length(${key}) <= ${longestKey}`, tf`length(${key})`),
    judge(crossRules.blockType, tf`${noBlock} || length(${group.instanceTypes}) == 1`, group.instanceTypes),
    judge(crossRules.blockZone, tf`${noBlock} || try(length(${zones}) == 1, false)`, zones),
    judge(crossRules.windowsDisk, tf`${family} != "WINDOWS" || ${group.disk.gib} >= 50`, group.disk.gib),
    judge(crossRules.windowsRepair, tf`${family} != "WINDOWS" || ${group.repair} == null`, family),
    judge(crossRules.nodeConfigFamily, tf`${family} == "AL2023" || ${group.nodeConfig} == null`, family),
    judge(crossRules.settingsFamily, tf`${family} == "BOTTLEROCKET" || ${group.bottlerocketSettings} == null`, family),
    judge(crossRules.scriptFamily, tf`${family} != "BOTTLEROCKET" || (${scriptBefore} == null && ${scriptAfter} == null)`, family),
    judge(crossRules.windowsJoin, tf`${family} != "WINDOWS" || ${image} != null || (${maxPods} == null && ${scriptAfter} == null)`, family),
    judge(clusterRules.coordinates, tf`${image} == null || (${clusterEndpoint} != null && ${clusterCertificateAuthorityData} != null && ${clusterServiceCidr} != null)`, undefined),
    judge(clusterRules.securityGroup, tf`(${efa} == null && length(${securityGroupIds}) == 0) || ${clusterSecurityGroupId} != null`, undefined),
    // Four characters of base64 are three bytes.
    judge(clusterRules.userDataSize, tf`try(length(${userData}[${key}]), 0) * 3 / 4 <= 16386`, tf`floor(length(${userData}[${key}]) * 3 / 4)`),
  ];
}

function condition(key: Expr<string>, rule: CrossRule, holds: Expr<boolean>, got: Expr<unknown> | undefined): Condition {
  const why = rule.why === undefined ? "" : `; ${rule.why}`;
  const spelled = rule.expected.replaceAll(/\b[a-z]+[A-Z]\w*/g, snakeCase);
  const shown = got === undefined ? "null" : shownIn(got);
  return { condition: holds, message: template`groups.${key}.${snakeCase(rule.field)}: expected ${spelled}, got ${shown}${why} [${rule.id}]` };
}
