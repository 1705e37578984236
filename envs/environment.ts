import { type ImageFamily, imageFamilies } from "../aws/ami-types";
import { arnPatterns } from "../aws/arn-patterns";
import { authenticationModes } from "../aws/cluster-limits";
import { bindingsProvider } from "../aws/provider-floor";
import { atLeastOne, atMostOne, choice, type Data, exactlyOne, flag, type Inputs, keys, list, map, matches, nullable, object, text } from "../kernel";
import type { Value } from "../kernel/schema";
import { identity } from "../modules/addons/inputs";
import { clusterInputs } from "../modules/cluster/inputs";
import { securityRules } from "../modules/cluster/security-rules";
import { fargateProfileInputs, fargateProfilesInputs } from "../modules/fargate-profiles/inputs";
import { existingNetworkInputs } from "../modules/network/existing-network";
import { networkInputs } from "../modules/network/inputs";
import { nodeGroupInputs, nodeGroupRules } from "../modules/node-groups/group-inputs";
import { nodeGroupsInputs } from "../modules/node-groups/inputs";
import { roleOptions } from "../modules/role-options";
import { tagsInput } from "../modules/tags-input";
import { workloadIdentityInputs } from "../modules/workload-identity/inputs";
import { type GuardId, guardIds, guardList } from "../review/guards/guard-list";
import { instancesInput } from "./instances-input";
import { environmentAddons } from "./addon-input";
import { platformInput } from "./platform/inputs";
import { providerVersions } from "./provider-versions";

const roleArn = (id: string) =>
  text({ doc: "Role to assume.", rules: [matches(id, arnPatterns.iamRole, "the ARN of an IAM role")] });

const s3State = object(
  {
    bucket: text({ doc: "Bucket of the account's states." }),
    region: text({ doc: "Region of the bucket." }),
    kmsKeyArn: text({ doc: "Key that encrypts the state. Without it the backend would override the bucket's own key." }),
    lockFile: flag({ default: true, doc: "Locks with a file beside the state. Needs Terraform 1.10." }),
    table: nullable(text({ doc: "DynamoDB table for locks. With the lock file beside it both are taken." })),
    roleArn: nullable(roleArn("state-role-arn")),
    key: nullable(text({ doc: "Object key. Default: `eks-platform/<environment>/terraform.tfstate`, in a layered environment `eks-platform/<environment>/<layer>/terraform.tfstate`, where `<layer>` stands for the layer's name." })),
  },
  { rules: [atLeastOne("state-lock", ["lockFile", "table"], { why: "without a lock two deploys at once both succeed, and the work of one is lost" })] },
);

const cloudState = object({
  organization: text({ doc: "Terraform Cloud organization. The workspace is `eks-platform-<environment>`, with `-<layer>` at its end in a layered environment." }),
  hostname: text({ doc: "Host of Terraform Enterprise.", default: "app.terraform.io" }),
});

const override = {
  reason: text({ doc: "Why, for whoever reads the review.", rules: [matches("guard-reason", /\S/, "a reason")] }),
  addresses: list(text(), { doc: "Resources for which it holds. Empty: all.", default: [] }),
  until: nullable(text({ doc: "Last day on which it holds, as `2026-12-31`.", rules: [matches("guard-until", /^\d{4}-\d{2}-\d{2}$/, "a day such as 2026-12-31")] })),
};
const allowed = (id: GuardId) => nullable(object(override, { doc: `Passes the guard that expects ${guardList[id]}.` }));

const review = object(
  {
    cloud: nullable(
      object({
        organization: text({ doc: "Terraform Cloud organization in which the environment is planned for review. Nothing is applied there." }),
        hostname: text({ doc: "Host of Terraform Enterprise.", default: "app.terraform.io" }),
        project: nullable(text({ doc: "Name of the project for the review workspaces. Absent: the organization's default." })),
      }),
    ),
    allowed: object(Object.fromEntries(guardIds.map((id) => [id, allowed(id)])) as Record<GuardId, ReturnType<typeof allowed>>, { doc: "Guards that may be passed, by id. Gone again when the change is done.", default: {} }),
  },
  { doc: "How the environment is reviewed.", default: {} },
);

const provider = object(
  {
    version: choice(providerVersions, {
      doc: "Exact version of the AWS provider. Inputs that came with a newer one are refused.",
      default: providerVersions[0],
    }),
    roleArn: nullable(roleArn("deploy-role-arn")),
    emulated: flag({ doc: "Fixed credentials that no AWS account knows, so that only the emulator can be reached.", default: false }),
  },
  { doc: "The AWS provider of the environment.", default: {} },
);

// Windows Server 2025 has no images for other providers.
const imageWords = (Object.keys(imageFamilies) as ImageFamily[]).map((value) => (value.endsWith("-2025") ? { value, since: bindingsProvider } : value));

