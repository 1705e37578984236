import { accessPolicies } from "../../aws/access-policies";
import { clusterSubnets } from "../../aws/cluster-limits";
import type { CrossRule } from "../../kernel";

export const crossRules = {
  administrator: {
    id: "cluster-administrator",
    field: "accessEntries",
    expected: `an entry with ${accessPolicies.clusterAdmin.name} in the whole cluster`,
    why: "with the mode API nobody else could administer it, unless whoever creates it does",
  },
  accessEntries: {
    id: "access-entries-mode",
    field: "accessEntries",
    expected: "no entry with the mode CONFIG_MAP",
    why: "EKS keeps access entries in the other modes only",
  },
  awsAuth: {
    id: "aws-auth-mode",
    field: "awsAuth",
    expected: "nothing with the mode API",
    why: "EKS reads the ConfigMap in the other modes only",
  },
  creatorAdmin: {
    id: "creator-admin-mode",
    field: "creatorAdmin",
    expected: "true with the mode CONFIG_MAP",
    why: "EKS lets in the creator of such a cluster in any case",
  },
  autoMode: {
    id: "auto-mode-access",
    field: "autoMode",
    expected: "nothing with the mode CONFIG_MAP",
    why: "nodes of Auto Mode join by access entries",
  },
  remoteNetworks: {
    id: "remote-networks-mode",
    field: "remoteNetworks",
    expected: "nothing with the mode CONFIG_MAP or with ipv6",
    why: "hybrid nodes join by access entries and have IPv4 addresses",
  },
  serviceCidr: {
    id: "service-cidr-family",
    field: "serviceCidr",
    expected: "nothing with ipv6",
    why: "EKS takes a block of its own for services",
  },
  securityGroups: {
    id: "cluster-security-group-count",
    field: "securityGroupIds",
    expected: `at most ${clusterSubnets.maxSecurityGroups - 1} beside a group that is made here`,
    why: `EKS takes ${clusterSubnets.maxSecurityGroups}`,
  },
} as const satisfies Record<string, CrossRule>;
