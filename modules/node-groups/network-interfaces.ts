import { dynamic, tf } from "../../kernel";
import type { Group, Inputs } from "./groups";

/**
 * Security groups and network cards of a launch template. One that names groups loses the cluster's own, so it comes
 * first; groups stand on the instance or on its cards, never on both.
 * Source: user guide launch-templates and device-management-efa, read 2026-11-21.
 */
export function networking({ clusterSecurityGroupId }: Inputs, { securityGroupIds, efa }: Group) {
  const groups = tf<readonly string[]>`concat([${clusterSecurityGroupId}], ${securityGroupIds})`;
  return {
    vpcSecurityGroupIds: tf<readonly string[] | null>`${efa} == null && length(${securityGroupIds}) > 0 ? ${groups} : null`,
    networkInterfaces: dynamic(tf<readonly number[]>`${efa} == null ? [] : range(${efa}.interfaces)`, ({ value: card }) => ({
      interfaceType: "efa",
      networkCardIndex: card,
      deviceIndex: tf<number>`${card} == 0 ? 0 : 1`,
      deleteOnTermination: tf`true`,
      securityGroups: groups,
    })),
  };
}
