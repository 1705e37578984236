import type { Environment } from "../../../envs/environment";
import { moduleFiles } from "../../../kernel";
import { eksPlatformModule } from "../../../modules/eks-platform/module";
import { qa } from "../../envs/example";
import { stackOf } from "../../envs/stack";
import { planFiles } from "../../harness";
import { offlineProvider, readInPlan } from "../../offline";
import { differencesOf, type Planned, plannedOf } from "../../proofs/plan-difference";
import { floor, type Json } from "../../synth";

/** Everything that both can say. The network's name is the environment's. */
const environment: Environment = {
  ...qa,
  network: { cidr: "10.50.0.0/16", zones: ["us-east-1a", "us-east-1b"], nat: "perZone", databaseSubnets: {}, intraSubnets: null, interfaceEndpoints: { "ecr.api": {} } },
  cluster: { ...qa.cluster, endpoint: { public: { cidrs: ["203.0.113.0/24"] } }, securityGroup: { ingress: { vpn: { description: "VPN", ports: { from: 443, to: 443 }, cidrIpv4: "10.99.0.0/16" } } } },
  nodeGroups: { ...qa.nodeGroups, spot: { capacity: "SPOT", instanceTypes: ["m5.large", "m5a.large", "m5d.large", "m5n.large"], sizes: { min: 0, desired: 1, max: 5 }, autoscaler: {} } },
  nodePolicies: { registry: "arn:aws:iam::444444444444:policy/registry" },
  fargateProfiles: { jobs: { selectors: [{ namespace: "jobs" }] } },
  fargateLogging: {},
  addons: { "eks-pod-identity-agent": {}, "vpc-cni": {}, "kube-proxy": {}, coredns: {}, "aws-ebs-csi-driver": { identity: "irsa" } },
  identities: {
    orders: { namespace: "shop", serviceAccount: "orders", permissions: { xray: {} } },
    reports: { namespace: "shop", serviceAccount: "reports", method: "both", permissions: { cloudWatchAgent: {} } },
  },
  roles: { rolePath: "/platform/", permissionsBoundary: "arn:aws:iam::444444444444:policy/boundary" },
  tags: { CostCenter: "platform" },
};

/** A network that exists, and nodes that manage the interfaces of their pods by their own role. */
const inExisting: Environment = {
  ...qa,
  network: undefined,
  existingNetwork: { vpcId: "vpc-0e", cidr: "10.60.0.0/16", privateSubnetIds: { "us-east-1a": "subnet-0a", "us-east-1b": "subnet-0b" }, intraSubnetIds: { "us-east-1a": "subnet-0c", "us-east-1b": "subnet-0d" } },
  cluster: { ...qa.cluster, oidcProvider: null },
} as never;

describe("a call of eks-platform plans what an environment of the same data plans", () => {
  let planned: Readonly<Record<string, Json>>;
  const cases = { "everything at once": environment, "an existing network": inExisting };

  // One plan of both, each as a stack and as a call.
  beforeAll(async () => {
    const entries = Object.entries(cases).map(([, data], index) => [`n${index}`, stackOf(data)] as const);
    const { default_tags } = entries[0]![1]["provider"].aws[0];
    planned = plannedOf(
      (
        await planFiles({
          ...readInPlan("eks-platform", moduleFiles(eksPlatformModule, floor)),
          ...Object.assign({}, ...entries.map(([name, stack]) => ({ [`stack-${name}/main.tf.json`]: withoutProvider(stack) }))),
          "main.tf.json": {
            terraform: { required_providers: { aws: { source: "hashicorp/aws" } } },
            provider: { aws: { ...offlineProvider, default_tags } },
            module: Object.fromEntries(entries.flatMap(([name, stack]) => [[`stack-${name}`, { source: `./stack-${name}` }], [`call-${name}`, { source: "./eks-platform", ...argumentsOf(stack) }]])),
          },
        })
      ).json,
    );
  });

  it.each(Object.keys(cases).map((what, index) => ({ what, index })))("$what", ({ index }) => {
    const stack = below(`module.stack-n${index}.`, (address) => address);
    const call = below(`module.call-n${index}.`, (address) => address.replace(/^module\.(\w+)(?:\[0\])?\.((?:data\.)?\w+)\./, "$2.$1_"));
    expect(Object.keys(stack).length).toBeGreaterThan(15);
    expect(differencesOf(stack, call)).toEqual([]);
  });

  /** Without the tags that a call writes and a stack's provider adds: `tags_all` is what AWS gets. */
  function below(prefix: string, shared: (address: string) => string): Planned {
    const own = Object.entries(planned).filter(([address]) => address.startsWith(prefix));
    const withoutTags = (value: unknown) => Object.fromEntries(Object.entries((value ?? {}) as Json).filter(([name]) => name !== "tags"));
    return Object.fromEntries(own.map(([address, { actions, after, unknown, sensitive }]) => [shared(address.slice(prefix.length)), { actions, after: withoutTags(after), unknown: withoutTags(unknown), sensitive: withoutTags(sensitive) }])) as never;
  }
});

function withoutProvider(stack: Json): Json {
  const { "//": _, provider: __, terraform, ...rest } = stack;
  return { ...rest, terraform: { required_providers: terraform.required_providers } };
}

/** The arguments by which a user of the module would say what the environment's stack was given. */
function argumentsOf({ variable }: Json): Json {
  const given = Object.fromEntries(Object.entries(variable as Json).map(([name, { default: value }]) => [name, value]));
  const { cluster, node_groups, addons, fargate_profiles: fargate = {}, identities = {} } = given;
  const made = given["network"];
  return {
    name: "qa",
    region: "us-east-1",
    account: "444444444444",
    ...(made === undefined ? { existing_network: existingOf(inExisting) } : { network: partOf(made, ["name", "role_path", "permissions_boundary", "tags"]) }),
    cluster: partOf(cluster, ["partition", "account", "subnet_ids", "role_path", "permissions_boundary", "tags"]),
    node_groups: node_groups.groups,
    node_policies: node_groups.policies,
    fargate_profiles: fargate.profiles,
    fargate_logging: fargate.logging,
    addons: addons.addons,
    addon_identity: addons.identity,
    identities: identities.identities,
    role_path: node_groups.role_path,
    permissions_boundary: node_groups.permissions_boundary,
    tags: node_groups.tags,
  };
}

/** What is there by default and null in the stack is left out by its name. */
function partOf(data: Json, wired: readonly string[]): Json {
  const byDefault = ["public_subnets", "private_subnets", "intra_subnets", "flow_logs", "oidc_provider"];
  const own = Object.fromEntries(Object.entries(data).filter(([name]) => !wired.includes(name)));
  return { ...own, without: byDefault.filter((name) => own[name] === null) };
}

function existingOf({ existingNetwork: existing }: Environment): Json {
  return { vpc_id: existing!.vpcId, cidr: existing!.cidr, private_subnet_ids: existing!.privateSubnetIds, intra_subnet_ids: existing!.intraSubnetIds };
}
