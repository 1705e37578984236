import fc from "fast-check";
import { checkEnvironment } from "../../envs/checks";
import { environmentInputs, type Environment } from "../../envs/environment";
import { synthesize } from "../../envs/synthesize";
import { PlatformApp, PlatformStack } from "../../kernel";
import { floor, problemsOf } from "../synth";
import { cluster, existing, group, network, qa, qaWith, refusals, warnings } from "./example";

const zones = "us-east-1a, us-east-1b, us-east-1c, us-east-1d, us-east-1e, us-east-1f";
const networkKeys = Object.keys((environmentInputs.network.shape as unknown as { fields: object }).fields).join(", ");

/** A cluster without nodes. */
function onFargate(profile: object, coredns: object = { configuration: { computeType: "Fargate" } }): Environment {
  return qaWith({ nodeGroups: {}, fargateProfiles: { all: profile }, addons: { coredns } });
}

/** A mistake, and what it is told. Every sentence begins with the file, which is left out here. */
const mistakes: Readonly<Record<string, readonly [Environment, string]>> = {
  "a VPC wider than /16": [
    network({ cidr: "10.0.0.0/8" }),
    `network.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.0.0.0/8"; try "10.0.0.0/16"   [vpc-cidr-prefix]`,
  ],
  "a VPC narrower than /28": [
    network({ cidr: "10.50.0.0/29" }),
    `network.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.50.0.0/29"; try "10.50.0.0/28"   [vpc-cidr-prefix]`,
  ],
  "host bits": [
    network({ cidr: "10.50.3.1/16" }),
    `network.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.50.3.1/16"; try "10.50.0.0/16"   [vpc-cidr-prefix]`,
  ],
  "a block that is none": [network({ cidr: "10.50.0.0" }), `network.cidr: expected an IPv4 CIDR block with a prefix from /16 to /28, got "10.50.0.0"   [vpc-cidr-prefix]`],
  "tiers too small for their zones": [
    network({ cidr: "10.50.0.0/26" }),
    `network.cidr: expected a prefix of at most /23 for public, private, intra subnets in 4 zone slots, got "10.50.0.0/26"; every tier has room for all zone slots; try "10.50.0.0/23"   [vpc-too-small]`,
  ],
  "explicit subnets that overlap": [
    network({ publicSubnets: { cidrs: { "us-east-1a": "10.50.128.0/24", "us-east-1b": "10.50.128.0/25" } } }),
    `network.publicSubnets.cidrs["us-east-1b"]: expected a block apart from publicSubnets in us-east-1a, 10.50.128.0/24, got "10.50.128.0/25"   [subnet-overlap]`,
  ],
  "an explicit subnet outside the VPC": [
    network({ publicSubnets: { cidrs: { "us-east-1a": "10.50.128.0/24", "us-east-1b": "10.51.0.0/24" } } }),
    `network.publicSubnets.cidrs["us-east-1b"]: expected a block inside 10.50.0.0/16, got "10.51.0.0/24"   [subnet-outside-vpc]`,
  ],
  "a secondary block that overlaps": [
    network({ secondaryCidrs: { more: "10.50.64.0/18" } }),
    `network.secondaryCidrs.more: expected a block apart from cidr, 10.50.0.0/16, got "10.50.64.0/18"   [secondary-cidr-overlap]`,
  ],
  "pods inside the VPC's own block": [
    network({ podSubnets: { cidr: "10.50.64.0/18" } }),
    `network.podSubnets.cidr: expected a block apart from cidr, 10.50.0.0/16, got "10.50.64.0/18"   [secondary-cidr-overlap]`,
  ],
  "one zone": [network({ zones: ["us-east-1a"] }), `network.zones: expected 2 to 8 elements, got ["us-east-1a"]; a cluster needs subnets in two zones   [zones-count]`],
  "a zone of another region": [
    network({ zones: ["us-east-1a", "eu-west-1b"] }),
    `network.zones[1]: expected one of ${zones}, got "eu-west-1b"; the environment is in us-east-1; try "us-east-1b"   [zone-region]`,
  ],
  "a zone that does not exist": [
    network({ zones: ["us-east-1a", "us-east-1x"] }),
    `network.zones[1]: expected one of ${zones}, got "us-east-1x"; the environment is in us-east-1   [zone-region]`,
  ],
  "a zone twice": [
    network({ zones: ["us-east-1a", "us-east-1a"] }),
    `network.zones: expected a list without repeated elements, got ["us-east-1a","us-east-1a"]; try ["us-east-1a"]   [zones-distinct]`,
  ],
  "an existing subnet in another region": [
    existing({ privateSubnetIds: { "us-east-1a": "subnet-1", "us-east-2b": "subnet-2" } }),
    `existingNetwork.privateSubnetIds["us-east-2b"]: expected one of ${zones}, got "us-east-2b"; the environment is in us-east-1; try "us-east-1b"   [zone-region]`,
  ],
  "a NAT gateway without public subnets": [
    network({ publicSubnets: null }),
    `network.nat: expected no zonal NAT gateway without public subnets, got "single"; a zonal NAT gateway stands in a public subnet; try "none"   [nat-public-tier]`,
  ],
  "a word that is no choice": [network({ nat: "signle" }), `network.nat: expected one of none, single, perZone, got "signle"; try "single"   [choice]`],
  "a NAT gateway that the pinned provider does not know": [
    network({ nat: "regional" }),
    `network.nat: expected nothing here for aws provider 5.100.0, got "regional"; it needs aws provider 6.24.0 or newer   [provider-version]`,
  ],
  "nodes without subnets": [network({ privateSubnets: null }), `network.privateSubnets: expected subnets for the node groups, got null; try {}   [node-subnets]`],
  "a control plane without subnets": [
    qaWith({ nodeGroups: {}, network: { ...qa.network, privateSubnets: null, intraSubnets: null, nat: "none" } }),
    `network.privateSubnets: expected private or intra subnets for the control plane, got null; try {}   [control-plane-subnets]`,
  ],
  "no network": [qaWith({ network: undefined }), `network: expected either network, to make a VPC, or existingNetwork, got "neither"   [network-source]`],
  "two networks": [existing({}, { network: qa.network }), `network: expected either network, to make a VPC, or existingNetwork, got "both"   [network-source]`],
  "a service block inside the VPC": [
    cluster({ serviceCidr: "10.50.0.0/20" }),
    `cluster.serviceCidr: expected a block apart from the VPC's 10.50.0.0/16, got "10.50.0.0/20"; a service address would hide an address of the VPC   [service-cidr-overlap]`,
  ],
  "a service block inside an existing VPC": [
    existing({}, { cluster: { ...qa.cluster, serviceCidr: "10.60.0.0/20" } }),
    `cluster.serviceCidr: expected a block apart from the VPC's 10.60.0.0/16, got "10.60.0.0/20"; a service address would hide an address of the VPC   [service-cidr-overlap]`,
  ],
  "a cluster name over its limit": [
    cluster({ name: "a".repeat(101) }),
    `cluster.name: expected text of 1 to 100 characters, got "${"a".repeat(101)}"   [cluster-name-length]`,
  ],
  "a version from before the table": [
    cluster({ kubernetesVersion: "1.29" }),
    `cluster.kubernetesVersion: expected a Kubernetes version that EKS supports, got "1.29"; its support ended before 2026-08-22; try "1.36"   [kubernetes-support]`,
  ],
  "a version whose support ended": [
    cluster({ kubernetesVersion: "1.30" }),
    `cluster.kubernetesVersion: expected a Kubernetes version that EKS supports, got "1.30"; its support ended on 2026-07-23; try "1.36"   [kubernetes-support]`,
  ],
  "a version that is not there yet": [
    cluster({ kubernetesVersion: "1.40" }),
    `cluster.kubernetesVersion: expected a Kubernetes version that EKS supports, got "1.40"; the versions known on 2026-08-22 are 1.36, 1.35, 1.34, 1.33, 1.32, 1.31; try "1.36"   [kubernetes-support]`,
  ],
  "an upgrade to a version whose support ended": [
    cluster({ kubernetesVersion: "1.30", running: { kubernetesVersion: "1.29" } }),
    `cluster.kubernetesVersion: expected a Kubernetes version that EKS supports, got "1.30"; its support ended on 2026-07-23; try "1.36"   [kubernetes-support]`,
  ],
  "a version that EKS would upgrade by itself": [
    cluster({ kubernetesVersion: "1.33" }),
    `cluster.upgradePolicy: expected EXTENDED, got "STANDARD"; standard support of 1.33 ended on 2026-07-29: EKS would upgrade the cluster by itself; try "EXTENDED"   [kubernetes-upgrade-policy]`,
  ],
  "a patch version": [
    cluster({ kubernetesVersion: "1.35.2" }),
    `cluster.kubernetesVersion: expected a minor version such as 1.35, got "1.35.2"; EKS chooses the patch version itself   [cluster-kubernetes-version]`,
  ],
  "two minor versions at once": [
    cluster({ kubernetesVersion: "1.36", running: { kubernetesVersion: "1.34" } }),
    `cluster.kubernetesVersion: expected 1.34 or 1.35 after the running 1.34, got "1.36"; a control plane goes up one minor version at a time; try "1.35"   [kubernetes-step]`,
  ],
  "a version back": [
    cluster({ kubernetesVersion: "1.34", running: { kubernetesVersion: "1.35" } }),
    `cluster.kubernetesVersion: expected 1.35 or 1.36 after the running 1.35, got "1.34"; a deploy does not take a control plane back; try "1.35"   [kubernetes-step]`,
  ],
  "a running version that is none": [cluster({ running: { kubernetesVersion: "latest" } }), `cluster.running.kubernetesVersion: expected a minor version such as 1.35, got "latest"   [running-version]`],
  "a public endpoint without an allow-list": [
    cluster({ endpoint: { public: {} } }),
    `cluster.endpoint.public.cidrs: expected a list, got nothing; it has no default   [required]`,
  ],
  "an empty allow-list": [
    cluster({ endpoint: { public: { cidrs: [] } } }),
    `cluster.endpoint.public.cidrs: expected 1 to 40 address blocks, got []; EKS reads an empty list as the whole internet   [public-endpoint-cidrs]`,
  ],
  "the whole internet as allow-list": [
    cluster({ endpoint: { public: { cidrs: ["0.0.0.0/0"] } } }),
    `cluster.endpoint.public.cidrs: expected a list in which each element is an IPv4 CIDR block with a prefix from /8 to /32, got ["0.0.0.0/0"]; a wider block opens the API server to the internet   [public-endpoint-allow-list]`,
  ],
  "no endpoint": [
    cluster({ endpoint: { private: false } }),
    `cluster.endpoint: expected at least one of private, public, got {"private":false}; nobody could reach the API server   [cluster-endpoint]`,
  ],
  "no administrator": [cluster({ accessEntries: {} }), `cluster.accessEntries: expected an entry with AmazonEKSClusterAdminPolicy in the whole cluster, got []; with the mode API nobody else could administer it, unless whoever creates it does   [cluster-administrator]`],
  "min above desired": [
    group({ sizes: { min: 3, desired: 2, max: 4 } }),
    `nodeGroups.main.sizes.min: expected a number that is at most desired, got 3; try 2   [node-group-min-desired]`,
  ],
  "desired above max": [
    group({ sizes: { min: 1, desired: 5, max: 4 } }),
    `nodeGroups.main.sizes.desired: expected a number that is at most max, got 5; try 4   [node-group-desired-max]`,
  ],
  "a size that is missing": [group({ sizes: { min: 1, max: 4 } }), `nodeGroups.main.sizes.desired: expected a number, got nothing; it has no default   [required]`],
  "an x86 image for Graviton": [
    group({ instanceTypes: ["m6g.large", "m7g.large"], amiType: "AL2023_x86_64_STANDARD" }),
    `nodeGroups.main.amiType: expected an AMI type for arm64, got "AL2023_x86_64_STANDARD"; m6g.large is arm64; try "AL2023_ARM_64_STANDARD"   [ami-architecture]`,
  ],
  "a Graviton image for x86": [
    group({ amiType: "BOTTLEROCKET_ARM_64" }),
    `nodeGroups.main.amiType: expected an AMI type for x86_64, got "BOTTLEROCKET_ARM_64"; m5.large is x86_64; try "AL2023_x86_64_STANDARD"   [ami-architecture]`,
  ],
  "two architectures in a group": [
    group({ instanceTypes: ["m5.large", "m6g.large"] }),
    `nodeGroups.main.instanceTypes: expected instance types of one architecture, got ["m5.large","m6g.large"]; m5.large is x86_64, m6g.large is arm64, and a group has one image   [group-architecture]`,
  ],
  "types of one architecture and two images": [
    group({ instanceTypes: ["m5.large", "g5.xlarge"] }),
    `nodeGroups.main.amiType: expected an AMI type for m5.large, g5.xlarge, got null; m5.large and g5.xlarge take different ones   [group-image]`,
  ],
  "the first Graviton without an image": [
    group({ instanceTypes: ["a1.large"] }),
    `nodeGroups.main.amiType: expected an AMI type for a1.large, got null; Amazon Linux 2023 does not run on a1.large   [group-image]`,
  ],
  "a Mac": [group({ instanceTypes: ["mac2.metal"] }), `nodeGroups.main.instanceTypes[0]: expected an instance type that EKS has images for, got "mac2.metal"   [instance-image]`],
  "a type that is not offered as SPOT": [
    group({ capacity: "SPOT", instanceTypes: ["hpc7a.12xlarge"] }),
    `nodeGroups.main.instanceTypes[0]: expected an instance type that is offered as SPOT, got "hpc7a.12xlarge"   [instance-spot]`,
  ],
  "an unknown instance type": [
    group({ instanceTypes: ["m5.larg", "m5a.large"] }),
    `nodeGroups.main.instanceTypes[0]: expected an instance type of EC2, got "m5.larg"; try "m5.large"   [instance-type]`,
  ],
  "no instance types": [group({ instanceTypes: [] }), `nodeGroups.main.instanceTypes: expected 1 to 20 elements, got []   [node-group-instance-types]`],
  "a group in a zone without subnets": [
    group({ zones: ["us-east-1c"] }),
    `nodeGroups.main.zones: expected zones of the network (us-east-1a, us-east-1b), got "us-east-1c"   [node-group-zone]`,
  ],
  "a group's name that AWS does not take": [
    qaWith({ nodeGroups: { "a.b": { instanceTypes: ["m5.large"], sizes: { min: 1, desired: 1, max: 1 } } } }),
    `nodeGroups: expected a map in which each key is letters, digits, hyphens and underscores, the first a letter or digit, got {"a.b":{"instanceTypes":["m5.large"],"sizes":{"min":1,"desired":1,"max":1}}}   [node-group-name]`,
  ],
  "a Fargate profile in a zone without subnets": [
    qaWith({ fargateProfiles: { jobs: { selectors: [{ namespace: "jobs" }], zones: ["us-east-1c"] } } }),
    `fargateProfiles.jobs.zones: expected zones of the network (us-east-1a, us-east-1b), got "us-east-1c"   [fargate-zone]`,
  ],
  "a Fargate profile of a name that EKS keeps": [
    qaWith({ fargateProfiles: { "eks-jobs": { selectors: [{ namespace: "jobs" }] } } }),
    `fargateProfiles: expected a map in which each key is text that does not begin with eks-, got {"eks-jobs":{"selectors":[{"namespace":"jobs"}]}}; EKS keeps those for itself   [fargate-profile-reserved]`,
  ],
  "Fargate profiles without subnets": [
    qaWith({ nodeGroups: {}, addons: {}, fargateProfiles: { jobs: { selectors: [{ namespace: "jobs" }] } }, network: { ...qa.network, privateSubnets: null, nat: "none" } }),
    `network.privateSubnets: expected subnets for the Fargate profiles, got null; try {}   [node-subnets]`,
  ],
  "logs of Fargate without Fargate": [qaWith({ fargateLogging: {} }), `fargateLogging: expected nothing without Fargate profiles, got {"retentionDays":90,"kmsKeyArn":null}   [fargate-logging]`],
  "DNS that is not told to run on Fargate": [
    onFargate({ selectors: [{ namespace: "kube-system" }] }, {}),
    `addons.coredns: expected computeType Fargate, got nothing; there are no nodes that it could run on   [fargate-coredns]`,
  ],
  "Pod Identity without nodes": [
    qaWith({ nodeGroups: {}, fargateProfiles: { all: { selectors: [{ namespace: "*" }] } }, addons: { "eks-pod-identity-agent": {}, "vpc-cni": {}, "aws-ebs-csi-driver": {} } }),
    `addons["aws-ebs-csi-driver"].identity: expected irsa, got "podIdentity"; the Pod Identity agent does not run on Fargate, and there are no nodes; try "irsa"   [fargate-identity]`,
  ],
  "DNS that no Fargate profile takes": [
    onFargate({ selectors: [{ namespace: "kube-system", labels: { "k8s-app": "metrics-server" } }, { namespace: "default" }] }),
    `fargateProfiles: expected a profile that takes the pods of coredns, got ["all"]; there are no nodes that they could run on; try {"selectors":[{"namespace":"kube-system","labels":{"k8s-app":"kube-dns"}}]}   [fargate-dns-profile]`,
  ],
  "an unknown key of the environment": [
    qaWith({ nodegroups: {} }),
    `nodegroups: expected one of the keys ${Object.keys(environmentInputs).join(", ")}, got "nodegroups"; try "nodeGroups"   [unknown-key]`,
  ],
  "an unknown key of the network": [network({ natGateway: "single" }), `network.natGateway: expected one of the keys ${networkKeys}, got "natGateway"   [unknown-key]`],
  "an unknown key deep inside": [
    group({ sizes: { min: 1, desired: 1, max: 1, maxx: 3 } }),
    `nodeGroups.main.sizes.maxx: expected one of the keys min, desired, max, got "maxx"; try "max"   [unknown-key]`,
  ],
  "an unknown key below a user's own": [
    qaWith({ addons: { "vpc-cni": { resolveConflictOnCreate: "OVERWRITE" } } }),
    `addons["vpc-cni"].resolveConflictOnCreate: expected one of the keys version, resolveVersion, resolveConflictsOnCreate, resolveConflictsOnUpdate, preserve, identity, permissions, role, serviceAccounts, phase, tags, configuration, podNetwork, got "resolveConflictOnCreate"; try "resolveConflictsOnCreate"   [unknown-key]`,
  ],
  "an add-on without the one it needs": [
    qaWith({ addons: { "vpc-cni": {}, adot: {} } }),
    `addons.adot: expected cert-manager among the add-ons, got ["vpc-cni","adot"]; adot does not start without it   [addon-requires]`,
  ],
  "an unknown region": [qaWith({ region: "us-est-1" }), `region: expected a region with EKS, got "us-est-1"; try "us-east-1"   [region]`],
  "an account as a number": [qaWith({ account: 444444444444 }), `account: expected text, got 444444444444   [type]`],
  "an account that is none": [qaWith({ account: "4444" }), `account: expected an account id of twelve digits, got "4444"   [account-id]`],
  "a role of another account": [
    qaWith({ provider: { roleArn: "arn:aws:iam::555555555555:role/deploy" } }),
    `provider.roleArn: expected a role of the environment's account, arn:aws:iam::444444444444:role/…, got "arn:aws:iam::555555555555:role/deploy"   [role-account]`,
  ],
  "a provider that is not supported": [qaWith({ provider: { version: "5.99.0" } }), `provider.version: expected one of 5.100.0, 6.25.0, got "5.99.0"   [choice]`],
  "an argument that the pinned provider does not know": [
    cluster({ deletionProtection: true }),
    `cluster.deletionProtection: expected nothing here for aws provider 5.100.0, got true; it needs aws provider 6.9 or newer   [provider-version]`,
  ],
  "no backend": [qaWith({ state: {} }), `state: expected exactly one of s3, cloud, local, got {}   [state-kind]`],
  "two backends": [
    qaWith({ state: { local: {}, cloud: { organization: "x" } } }),
    `state: expected exactly one of s3, cloud, local, got {"local":{},"cloud":{"organization":"x"}}   [state-kind]`,
  ],
  "a state that is missing": [qaWith({ state: undefined }), `state: expected an object, got nothing; it has no default   [required]`],
};

