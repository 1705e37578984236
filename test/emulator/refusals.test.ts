import { useEmulator } from "../harness";
import { eks, until } from "./aws-call";
import { template, testAccount, type TestAccount } from "./account";

const emulator = useEmulator();
let account: TestAccount;

beforeAll(async () => {
  account = await testAccount(emulator);
  // Two clusters: one that is used with entries, one that still has the config map and an ending version.
  await make("POST /clusters", cluster({ name: "main", version: "1.34" }), "/clusters/main");
  await make("POST /clusters", cluster({ name: "old", version: "1.31", accessConfig: { authenticationMode: "CONFIG_MAP" }, deletionProtection: true }), "/clusters/old");
  await make("POST /clusters/main/addons", { addonName: "vpc-cni" }, "/clusters/main/addons/vpc-cni");
  await make("POST /clusters/main/node-groups", group({ nodegroupName: "first" }), "/clusters/main/node-groups/first");
  await make("POST /clusters/main/access-entries", { principalArn: account.roles.pod });
  await make("POST /clusters/main/pod-identity-associations", { namespace: "app", serviceAccount: "app", roleArn: account.roles.pod });
  await make("POST /clusters/main/fargate-profiles", profile({ fargateProfileName: "first" }), "/clusters/main/fargate-profiles/first");
  const update = await make("POST /clusters/main/identity-provider-configs/associate", { oidc: provider({}) });
  await until(emulator, `/clusters/main/updates/${(update["update"] as { id: string }).id}`, "Successful");
});

async function make(request: string, body: unknown, path?: string): Promise<Record<string, unknown>> {
  const answer = await eks(emulator, request, body);
  if (answer.status !== 200) throw new Error(`${request}: ${JSON.stringify(answer)}`);
  if (path !== undefined) await until(emulator, path, "ACTIVE");
  return answer.body;
}

const vpcConfig = (change: object = {}) => ({ subnetIds: account.subnets, ...change });
const cluster = (change: object) => ({ name: "new", version: "1.35", roleArn: account.roles.cluster, accessConfig: { authenticationMode: "API" }, resourcesVpcConfig: vpcConfig(), ...change });
const group = (change: object) => ({ nodegroupName: "new", subnets: account.subnets, nodeRole: account.roles.node, ...change });
const profile = (change: object) => ({ fargateProfileName: "new", podExecutionRoleArn: account.roles.fargate, subnets: account.subnets, selectors: [{ namespace: "app" }], ...change });
const provider = (change: object) => ({ identityProviderConfigName: "users", issuerUrl: "https://login.example.com", clientId: "kubernetes", ...change });
const network = (change: object) => ({ kubernetesNetworkConfig: change });
const scaling = (minSize: number, desiredSize: number, maxSize: number) => ({ scalingConfig: { minSize, desiredSize, maxSize } });
const configuration = (addonName: string, values: unknown) => ({ addonName, configurationValues: typeof values === "string" ? values : JSON.stringify(values) });

type Refusal = readonly [what: string, request: string, body: () => unknown, code: string, message: RegExp];

