import { accessPolicies } from "../../aws/access-policies";
import { clusterSubnets } from "../../aws/cluster-limits";
import { broken, type CrossRule, type Inputs, type Problem } from "../../kernel";
import type { Value } from "../../kernel/schema";
import { crossRules } from "./cross-rules";
import type { clusterInputs } from "./inputs";

/** What the rules between inputs read. */
export type ClusterAccess = Pick<Value<typeof clusterInputs & Inputs>, "authenticationMode" | "accessEntries" | "creatorAdmin" | "awsAuth" | "autoMode" | "remoteNetworks" | "ipFamily" | "serviceCidr" | "securityGroupIds"> & {
  readonly securityGroup: object | null;
};

/** What is wrong between the inputs of a cluster whose single inputs are right. */
export function clusterProblems(path: string, cluster: ClusterAccess): Problem[] {
  const { authenticationMode: mode, accessEntries, creatorAdmin, awsAuth, autoMode, remoteNetworks, ipFamily, serviceCidr, securityGroup, securityGroupIds } = cluster;
  const byConfigMap = mode === "CONFIG_MAP";
  const administered = Object.values(accessEntries).some(({ policies }) => policies[accessPolicies.clusterAdmin.name]?.namespaces === null);
  const names = Object.keys(accessEntries);
  const found: (readonly [CrossRule, boolean, unknown])[] = [
    [crossRules.administrator, mode === "API" && !creatorAdmin && !administered, names],
    [crossRules.accessEntries, byConfigMap && names.length > 0, names],
    [crossRules.awsAuth, mode === "API" && awsAuth !== null, mode],
    [crossRules.creatorAdmin, byConfigMap && !creatorAdmin, creatorAdmin],
    [crossRules.autoMode, byConfigMap && autoMode !== null, mode],
    [crossRules.remoteNetworks, (byConfigMap || ipFamily === "ipv6") && remoteNetworks !== null, [mode, ipFamily]],
    [crossRules.serviceCidr, ipFamily === "ipv6" && serviceCidr !== null, serviceCidr],
    [crossRules.securityGroups, securityGroup !== null && securityGroupIds.length >= clusterSubnets.maxSecurityGroups, securityGroupIds.length],
  ];
  return found.filter(([, isBroken]) => isBroken).map(([rule, , got]) => broken(path, rule, got));
}
