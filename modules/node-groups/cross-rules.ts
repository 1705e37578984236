import type { CrossRule } from "../../kernel";
import { longestKey } from "./inputs";

/** What one group must keep that its own inputs do not show: `field` is one of the group. */
export const crossRules = {
  zone: { id: "node-group-zone", field: "zones", expected: "zones of the network" },
  zoneName: { id: "node-group-zone-name", field: "perZone", expected: `at most ${longestKey} characters in the group's name with its zone` },
  blockType: { id: "capacity-block-type", field: "instanceTypes", expected: "one instance type for a capacity block" },
  blockZone: { id: "capacity-block-zones", field: "zones", expected: "one zone for a capacity block", why: "it is of one zone" },
  windowsDisk: { id: "windows-disk", field: "disk", expected: "at least 50 GiB for Windows" },
  windowsRepair: { id: "windows-repair", field: "repair", expected: "no repair for Windows", why: "EKS repairs Linux nodes alone" },
  nodeConfigFamily: { id: "node-config-family", field: "nodeConfig", expected: "settings of nodeadm for Amazon Linux alone" },
  settingsFamily: { id: "bottlerocket-family", field: "bottlerocketSettings", expected: "settings of Bottlerocket for Bottlerocket alone" },
  scriptFamily: { id: "node-script-family", field: "scriptBefore", expected: "scripts for Amazon Linux and Windows alone", why: "Bottlerocket has no shell" },
  windowsJoin: {
    id: "windows-own-image",
    field: "image",
    expected: "an image of your own for Windows with maxPods or scriptAfter",
    why: "the commands of EKS that let a node join stand last",
  },
} as const satisfies Readonly<Record<string, CrossRule>>;

/** What needs a fact of the cluster. Terraform alone can judge it: in an environment the cluster gives all of them. */
export const clusterRules = {
  coordinates: {
    id: "node-image-cluster",
    field: "image",
    expected: "clusterEndpoint, clusterCertificateAuthorityData and clusterServiceCidr for an image of your own",
    why: "nodes would not know where to join",
  },
  securityGroup: {
    id: "node-cluster-security-group",
    field: "securityGroupIds",
    expected: "clusterSecurityGroupId for nodes with further security groups or EFA",
    why: "the control plane could not reach them",
  },
  userDataSize: { id: "node-user-data-size", field: "scriptBefore", expected: "at most 16384 bytes of user data" },
} as const satisfies Readonly<Record<string, CrossRule>>;