it.each(Object.entries(mistakes))("%s is refused in one line", (_, [environment, line]) => {
  expect(refusals(environment)).toEqual([`envs/qa/environment.ts ${line}`]);
});

it("a name that is none is told with the name as written", () => {
  expect(refusals(qaWith({ name: "QA" }))).toEqual([
    `envs/QA/environment.ts name: expected 2 to 32 lower-case letters, digits and hyphens, the first a letter, got "QA"   [environment-name]`,
  ]);
});

it("the example itself is right", () => {
  expect([...refusals(qa), ...warnings(qa), ...refusals(existing({}))]).toEqual([]);
});

it("all mistakes of an environment are told at once, whatever else is wrong", () => {
  const all = qaWith({
    regoin: "x",
    account: 5,
    network: { ...qa.network, cidr: "10.50.0.1/16", zones: ["us-east-1a", "us-west-2b"], publicSubnets: null, nat: "single" },
    cluster: { ...qa.cluster, kubernetesVersion: "1.30", serviceCidr: "10.50.0.0/20", endpoint: { public: {} } },
    nodeGroups: {
      broken: null,
      graviton: { instanceTypes: ["m6g.large"], amiType: "AL2023_x86_64_STANDARD", sizes: { min: 2, desired: 1, max: 3 } },
      typo: { instanceTypes: ["m5.larg"], sizes: { min: 1, desired: 1, max: 3 } },
    },
    state: {},
  });
  const rules = refusals(all).map((line) => /\[([a-z-]+)\]$/.exec(line)?.[1]);
  const ofPlace = ["unknown-key", "type", "zone-region", "vpc-cidr-prefix", "nat-public-tier", "state-kind"];
  const ofCluster = ["kubernetes-support", "service-cidr-overlap", "required"];
  const ofGroups = ["type", "ami-architecture", "node-group-min-desired", "instance-type"];
  expect(rules.toSorted()).toEqual([...ofPlace, ...ofCluster, ...ofGroups].toSorted());
});