const refusals: readonly Refusal[] = [
  // Clusters
  ["an unknown version", "POST /clusters", () => cluster({ version: "1.99" }), "InvalidParameterException", /^unsupported Kubernetes version$/],
  ["an ended version", "POST /clusters", () => cluster({ version: "1.30" }), "InvalidParameterException", /^unsupported Kubernetes version$/],
  ["a second cluster of the name", "POST /clusters", () => cluster({ name: "main" }), "ResourceInUseException", /^Cluster already exists with name: main$/],
  ["no name", "POST /clusters", () => cluster({ name: undefined }), "InvalidParameterException", /^Missing required parameter: name$/],
  ["a name with a dot", "POST /clusters", () => cluster({ name: "a.b" }), "InvalidParameterException", /regular expression pattern/],
  ["a name of 101 characters", "POST /clusters", () => cluster({ name: "a".repeat(101) }), "InvalidParameterException", /less than or equal to 100/],
  ["a wrong type", "POST /clusters", () => cluster({ version: 1.35 }), "InvalidParameterException", /^Invalid type for parameter version: expected string, got 1.35$/],
  ["a body that is no JSON", "POST /clusters", () => "{", "InvalidParameterException", /not a JSON object/],
  ["one subnet", "POST /clusters", () => cluster({ resourcesVpcConfig: { subnetIds: [account.subnets[0]] } }), "InvalidParameterException", /at least two different AZs/],
  ["two subnets of one zone", "POST /clusters", () => cluster({ resourcesVpcConfig: { subnetIds: [account.subnets[0], account.sameZoneSubnet] } }), "InvalidParameterException", /at least two different AZs/],
  ["a subnet that is not there", "POST /clusters", () => cluster({ resourcesVpcConfig: { subnetIds: [account.subnets[0], "subnet-0"] } }), "InvalidParameterException", /'subnet-0' does not exist/],
  ["subnets of two VPCs", "POST /clusters", () => cluster({ resourcesVpcConfig: { subnetIds: [account.subnets[0], account.otherVpcSubnet] } }), "InvalidParameterException", /same VPC/],
  ["a zone without control planes", "POST /clusters", () => cluster({ resourcesVpcConfig: { subnetIds: [account.subnets[0], account.noControlPlaneSubnet] } }), "UnsupportedAvailabilityZoneException", /does not support creating control plane instances in us-east-1/],
  ["a security group of another VPC", "POST /clusters", () => cluster({ resourcesVpcConfig: vpcConfig({ securityGroupIds: [account.otherGroup] }) }), "InvalidParameterException", /not in the same VPC/],
  ["no endpoint at all", "POST /clusters", () => cluster({ resourcesVpcConfig: vpcConfig({ endpointPublicAccess: false }) }), "InvalidParameterException", /^Private and public endpoint access cannot be false$/],
  ["private ranges as public access", "POST /clusters", () => cluster({ resourcesVpcConfig: vpcConfig({ publicAccessCidrs: ["10.0.0.0/8"] }) }), "InvalidParameterException", /not allowed in publicAccessCidrs: \[10\.0\.0\.0\/8\]/],
  ["a public range with host bits", "POST /clusters", () => cluster({ resourcesVpcConfig: vpcConfig({ publicAccessCidrs: ["203.0.113.7/24"] }) }), "InvalidParameterException", /not allowed in publicAccessCidrs/],
  ["41 public ranges", "POST /clusters", () => cluster({ resourcesVpcConfig: vpcConfig({ publicAccessCidrs: Array.from({ length: 41 }, (_, i) => `203.0.113.${i}/32`) }) }), "ResourceLimitExceededException", /40/],
  ["a role that is not there", "POST /clusters", () => cluster({ roleArn: "arn:aws:iam::123456789012:role/nobody" }), "InvalidParameterException", /does not exist/],
  ["a role that trusts somebody else", "POST /clusters", () => cluster({ roleArn: account.roles.node }), "InvalidParameterException", /trusted entity is not correct/],
  ["a role without a policy", "POST /clusters", () => cluster({ roleArn: account.roles.bare }), "InvalidParameterException", /AmazonEKSClusterPolicy/],
  ["a service range outside the private ones", "POST /clusters", () => cluster(network({ serviceIpv4Cidr: "100.64.0.0/16" })), "InvalidParameterException", /must be between \/24 and \/12/],
  ["a service range that is too wide", "POST /clusters", () => cluster(network({ serviceIpv4Cidr: "10.0.0.0/8" })), "InvalidParameterException", /must be between \/24 and \/12/],
  ["a service range over the VPC's", "POST /clusters", () => cluster(network({ serviceIpv4Cidr: "10.10.0.0/20" })), "InvalidParameterException", /overlaps with the CIDR of the VPC/],
  ["an IPv4 service range on IPv6", "POST /clusters", () => cluster(network({ ipFamily: "ipv6", serviceIpv4Cidr: "172.20.0.0/16" })), "InvalidParameterException", /ipv6/],
  ["encryption of anything but secrets", "POST /clusters", () => cluster({ encryptionConfig: [{ resources: ["secrets", "pods"], provider: { keyArn: account.key } }] }), "InvalidParameterException", /exactly \[secrets\]/],
  ["a key that is not there", "POST /clusters", () => cluster({ encryptionConfig: [{ resources: ["secrets"], provider: { keyArn: `${account.key}0` } }] }), "InvalidParameterException", /does not exist/],
  ["two keys", "POST /clusters", () => cluster({ encryptionConfig: [1, 2].map(() => ({ resources: ["secrets"], provider: { keyArn: account.key } })) }), "InvalidParameterException", /less than or equal to 1/],
  ["an unknown log type", "POST /clusters", () => cluster({ logging: { clusterLogging: [{ types: ["kubelet"], enabled: true }] } }), "InvalidParameterException", /enum value set/],
  ["Auto Mode in part", "POST /clusters", () => cluster({ computeConfig: { enabled: true } }), "InvalidParameterException", /EKS Auto Mode/],
  ["a reserved tag", "POST /clusters", () => cluster({ tags: { "aws:x": "1" } }), "InvalidParameterException", /reserved/],
  ["51 tags", "POST /clusters", () => cluster({ tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, "v"])) }), "InvalidParameterException", /50/],
  ["an update of two minors", "POST /clusters/main/updates", () => ({ version: "1.36" }), "InvalidParameterException", /^Unsupported Kubernetes minor version update from 1\.34 to 1\.36$/],
  ["a downgrade", "POST /clusters/main/updates", () => ({ version: "1.33" }), "InvalidParameterException", /from 1\.34 to 1\.33$/],
  ["an update to the version that runs", "POST /clusters/main/updates", () => ({ version: "1.34" }), "InvalidParameterException", /already at version 1\.34/],
  ["two kinds of update in one", "POST /clusters/main/update-config", () => ({ deletionProtection: true, upgradePolicy: { supportType: "STANDARD" } }), "InvalidParameterException", /^Only one type of update can be allowed\.$/],
  ["an update of nothing", "POST /clusters/main/update-config", () => ({}), "InvalidParameterException", /not provided/],
  ["the logging that is there", "POST /clusters/main/update-config", () => ({ logging: { clusterLogging: [] } }), "InvalidParameterException", /^No changes needed/],
  ["the endpoint access that is there", "POST /clusters/main/update-config", () => ({ resourcesVpcConfig: { endpointPublicAccess: true } }), "InvalidParameterException", /^Cluster is already at the desired configuration/],
  ["other zones", "POST /clusters/main/update-config", () => ({ resourcesVpcConfig: { subnetIds: [account.subnets[0], account.noControlPlaneSubnet] } }), "InvalidParameterException", /exact set of AZs/],
  ["an authentication mode that goes back", "POST /clusters/main/update-config", () => ({ accessConfig: { authenticationMode: "CONFIG_MAP" } }), "InvalidParameterException", /from API to CONFIG_MAP/],
  ["standard support in extended support", "POST /clusters/old/update-config", () => ({ upgradePolicy: { supportType: "STANDARD" } }), "InvalidRequestException", /extended support/],
  ["the deletion of a cluster with node groups", "DELETE /clusters/main", () => undefined, "ResourceInUseException", /^Cluster has nodegroups attached$/],
  ["the deletion of a protected cluster", "DELETE /clusters/old", () => undefined, "InvalidRequestException", /deletion protection/],
  ["a cluster that is not there", "GET /clusters/none", () => undefined, "ResourceNotFoundException", /^No cluster found for name: none\.$/],
  // Node groups
  ["a second group of the name", "POST /clusters/main/node-groups", () => group({ nodegroupName: "first" }), "ResourceInUseException", /already exists with name first/],
  ["a group newer than the cluster", "POST /clusters/main/node-groups", () => group({ version: "1.35" }), "InvalidParameterException", /1\.35 is not supported: the cluster version is 1\.34/],
  ["a release of another version", "POST /clusters/main/node-groups", () => group({ releaseVersion: "1.35.0-20260101" }), "InvalidParameterException", /release version 1\.35\.0-20260101 is invalid/],
  ["min above desired", "POST /clusters/main/node-groups", () => group(scaling(3, 2, 4)), "InvalidParameterException", /^Minimum capacity 3 can't be greater than desired size 2$/],
  ["desired above max", "POST /clusters/main/node-groups", () => group(scaling(1, 5, 4)), "InvalidParameterException", /^desired capacity 5 can't be greater than max size 4$/],
  ["a maximum of zero", "POST /clusters/main/node-groups", () => group(scaling(0, 0, 0)), "InvalidParameterException", /greater than or equal to 1/],
  ["an unknown instance type", "POST /clusters/main/node-groups", () => group({ instanceTypes: ["m5.huge"] }), "InvalidParameterException", /do not exist: \[m5\.huge\]/],
  ["21 instance types", "POST /clusters/main/node-groups", () => group({ instanceTypes: Array.from({ length: 21 }, () => "m5.large") }), "InvalidParameterException", /20/],
  ["Graviton types under an x86 image", "POST /clusters/main/node-groups", () => group({ instanceTypes: ["m6g.large"] }), "InvalidParameterException", /not a valid instance type for requested amiType AL2023_x86_64_STANDARD/],
  ["Amazon Linux 2 after its end", "POST /clusters/main/node-groups", () => group({ amiType: "AL2_x86_64" }), "InvalidParameterException", /1\.32 or earlier/],
  ["an unknown image type", "POST /clusters/main/node-groups", () => group({ amiType: "AL3" }), "InvalidParameterException", /enum value set/],
  ["a taint with an unknown effect", "POST /clusters/main/node-groups", () => group({ taints: [{ key: "a", effect: "NoSchedule" }] }), "InvalidParameterException", /enum value set/],
  ["the same taint twice", "POST /clusters/main/node-groups", () => group({ taints: [1, 2].map(() => ({ key: "a", value: "b", effect: "NO_EXECUTE" })) }), "InvalidParameterException", /unique/],
  ["a label of Kubernetes' own", "POST /clusters/main/node-groups", () => group({ labels: { "node-role.kubernetes.io/worker": "yes" } }), "InvalidParameterException", /reserved prefixes/],
  ["a label that Kubernetes cannot read", "POST /clusters/main/node-groups", () => group({ labels: { team: "a b" } }), "InvalidParameterException", /not a valid Kubernetes label/],
  ["both update limits", "POST /clusters/main/node-groups", () => group({ updateConfig: { maxUnavailable: 1, maxUnavailablePercentage: 33 } }), "InvalidParameterException", /Exactly one/],
  ["a template that is not there", "POST /clusters/main/node-groups", () => group({ launchTemplate: { id: "lt-0" } }), "InvalidRequestException", /is not found/],
  ["a template version that is not there", "POST /clusters/main/node-groups", () => group({ launchTemplate: { id: account.template, version: "9" } }), "InvalidRequestException", /is not found/],
  ["a disk size beside a template", "POST /clusters/main/node-groups", () => group({ diskSize: 50, launchTemplate: { id: account.template } }), "InvalidRequestException", /^Disk size must be specified within the launch template\.$/],
  ["types in the template and the group", "POST /clusters/main/node-groups", () => group({ instanceTypes: ["m5.large"], launchTemplate: { id: account.template } }), "InvalidParameterException", /not in both/],
  ["a node role that is not there", "POST /clusters/main/node-groups", () => group({ nodeRole: "arn:aws:iam::123456789012:role/nobody" }), "InvalidRequestException", /nobody cannot be found/],
  ["a node role that trusts somebody else", "POST /clusters/main/node-groups", () => group({ nodeRole: account.roles.cluster }), "InvalidParameterException", /ec2\.amazonaws\.com/],
  ["a group update newer than the cluster", "POST /clusters/main/node-groups/first/update-version", () => ({ version: "1.35" }), "InvalidParameterException", /newer than the cluster/],
  ["a group update that goes back", "POST /clusters/main/node-groups/first/update-version", () => ({ version: "1.33" }), "InvalidParameterException", /downgraded from 1\.34 to 1\.33/],
  ["a template on a group without one", "POST /clusters/main/node-groups/first/update-version", () => ({ launchTemplate: { id: account.template } }), "InvalidRequestException", /created without one/],
  // Add-ons
  ["an unknown add-on", "POST /clusters/main/addons", () => ({ addonName: "vpc-cnii" }), "InvalidParameterException", /^Addon specified is not supported$/],
  ["an add-on version of another Kubernetes", "POST /clusters/main/addons", () => ({ addonName: "kube-proxy", addonVersion: "v1.36.1-eksbuild.1" }), "InvalidParameterException", /^Addon version specified is not supported$/],
  ["a second add-on of the name", "POST /clusters/main/addons", () => ({ addonName: "vpc-cni" }), "ResourceInUseException", /^Addon already exists\.$/],
  ["PRESERVE at creation", "POST /clusters/main/addons", () => ({ addonName: "coredns", resolveConflicts: "PRESERVE" }), "InvalidParameterException", /only for updates/],
  ["configuration that is no object", "POST /clusters/main/addons", () => configuration("coredns", "[1]"), "InvalidParameterException", /not a JSON or YAML object/],
  ["configuration that is cut off", "POST /clusters/main/addons", () => configuration("coredns", '{"replicaCount": '), "InvalidParameterException", /not a JSON or YAML object|schema validation/],
  ["a known key of a wrong type", "POST /clusters/main/addons", () => configuration("coredns", { replicaCount: "two" }), "InvalidParameterException", /^ConfigurationValue provided in request is not supported: Json schema validation failed with error: \[\$\.replicaCount/],
  ["a known key with a wrong value", "POST /clusters/main/addons", () => configuration("kube-proxy", { mode: "nftables" }), "InvalidParameterException", /\$\.mode/],
  ["a number where the CNI wants text", "POST /clusters/main/addons/vpc-cni/update", () => configuration("vpc-cni", { env: { WARM_ENI_TARGET: 1 } }), "InvalidParameterException", /\$\.env\.WARM_ENI_TARGET/],
  ["a text that is no boolean", "POST /clusters/main/addons/vpc-cni/update", () => configuration("vpc-cni", { env: { ENABLE_PREFIX_DELEGATION: "on" } }), "InvalidParameterException", /\$\.env\.ENABLE_PREFIX_DELEGATION/],
  ["both kinds of role", "POST /clusters/main/addons", () => ({ addonName: "aws-ebs-csi-driver", serviceAccountRoleArn: account.roles.pod, podIdentityAssociations: [{ serviceAccount: "a", roleArn: account.roles.pod }] }), "InvalidParameterException", /Only one of/],
  ["an add-on that is not there", "GET /clusters/main/addons/coredns", () => undefined, "ResourceNotFoundException", /No addon: coredns found/],
  // Access
  ["entries of a config map cluster", "POST /clusters/old/access-entries", () => ({ principalArn: account.roles.pod }), "InvalidRequestException", /authentication mode must be set to one of \[API, API_AND_CONFIG_MAP\]/],
  ["a second entry of the principal", "POST /clusters/main/access-entries", () => ({ principalArn: account.roles.pod }), "ResourceInUseException", /already in use/],
  ["a principal that is not there", "POST /clusters/main/access-entries", () => ({ principalArn: "arn:aws:iam::123456789012:role/nobody" }), "InvalidParameterException", /invalid principal/],
  ["a session as principal", "POST /clusters/main/access-entries", () => ({ principalArn: "arn:aws:sts::123456789012:assumed-role/a/b" }), "InvalidParameterException", /invalid principal/],
  ["groups on a node entry", "POST /clusters/main/access-entries", () => ({ principalArn: account.roles.cluster, type: "EC2_LINUX", kubernetesGroups: ["a"] }), "InvalidParameterException", /Kubernetes groups cannot be specified/],
  ["a group of Kubernetes' own", "POST /clusters/main/access-entries", () => ({ principalArn: account.roles.cluster, kubernetesGroups: ["system:masters"] }), "InvalidParameterException", /cannot start with/],
  ["an unknown entry type", "POST /clusters/main/access-entries", () => ({ principalArn: account.roles.cluster, type: "EC2_MAC" }), "InvalidParameterException", /EC2_MAC/],
  ["an unknown access policy", "POST /clusters/main/access-entries/{ROLE}/access-policies", () => ({ policyArn: "arn:aws:eks::aws:cluster-access-policy/Nope", accessScope: { type: "cluster" } }), "InvalidParameterException", /policyArn/],
  ["a namespace scope without namespaces", "POST /clusters/main/access-entries/{ROLE}/access-policies", () => ({ policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy", accessScope: { type: "namespace" } }), "InvalidParameterException", /namespaces/],
  ["a policy on a node entry", "POST /clusters/main/access-entries/{NODE}/access-policies", () => ({ policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy", accessScope: { type: "cluster" } }), "InvalidRequestException", /cannot be associated/],
  // Pod identity, Fargate, identity providers, tags
  ["a second association of the account", "POST /clusters/main/pod-identity-associations", () => ({ namespace: "app", serviceAccount: "app", roleArn: account.roles.pod }), "ResourceInUseException", /^Association already exists: a-/],
  ["a pod role that trusts somebody else", "POST /clusters/main/pod-identity-associations", () => ({ namespace: "x", serviceAccount: "x", roleArn: account.roles.node }), "InvalidParameterException", /pods\.eks\.amazonaws\.com/],
  ["a session policy with session tags", "POST /clusters/main/pod-identity-associations", () => ({ namespace: "x", serviceAccount: "x", roleArn: account.roles.pod, policy: "{}" }), "InvalidParameterException", /disableSessionTags/],
  ["a profile without selectors", "POST /clusters/main/fargate-profiles", () => profile({ selectors: [] }), "InvalidParameterException", /at least one selector/],
  ["a profile in a public subnet", "POST /clusters/main/fargate-profiles", () => profile({ subnets: [account.publicSubnet] }), "InvalidParameterException", /not a private subnet/],
  ["a pod role that trusts somebody else", "POST /clusters/main/fargate-profiles", () => profile({ podExecutionRoleArn: account.roles.node }), "InvalidParameterException", /eks-fargate-pods\.amazonaws\.com/],
  ["an issuer without https", "POST /clusters/old/identity-provider-configs/associate", () => ({ oidc: provider({ issuerUrl: "http://login.example.com" }) }), "InvalidParameterException", /https/],
  ["a second identity provider", "POST /clusters/main/identity-provider-configs/associate", () => ({ oidc: provider({ identityProviderConfigName: "more" }) }), "ResourceLimitExceededException", /one associated/],
  ["tags of nothing", "POST /tags/{arn:aws:eks:us-east-1:123456789012:cluster/none}", () => ({ tags: { a: "b" } }), "NotFoundException", /No resource found/],
  ["a reserved tag later", "POST /tags/{arn:aws:eks:us-east-1:123456789012:cluster/main}", () => ({ tags: { "AWS:x": "b" } }), "BadRequestException", /reserved/],
  // Lists and the catalogue
  ["a page of 101", "GET /clusters?maxResults=101", () => undefined, "InvalidParameterException", /less than or equal to 100/],
  ["a made-up page", "GET /clusters?nextToken=x", () => undefined, "InvalidParameterException", /nextToken/],
  ["versions of an unknown add-on", "GET /addons/supported-versions?addonName=nope", () => undefined, "ResourceNotFoundException", /nope/],
  ["a schema that is not known", "GET /addons/configuration-schemas?addonName=adot&addonVersion=v0.150.0-eksbuild.1", () => undefined, "ResourceNotFoundException", /no configuration schema/],
];

test.each(refusals)("AWS refuses %s: %s", async (_, request, body, code, message) => {
  const path = request.replace("{ROLE}", `{${account.roles.pod}}`).replace("{NODE}", `{${account.roles.node}}`);
  const answer = await eks(emulator, path, body());
  expect(answer).toMatchObject({ code, body: { message: expect.stringMatching(message) as string } });
});

test("a control plane goes no further while a node group lags, and further once it has caught up", async () => {
  const versionOf = async (path: string) => (Object.values((await eks(emulator, `GET ${path}`)).body)[0] as { version: string }).version;
  await make("POST /clusters/main/updates", { version: "1.35" });
  await until(emulator, "/clusters/main", "ACTIVE");
  expect(await versionOf("/clusters/main")).toBe("1.35");
  expect(await eks(emulator, "POST /clusters/main/updates", { version: "1.36" })).toMatchObject({
    code: "InvalidRequestException",
    body: { message: "Nodegroup(s) [first] must be updated to match cluster version 1.35 before updating cluster version" },
  });
  await make("POST /clusters/main/node-groups/first/update-version", {});
  await until(emulator, "/clusters/main/node-groups/first", "ACTIVE");
  expect(await versionOf("/clusters/main/node-groups/first")).toBe("1.35");
  const update = await make("POST /clusters/main/updates", { version: "1.36" });
  expect(await eks(emulator, "POST /clusters/main/updates", { version: "1.36" })).toMatchObject({
    code: "ResourceInUseException",
    body: { message: expect.stringContaining((update["update"] as { id: string }).id) as string },
  });
  await until(emulator, "/clusters/main", "ACTIVE");
});

test("keys that the stored schema does not know pass, for newer add-ons know more", async () => {
  const unknown = configuration("vpc-cni", { env: { NETWORK_POLICY_ENFORCING_MODE: "strict" }, podLabels: { a: "b" } });
  expect(await eks(emulator, "POST /clusters/main/addons/vpc-cni/update", unknown)).toMatchObject({ status: 200 });
  await until(emulator, "/clusters/main/addons/vpc-cni", "ACTIVE");
});

test("an image of one's own names no version, and a profile of one's own no instance profile", async () => {
  const custom = await template(emulator, { "LaunchTemplateData.ImageId": "ami-12c6146b" }, "custom");
  const profiled = await template(emulator, { "LaunchTemplateData.IamInstanceProfile.Name": "x" }, "profiled");
  const answers = await Promise.all([
    eks(emulator, "POST /clusters/main/node-groups", group({ launchTemplate: { id: custom }, amiType: "AL2023_x86_64_STANDARD" })),
    eks(emulator, "POST /clusters/main/node-groups", group({ launchTemplate: { id: custom }, version: "1.36" })),
    eks(emulator, "POST /clusters/main/node-groups", group({ launchTemplate: { id: profiled } })),
  ]);
  expect(answers.map(({ code }) => code)).toEqual(Array(3).fill("InvalidParameterException"));
});
