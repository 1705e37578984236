import { accessPolicies } from "../../aws/access-policies";
import { clusterSubnets } from "../../aws/cluster-limits";
import { type Condition, crossCondition, type Handles, tf } from "../../kernel";
import { crossRules } from "./cross-rules";
import type { clusterInputs } from "./inputs";

/** What Terraform can judge of several inputs together, before it makes anything. */
export function conditions(inputs: Handles<typeof clusterInputs>): Condition[] {
  const { authenticationMode: mode, accessEntries, creatorAdmin, awsAuth, autoMode, remoteNetworks, ipFamily, serviceCidr, securityGroup, securityGroupIds } = inputs;
  const names = tf`keys(${accessEntries})`;
  const administered = tf`anytrue([for entry in values(${accessEntries}) : try(entry.policies[${accessPolicies.clusterAdmin.name}].namespaces == null, false)])`;
  return [
    crossCondition(crossRules.administrator, tf`${mode} != "API" || ${creatorAdmin} || ${administered}`, names),
    crossCondition(crossRules.accessEntries, tf`${mode} != "CONFIG_MAP" || length(${accessEntries}) == 0`, names),
    crossCondition(crossRules.awsAuth, tf`${mode} != "API" || ${awsAuth} == null`, mode),
    crossCondition(crossRules.creatorAdmin, tf`${mode} != "CONFIG_MAP" || ${creatorAdmin}`, creatorAdmin),
    crossCondition(crossRules.autoMode, tf`${mode} != "CONFIG_MAP" || ${autoMode} == null`, mode),
    crossCondition(crossRules.remoteNetworks, tf`(${mode} != "CONFIG_MAP" && ${ipFamily} != "ipv6") || ${remoteNetworks} == null`, tf`[${mode}, ${ipFamily}]`),
    crossCondition(crossRules.serviceCidr, tf`${ipFamily} != "ipv6" || ${serviceCidr} == null`, serviceCidr),
    crossCondition(crossRules.securityGroups, tf`${securityGroup} == null || length(${securityGroupIds}) < ${clusterSubnets.maxSecurityGroups}`, tf`length(${securityGroupIds})`),
  ];
}
