import { clusterSubnets, ipFamilies, publicAccessCidrs, remoteNetworks, serviceCidr } from "../../aws/cluster-limits";
import { nameLimits, namePattern } from "../../aws/name-limits";
import { atLeastOne, choice, cidrBlock, count, distinct, every, flag, length, list, map, matches, nullable, object, text, withoutPrefix } from "../../kernel";
import { fixedName } from "../fixed-name";
import { securityGroupId, securityRules } from "./security-rules";

const { description: groupDescription } = nameLimits.aws_security_group;
const privateBlock = /^(10|172\.(1[6-9]|2[0-9]|3[01])|192\.168)\./;

const remoteCidrs = (kind: "node" | "pod") => [
  every(cidrBlock(`remote-${kind}-cidr`, 8, 32)),
  every(matches(`remote-${kind}-range`, privateBlock, `a block inside ${remoteNetworks.within.join(", ")}`)),
  distinct(`remote-${kind}-distinct`),
];

/** Where the control plane stands, and what reaches it. */
export const networkInputs = {
  subnetIds: map(text(), {
    doc: "Subnets of the control plane's network interfaces by availability zone, in at least two zones. They may be others than those of the nodes. A later change must stay in the same zones.",
    rules: [count("cluster-subnet-zones", clusterSubnets.minZones, Infinity, { expected: "subnets in at least two availability zones" })],
  }),
  endpoint: object(
    {
      private: flag({ default: true, doc: "Reached from inside the VPC, without leaving it." }),
      public: nullable(
        object({
          cidrs: list(text(), {
            doc: "Address blocks that may reach it. Without the private endpoint the nodes' own public addresses must be among them.",
            rules: [
              count("public-endpoint-cidrs", 1, publicAccessCidrs.max, {
                expected: `1 to ${publicAccessCidrs.max} address blocks`,
                why: "EKS reads an empty list as the whole internet",
              }),
              every(cidrBlock("public-endpoint-allow-list", 8, 32, { why: "a wider block opens the API server to the internet" })),
              every(withoutPrefix("public-endpoint-private-block", publicAccessCidrs.refusedPrefixes, { expected: "a block of public addresses", why: "private addresses reach the private endpoint" })),
              distinct("public-endpoint-distinct"),
            ],
          }),
        }),
      ),
    },
    {
      default: {},
      doc: "Where the API server can be reached: `private` from the VPC, `public` from the internet by the listed blocks, or both. Private only unless said otherwise.",
      rules: [atLeastOne("cluster-endpoint", ["private", "public"], { why: "nobody could reach the API server" })],
    },
  ),
  securityGroup: nullable(
    object(
      {
        vpcId: text({ doc: "Id of the VPC. To change it replaces the group." }),
        name: fixedName("control-plane-group-name", "security group", nameLimits.aws_security_group.name),
        description: nullable(
          text({
            doc: "Description of the group, where it must be this one. To change it replaces the group.",
            rules: [
              length("control-plane-group-description-length", groupDescription.minLength, groupDescription.maxLength),
              matches("control-plane-group-description", new RegExp(namePattern(groupDescription)), "ASCII letters, digits, spaces and ._:/()#,@[]+=&;{}!$*-"),
            ],
          }),
        ),
        ...securityRules,
      },
      { doc: "A security group of the control plane's own, with rules by name. EKS makes one too, which nodes and control plane share and which is enough to run." },
    ),
  ),
  securityGroupIds: list(securityGroupId("cluster-security-group"), {
    default: [],
    doc: "Existing security groups that the control plane gets besides.",
    rules: [count("cluster-security-groups", 0, clusterSubnets.maxSecurityGroups), distinct("cluster-distinct-security-groups")],
  }),
  clusterSecurityGroup: object(securityRules, {
    default: {},
    doc: "Further rules of the security group that EKS makes, for example to let a bastion or a VPN reach the private endpoint.",
  }),
  ipFamily: choice(ipFamilies, {
    default: "ipv4",
    doc: "Addresses of pods and services. With `ipv6` the subnets must have IPv6 blocks. It cannot change: another one replaces the cluster.",
  }),
  serviceCidr: nullable(
    text({
      doc: "Address block of Kubernetes services, apart from the VPC and all it reaches. It cannot change: another one replaces the cluster. Null lets EKS take 10.100.0.0/16 or 172.20.0.0/16; with `ipv6` EKS takes one of its own.",
      rules: [
        cidrBlock("service-cidr-prefix", serviceCidr.minPrefixLength, serviceCidr.maxPrefixLength),
        matches("service-cidr-range", privateBlock, `a block inside ${serviceCidr.within.join(", ")}`),
      ],
    }),
  ),
  remoteNetworks: nullable(
    object(
      {
        nodeCidrs: list(text(), {
          doc: "Address blocks of the hybrid nodes.",
          rules: [count("remote-node-cidrs", 1, remoteNetworks.maxCidrs), ...remoteCidrs("node")],
        }),
        podCidrs: list(text(), {
          default: [],
          doc: "Address blocks of the pods on them, for webhooks that run there. Without these the control plane cannot call such pods.",
          rules: [count("remote-pod-cidrs", 0, remoteNetworks.maxCidrs), ...remoteCidrs("pod")],
        }),
      },
      { doc: "Networks outside AWS whose machines join as hybrid nodes. They must overlap neither the VPC nor the services." },
    ),
  ),
};
