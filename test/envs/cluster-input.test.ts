import { accessPolicyNames } from "../../aws/access-policies";
import type { Environment } from "../../envs/environment";
import { environmentStackOf } from "../proofs/outputs";
import type { Json } from "../synth";
import { cluster, qa, refusals } from "./example";

/** A mistake in the cluster that only an environment can see, and what it is told. */
const mistakes: Readonly<Record<string, readonly [Environment, string]>> = {
  "a way of access back": [
    cluster({ authenticationMode: "API_AND_CONFIG_MAP", running: { kubernetesVersion: "1.35", authenticationMode: "API" } }),
    `cluster.authenticationMode: expected API after the running API, got "API_AND_CONFIG_MAP"; a cluster never goes back to an earlier mode; try "API"   [authentication-mode-step]`,
  ],
  "two steps of access at once": [
    cluster({ running: { kubernetesVersion: "1.35", authenticationMode: "CONFIG_MAP" } }),
    `cluster.authenticationMode: expected CONFIG_MAP or API_AND_CONFIG_MAP after the running CONFIG_MAP, got "API"; a cluster goes one mode at a time; try "API_AND_CONFIG_MAP"   [authentication-mode-step]`,
  ],
  "an access policy with a slip of the hand": [
    cluster({ accessEntries: { ...qa.cluster.accessEntries, a: { principalArn: "arn:aws:iam::444444444444:role/a", policies: { AmazonEKSViewsPolicy: {} } } } }),
    `cluster.accessEntries.a.policies.AmazonEKSViewsPolicy: expected one of ${accessPolicyNames.join(", ")}, got "AmazonEKSViewsPolicy"; try "AmazonEKSViewPolicy"   [access-policy]`,
  ],
  "IPv6 in a network that has none": [
    cluster({ ipFamily: "ipv6" }),
    `cluster.ipFamily: expected ipv4, got "ipv6"; the network that is made here has no IPv6 blocks; one of existingNetwork may have; try "ipv4"   [ipv6-network]`,
  ],
  "hybrid nodes with addresses of the VPC": [
    cluster({ remoteNetworks: { nodeCidrs: ["10.80.0.0/16", "10.50.128.0/17"] } }),
    `cluster.remoteNetworks.nodeCidrs[1]: expected a block apart from the VPC's 10.50.0.0/16, got "10.50.128.0/17"; an address belongs to one side   [remote-network-overlap]`,
  ],
  "hybrid nodes with addresses of services": [
    cluster({ serviceCidr: "172.20.0.0/16", remoteNetworks: { nodeCidrs: ["172.20.1.0/24"] } }),
    `cluster.remoteNetworks.nodeCidrs[0]: expected a block apart from the services' 172.20.0.0/16, got "172.20.1.0/24"; an address belongs to one side   [remote-network-overlap]`,
  ],
  "pods of hybrid nodes with addresses of those nodes": [
    cluster({ remoteNetworks: { nodeCidrs: ["10.80.0.0/16"], podCidrs: ["10.80.1.0/24"] } }),
    `cluster.remoteNetworks.podCidrs[0]: expected a block apart from the remote 10.80.0.0/16, got "10.80.1.0/24"; an address belongs to one side   [remote-network-overlap]`,
  ],
  "add-ons that Auto Mode brings": [
    { ...cluster({ autoMode: {} }), nodeGroups: {}, addons: { coredns: {}, "metrics-server": {} } },
    `addons.coredns: expected no add-on that Auto Mode brings itself, got "coredns"; there are no node groups that would need it   [auto-mode-addon]`,
  ],
};

it.each(Object.entries(mistakes))("%s is refused with one sentence", (_, [environment, sentence]) => {
  expect(refusals(environment)).toEqual([`envs/qa/environment.ts ${sentence}`]);
});

const allowed: Readonly<Record<string, Environment>> = {
  "the next way of access": cluster({ authenticationMode: "API", running: { kubernetesVersion: "1.35", authenticationMode: "API_AND_CONFIG_MAP" } }),
  "the way of access that runs": cluster({ running: { kubernetesVersion: "1.35", authenticationMode: "API" } }),
  "a way of access that nobody has recorded": cluster({ authenticationMode: "API_AND_CONFIG_MAP", running: { kubernetesVersion: "1.35" } }),
  "hybrid nodes beside the VPC": cluster({ serviceCidr: "172.20.0.0/16", remoteNetworks: { nodeCidrs: ["10.80.0.0/16"], podCidrs: ["10.81.0.0/16"] } }),
  "the same add-ons beside node groups": cluster({ autoMode: {} }),
  "no add-ons with Auto Mode alone": { ...cluster({ autoMode: {} }), nodeGroups: {}, addons: {} },
  "a security group of its own": cluster({ securityGroup: { ingress: { vpn: { description: "VPN", ports: { from: 443, to: 443 }, cidrIpv4: "10.99.0.0/16" } } } }),
};

it.each(Object.entries(allowed))("%s is allowed", (_, environment) => {
  expect(refusals(environment)).toEqual([]);
});

describe("the control plane's subnets", () => {
  const subnets = (environment: Environment) => (environmentStackOf(environment).toJson() as Json)["resource"].aws_eks_cluster.cluster_this.vpc_config.subnet_ids as string;

  it("are apart from the nodes' where the network has intra subnets", () => {
    expect(subnets(qa)).toContain("aws_subnet.network_intra");
    expect(subnets({ ...qa, network: { ...qa.network!, intraSubnets: null } })).toContain("aws_subnet.network_private");
  });

  it("and its own security group stand in the environment's VPC", () => {
    const json = environmentStackOf(allowed["a security group of its own"]!).toJson() as Json;
    expect(json["resource"].aws_security_group.cluster_this.vpc_id).toContain("aws_vpc.network_this");
  });
});