it("Fargate beside Auto Mode leaves DNS to Auto Mode", () => {
  const profiles = { jobs: { selectors: [{ namespace: "jobs" }] } };
  expect(refusals(qaWith({ nodeGroups: {}, addons: { coredns: {} }, fargateProfiles: profiles, cluster: { ...qa.cluster, autoMode: {} } }))).toEqual([
    `envs/qa/environment.ts addons.coredns: expected no add-on that Auto Mode brings itself, got "coredns"; there are no node groups that would need it   [auto-mode-addon]`,
  ]);
});

it.each([
  { namespace: "kube-system" },
  { namespace: "kube-*", labels: { "k8s-app": "kube-dns" } },
  { namespace: "*", labels: { "eks.amazonaws.com/component": "core???" } },
])("a profile that selects %j takes the cluster's DNS", (selector) => {
  expect(refusals(onFargate({ selectors: [selector] }))).toEqual([]);
});

describe("a version that the cluster runs already is warned of, not refused", () => {
  it.each([
    [
      "its support ended",
      { kubernetesVersion: "1.30", running: { kubernetesVersion: "1.30" } },
      `cluster.kubernetesVersion: expected a Kubernetes version that EKS supports, got "1.30"; its support ended on 2026-07-23; try "1.31"   [kubernetes-support]`,
    ],
    [
      "its standard support ended",
      { kubernetesVersion: "1.33", running: { kubernetesVersion: "1.33" } },
      `cluster.upgradePolicy: expected EXTENDED, got "STANDARD"; standard support of 1.33 ended on 2026-07-29: EKS would upgrade the cluster by itself; try "EXTENDED"   [kubernetes-upgrade-policy]`,
    ],
  ])("when %s", (_, versions, line) => {
    expect(refusals(cluster(versions))).toEqual([]);
    expect(warnings(cluster(versions))).toEqual([`envs/qa/environment.ts ${line}`]);
  });

  it("and one in extended support with the policy for it is not worth a word", () => {
    const environment = cluster({ kubernetesVersion: "1.33", upgradePolicy: "EXTENDED" });
    expect([...refusals(environment), ...warnings(environment)]).toEqual([]);
  });
});