/** The inputs of one node group; wiring finds instance types and AMI type where they are described and not named. */
const nodeGroup = object(
  {
    ...nodeGroupInputs,
    instanceTypes: nullable(nodeGroupInputs.instanceTypes),
    instances: nullable(instancesInput),
    amiType: nullable(nodeGroupInputs.amiType),
    imageFamily: nullable(
      choice(imageWords, { doc: "Operating system of the nodes. Absent: Amazon Linux 2023. The AMI type follows from it and from the instance types." }),
    ),
  },
  {
    rules: [
      exactlyOne("group-instances", ["instanceTypes", "instances"]),
      atMostOne("group-image-choice", ["amiType", "imageFamily", "image"]),
      ...nodeGroupRules,
    ],
  },
);

/** What an environment says once for all its modules. */
const sharedInputs = ["rolePath", "permissionsBoundary", "tags"] as const;

const cluster = object({
  ...without(clusterInputs, ...sharedInputs, "partition", "account", "subnetIds", "securityGroup"),
  /** The VPC is the environment's. */
  securityGroup: nullable(object(securityRules, { doc: "A security group of the control plane's own, with rules by name." })),
  running: nullable(
    object(
      {
        kubernetesVersion: text({ doc: "Its Kubernetes version.", rules: [matches("running-version", /^1\.[0-9]{2}$/, "a minor version such as 1.35")] }),
        authenticationMode: nullable(choice(authenticationModes, { doc: "How it lets people in. Absent: not recorded, and not judged." })),
      },
      { doc: "What runs today. Absent while there is no cluster. A deploy is refused that AWS would refuse of this cluster, and a version past its support is refused for a new one only." },
    ),
  ),
});

/** Identities in an account that is not the cluster's. */
const otherAccount = object({
  account: text({ doc: "The other account. A plan with credentials of another one fails.", rules: [matches("other-account-id", /^[0-9]{12}$/, "an account id of twelve digits")] }),
  roleArn: nullable(roleArn("other-account-role")),
  identities: workloadIdentityInputs.identities,
});

/** Everything that an environment says. `envs/<name>/environment.ts` holds one as plain data. */
export const environmentInputs = {
  name: text({
    doc: "Name of the environment and of its stack.",
    rules: [matches("environment-name", /^[a-z][a-z0-9-]{0,30}[a-z0-9]$/, "2 to 32 lower-case letters, digits and hyphens, the first a letter")],
  }),
  account: text({
    doc: "The AWS account that may be touched. A plan with credentials of another account fails.",
    rules: [matches("account-id", /^[0-9]{12}$/, "an account id of twelve digits")],
  }),
  region: text({ doc: "AWS region." }),
  production: flag({ doc: "People depend on it: a deploy asks for its name to be typed.", default: false }),
  follows: nullable(text({ doc: "Name of the environment that gets every change before this one: staging, where this is prod." })),
  review,
  layout: choice(["one", "layered"], {
    default: "one",
    doc: "`one`: a single stack, named as the environment, for what is made and destroyed whole. `layered`: a stack and a state each for network, cluster and platform, so that a change of one cannot break the plan of another.",
  }),
  state: object(
    { s3: nullable(s3State), cloud: nullable(cloudState), local: nullable(object({})) },
    { doc: "Where the state is kept: S3 with lock file and table, Terraform Cloud, or a file beside the output.", rules: [exactlyOne("state-kind", ["s3", "cloud", "local"])] },
  ),
  provider,
  tags: tagsInput("Tags of everything in the environment."),
  roles: object(roleOptions, { default: {}, doc: "What every role of the environment has in common." }),
  network: nullable(object(without(networkInputs, ...sharedInputs, "name"))),
  existingNetwork: nullable(object(existingNetworkInputs)),
  cluster,
  nodeGroups: map(nodeGroup, { doc: "Managed node groups by name.", default: {}, rules: nodeGroupsInputs.groups.meta.rules }),
  nodePolicies: nodeGroupsInputs.policies,
  fargateProfiles: map(object(fargateProfileInputs), { doc: "Fargate profiles by name.", default: {}, rules: fargateProfilesInputs.profiles.meta.rules }),
  fargateLogging: fargateProfilesInputs.logging,
  addons: environmentAddons,
  addonIdentity: identity,
  identities: workloadIdentityInputs.identities,
  platform: nullable(platformInput),
  organizationId: workloadIdentityInputs.organizationId,
  otherAccounts: map(otherAccount, {
    default: {},
    doc: "Roles of service accounts in further accounts, by IRSA, by a name of your own. Each account gets the cluster's OIDC provider.",
    rules: [keys(matches("other-account-name", /^[a-z][a-z0-9_]{0,30}$/, "a name of lower-case letters, digits and underscores, the first a letter"))],
  }),
};

/** An environment as its file says it. */
export type Environment = Data<typeof environmentInputs>;
/** An environment with every default filled in. */
export type CheckedEnvironment = Value<typeof environmentInputs>;

function without<F extends Inputs, K extends keyof F>(inputs: F, ...names: readonly K[]): Omit<F, K> {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !names.includes(name as K))) as Omit<F, K>;
}