describe("environments of one program", () => {
  const s3 = { bucket: "states", region: "us-east-1", kmsKeyArn: "arn:aws:kms:us-east-1:444444444444:key/1" };
  const other = { ...qa, name: "other", cluster: { ...qa.cluster, name: "eks-other" } };
  const together = (...environments: unknown[]) => problemsOf(() => synthesize(environments as Environment[]));

  it.each<[string, unknown[], string[]]>([
    ["one name", [qa, other, qa], [`environments[2] name: expected a name of its own, got "qa"; environments[0] has it   [stack-name]`]],
    [
      "one state key",
      [{ ...qa, state: { s3 } }, { ...other, state: { s3: { ...s3, key: "eks-platform/qa/terraform.tfstate" } } }],
      [`envs/other/environment.ts state: expected a state of its own, got "s3://states/eks-platform/qa/terraform.tfstate"; the environment qa has it   [state-key]`],
    ],
    [
      "one cluster",
      [qa, { ...other, cluster: qa.cluster }],
      [`envs/other/environment.ts cluster.name: expected a name that no other cluster of the account and region has, got "444444444444/us-east-1/eks-qa"; the environment qa has it   [cluster-name-unique]`],
    ],
    ["nothing but a mistake", [null, { ...qa, name: 7 }], [`environments[0]: expected an object, got null   [type]`, `environments[1] name: expected text, got 7   [type]`]],
    [
      "a mistake each, and what they share",
      [{ ...qa, account: "1" }, { ...other, account: "1", cluster: { ...qa.cluster, kubernetesVersion: "1.40" } }],
      [
        `envs/qa/environment.ts account: expected an account id of twelve digits, got "1"   [account-id]`,
        `envs/other/environment.ts account: expected an account id of twelve digits, got "1"   [account-id]`,
        `envs/other/environment.ts cluster.kubernetesVersion: expected a Kubernetes version that EKS supports, got "1.40"; the versions known on 2026-08-22 are 1.36, 1.35, 1.34, 1.33, 1.32, 1.31; try "1.36"   [kubernetes-support]`,
        `envs/other/environment.ts cluster.name: expected a name that no other cluster of the account and region has, got "1/us-east-1/eks-qa"; the environment qa has it   [cluster-name-unique]`,
      ],
    ],
  ])("with %s are refused", (_, environments, lines) => {
    expect(together(...environments)).toEqual(lines);
  });
});

it("a stack without a backend is refused, where the framework would give it one", () => {
  const app = new PlatformApp();
  const stack = new PlatformStack(app, "bare", floor);
  expect(stack.node.id).toBe("bare");
  expect(problemsOf(() => app.synth())).toEqual([`bare: expected one backend, got 0; where a state is kept is never left to chance   [explicit-backend]`]);
});

describe("whatever the data is, it is refused in house style and never in a crash", () => {
  const sentence = /^.+?: expected .+, got .+ {3}\[[a-z0-9-]+\]$/;
  /** What is wrong with the answer to `data`: a line that is no sentence, data that is let through with problems. */
  const faults = (data: unknown) => {
    const { environment, problems } = checkEnvironment(data as Environment);
    return [...refusals(data).filter((line) => !sentence.test(line)), ...((environment === undefined) === problems.length > 0 ? [] : [data])];
  };
  const garbage = [null, 5, NaN, 10n, true, "x", [], [null], {}, { a: null }, Symbol("x"), () => qa, new Map(), new Date(0)];

  it("in the environment's place", () => {
    expect(garbage.flatMap(faults)).toEqual([]);
    expect(refusals(10n)).toEqual([`environment: expected an object, got 10   [type]`]);
  });

  it("in the place of any key, two levels deep", () => {
    const parts = (["network", "cluster", "state", "provider"] as const).map((part) => ({ part, fields: Object.keys((environmentInputs[part].shape as unknown as { fields: object }).fields) }));
    const broken = garbage.flatMap((value) => [
      ...Object.keys(environmentInputs).map((key) => qaWith({ [key]: value })),
      ...parts.flatMap(({ part, fields }) => fields.map((key) => qaWith({ [part]: { ...qa[part], [key]: value } }))),
      ...["instanceTypes", "amiType", "sizes", "zones", "labels", "taints"].map((key) => group({ [key]: value })),
    ]);
    expect(broken.flatMap(faults)).toEqual([]);
  });

  it("in random places", () => {
    const paths = fc.constantFrom("network", "cluster", "nodeGroups", "addons", "existingNetwork", "provider", "state", "tags");
    const environments = fc.tuple(paths, fc.string(), fc.anything({ maxDepth: 3 })).map(([part, key, value]) => qaWith({ [part]: { ...qa[part as "network"], [key]: value } }));
    expect(fc.sample(environments, { seed: 20261121, numRuns: 200 }).flatMap(faults)).toEqual([]);
  });
});
