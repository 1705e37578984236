import { type Construct, type Inputs, type ModuleDefinition, type Problem, type Target } from "../../kernel";
import { checkInputs, inputsWithDefaults } from "../../kernel/check";
import { Addons } from "../../modules/addons/addons";
import { addonsModule } from "../../modules/addons/module";
import { identityProblems } from "../../modules/addons/problems";
import { Cluster } from "../../modules/cluster/cluster";
import { clusterModule } from "../../modules/cluster/module";
import { clusterProblems } from "../../modules/cluster/problems";
import { Fluentd } from "../../modules/fluentd/fluentd";
import { fluentdModule } from "../../modules/fluentd/module";
import { CustomResources } from "../../modules/custom-resources/custom-resources";
import { customResourcesModule } from "../../modules/custom-resources/module";
import { FargateProfiles } from "../../modules/fargate-profiles/fargate-profiles";
import { fargateProfilesModule } from "../../modules/fargate-profiles/module";
import { namespacesModule } from "../../modules/namespaces/module";
import { Namespaces } from "../../modules/namespaces/namespaces";
import { namespaceProblems } from "../../modules/namespaces/problems";
import { LoadBalancerController } from "../../modules/load-balancer-controller/load-balancer-controller";
import { loadBalancerControllerModule } from "../../modules/load-balancer-controller/module";
import { LoadBalancers } from "../../modules/load-balancers/load-balancers";
import { loadBalancersModule } from "../../modules/load-balancers/module";
import { loadBalancerProblems } from "../../modules/load-balancers/problems";
import { HelmRelease } from "../../modules/helm-release/helm-release";
import { helmReleaseModule } from "../../modules/helm-release/module";
import { Network } from "../../modules/network/network";
import { networkModule } from "../../modules/network/module";
import { networkProblems } from "../../modules/network/problems";
import { NodeGroups } from "../../modules/node-groups/node-groups";
import { nodeGroupsModule } from "../../modules/node-groups/module";
import { nodeGroupProblems } from "../../modules/node-groups/problems";
import { rbacModule } from "../../modules/rbac/module";
import { Rbac } from "../../modules/rbac/rbac";
import { stateBackendModule } from "../../modules/state-backend/module";
import { StateBackend } from "../../modules/state-backend/state-backend";
import { storageClassesModule } from "../../modules/storage-classes/module";
import { StorageClasses } from "../../modules/storage-classes/storage-classes";
import { workloadIdentityModule } from "../../modules/workload-identity/module";
import { workloadIdentityProblems } from "../../modules/workload-identity/problems";
import { WorkloadIdentity } from "../../modules/workload-identity/workload-identity";
import { sensibleAddons } from "./addons-sense";
import { sensibleCluster } from "./cluster-sense";
import { sensibleNamespaces } from "./namespaces-sense";
import { sensibleNetwork } from "./network-sense";
import { sensibleGroups } from "./node-group-sense";
import { inOwnNamespaces } from "./releases-sense";
import { withUnknowns } from "./unknown";

export type Data = Record<string, any>;

/** A construct that is published, with what the proofs need to know of it. */
export interface Subject {
  readonly definition: ModuleDefinition;
  readonly construct: new (scope: Construct, id: string, given: never) => Construct;
  /** Generated inputs, bent so that they fit each other. */
  readonly sensible: (generated: Data) => Data;
  /** Problems between inputs, which Terraform finds by preconditions. */
  readonly problems: (complete: Data) => readonly Problem[];
  /** The least that the construct takes, as in the module's example. */
  readonly smallest: Data;
  /** What every set of "every option once" starts from, where the least does not let all options be chosen. */
  readonly start?: Data;
  /** How many generated sets are planned; two where every option once says nearly all. */
  readonly sets?: number;
  /** Texts that decide which resources exist, and so must be known: paths, `*` for any key. */
  readonly structural: readonly string[];
  /** Texts that are always unknown, so that a data source waits for them and asks nobody while it plans. */
  readonly deferred?: readonly string[];
}

const subnetIds = { "us-east-1a": "subnet-0123456789abcdef0", "us-east-1b": "subnet-0123456789abcdef1" };

export const subjects: readonly Subject[] = [
  {
    definition: networkModule,
    sets: 3,
    construct: Network,
    smallest: { name: "example", cidr: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"], nat: "single" },
    sensible: sensibleNetwork,
    problems: (complete) => networkProblems("network", complete as never),
    // Zones are the keys of subnets and of what belongs to them.
    structural: ["zones", "natZone"],
    start: { cidr: "10.0.0.0/16", zones: ["us-east-1a", "us-east-1b"], nat: "perZone" },
  },
  {
    definition: clusterModule,
    sets: 4,
    construct: Cluster,
    smallest: {
      name: "eks-example",
      kubernetesVersion: "1.35",
      account: "111122223333",
      subnetIds,
      accessEntries: { platform: { principalArn: "arn:aws:iam::111122223333:role/platform", policies: { AmazonEKSClusterAdminPolicy: {} } } },
    },
    sensible: sensibleCluster,
    problems: (complete) => clusterProblems("cluster", complete as never),
    // Whether namespaces are there decides the scope.
    structural: ["accessEntries.*.policies.*.namespaces"],
    start: {
      name: "eks-example",
      kubernetesVersion: "1.35",
      account: "111122223333",
      subnetIds,
      accessEntries: { platform: { principalArn: "arn:aws:iam::111122223333:role/platform", policies: { AmazonEKSClusterAdminPolicy: {} } } },
      authenticationMode: "API_AND_CONFIG_MAP",
    },
  },
  {
    definition: nodeGroupsModule,
    sets: 4,
    construct: NodeGroups,
    smallest: {
      clusterName: "eks-example",
      kubernetesVersion: "1.35",
      subnetIds,
      groups: { system: { instanceTypes: ["m5.large"], amiType: "AL2023_x86_64_STANDARD", sizes: { min: 2, desired: 2, max: 4 } } },
    },
    sensible: sensibleGroups,
    problems: ({ groups, subnetIds }) => nodeGroupProblems(groups, Object.keys(subnetIds), "groups"),
    // Keys of groups by zone.
    structural: ["groups.*.zones"],
    // Names of the parameters that hold releases.
    deferred: ["kubernetesVersion", "groups.*.kubernetesVersion"],
  },
  {
    definition: addonsModule,
    sets: 4,
    construct: Addons,
    smallest: { clusterName: "eks-example", region: "us-east-1", account: "111122223333", addons: { "eks-pod-identity-agent": {}, "vpc-cni": {}, "kube-proxy": {}, coredns: {} } },
    sensible: sensibleAddons,
    problems: (complete) => identityProblems(complete as never, "addons"),
    structural: [],
    deferred: ["kubernetesVersion"],
  },
  {
    definition: fargateProfilesModule,
    sets: 3,
    construct: FargateProfiles,
    smallest: { clusterName: "eks-example", region: "us-east-1", account: "111122223333", subnetIds, profiles: { jobs: { selectors: [{ namespace: "jobs" }] } } },
    sensible: inKnownZones("profiles"),
    problems: () => [],
    structural: [],
  },
  {
    definition: workloadIdentityModule,
    sets: 3,
    construct: WorkloadIdentity,
    smallest: {
      clusterName: "eks-example",
      region: "us-east-1",
      account: "111122223333",
      identities: { controller: { namespace: "kube-system", serviceAccount: "aws-load-balancer-controller", permissions: { loadBalancerController: {} } } },
    },
    sensible: sensibleIdentities,
    problems: (complete) => workloadIdentityProblems("workload-identity", complete as never),
    structural: [],
  },
  {
    definition: loadBalancerControllerModule,
    construct: LoadBalancerController,
    smallest: { clusterName: "eks-example", region: "us-east-1", vpcId: "vpc-0123456789abcdef0" },
    sensible: (data) => data,
    problems: () => [],
    structural: [],
  },
  {
    definition: loadBalancersModule,
    construct: LoadBalancers,
    smallest: {
      ingresses: { shop: { namespace: "shop", hosts: { "shop.example.com": { "/": { service: "frontend", port: 80 } } } } },
      services: { queue: { namespace: "shop", selector: { app: "queue" }, ports: { amqp: { port: 5672 } } } },
    },
    sensible: sensibleLoadBalancers,
    problems: (complete) => loadBalancerProblems("load-balancers", complete as never),
    // Whether they are there decides which annotations are.
    structural: [
      ...["subnetIds", "securityGroupIds", "inboundCidrs"].map((list) => `ingresses.*.${list}`),
      ...["subnetIds", "securityGroupIds", "elasticIpIds"].map((list) => `services.*.${list}`),
    ],
  },
  {
    definition: storageClassesModule,
    construct: StorageClasses,
    smallest: { clusterName: "eks-example", region: "us-east-1", classes: { gp3: { default: true, reclaimPolicy: "Delete", ebs: {} } } },
    sensible: (data) => oneDefault("snapshotClasses", oneDefault("classes", data)),
    problems: () => [],
    // Whether zones are there decides whether a block is.
    structural: ["classes.*.ebs.zones"],
  },
  {
    definition: fluentdModule,
    construct: Fluentd,
    smallest: { clusterName: "eks-example", region: "us-east-1", output: { cloudWatch: { onDestroy: "keep" } } },
    sensible: (data) => data,
    problems: () => [],
    structural: [],
  },
  {
    definition: namespacesModule,
    construct: Namespaces,
    smallest: { namespaces: { shop: { network: { dns: {}, sameNamespace: {} } } } },
    sensible: sensibleNamespaces,
    problems: (complete) => namespaceProblems("namespaces", complete as never),
    structural: [],
  },
  {
    definition: rbacModule,
    construct: Rbac,
    smallest: { bindings: { readers: { clusterRole: "view", to: [{ group: "readers" }], namespaces: ["shop"] } } },
    sensible: (data) => data,
    problems: () => [],
    // A binding for each namespace.
    structural: ["bindings.*.namespaces"],
  },
  {
    definition: customResourcesModule,
    construct: CustomResources,
    smallest: { releases: { maps: { manifests: ['{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}'] } } },
    sensible: inOwnNamespaces,
    problems: () => [],
    structural: [],
  },
  {
    definition: helmReleaseModule,
    construct: HelmRelease,
    smallest: { name: "shop", namespace: "shop", chart: { published: { repository: "https://charts.example.com", name: "shop", version: "1.2.3" } } },
    sensible: (data) => data,
    problems: () => [],
    structural: [],
    // A secret whose name is known would be read while Terraform plans.
    deferred: ["secrets.*.secretArn"],
  },
  {
    definition: stateBackendModule,
    sets: 3,
    construct: StateBackend,
    smallest: { bucket: "example-terraform-states", region: "us-east-1", account: "111122223333" },
    sensible: (data) => data,
    problems: () => [],
    structural: [],
  },
];

/** What is wrong with data for a subject, by its rules and between its inputs. */
export function problemsOfData({ definition, problems }: Subject, data: Data, target: Target): readonly Problem[] {
  const declared = checkInputs(definition.inputs, data, { path: definition.name, target });
  return declared.length > 0 ? declared : problems(completed(definition.inputs, data));
}

/** The data with what `choose` takes unknown, and what must be. */
export function hidden({ definition, structural, deferred = [] }: Subject, data: Data, choose: (path: string) => boolean | "whole"): Data {
  return withUnknowns(definition.inputs, data, (path) => deferred.includes(path) || (!structural.includes(path) && choose(path)));
}

function completed(inputs: Inputs, data: Data): Data {
  return inputsWithDefaults(inputs, data);
}

/** Groups and profiles stand in zones that have a subnet. */
function inKnownZones(name: "groups" | "profiles") {
  return (data: Data): Data => {
    const zones = Object.keys(data["subnetIds"]);
    const placed = (item: Data) => (item["zones"] == null ? item : { ...item, zones: zones.slice(0, item["zones"].length) });
    return { ...data, [name]: Object.fromEntries(Object.entries(data[name] as Record<string, Data>).map(([key, item]) => [key, placed(item)])) };
  };
}

/** Each identity has a service account of its own. Without a provider there is no IRSA; where nothing is said of one, it is made. */
function sensibleIdentities(data: Data): Data {
  const none = data["oidcProvider"] === null;
  const own = ([key, identity]: [string, Data], index: number) => [key, { ...identity, namespace: `n${index}`, ...(none && { method: "podIdentity" }) }];
  return { oidcProvider: { issuer: "oidc.example.com/id/0A", create: {} }, ...data, identities: Object.fromEntries(Object.entries((data["identities"] ?? {}) as Data).map(own)) };
}

/** Of several defaults the first stays one. */
function oneDefault(field: string, data: Data): Data {
  if (data[field] == null) return data;
  const classes = Object.entries(data[field] as Record<string, Data>);
  const first = classes.findIndex(([, storage]) => storage["default"] === true);
  return { ...data, [field]: Object.fromEntries(classes.map(([name, storage], index) => [name, index === first ? storage : { ...storage, default: false }])) };
}

/** TLS ends on a port that the service has. */
function sensibleLoadBalancers(data: Data): Data {
  const own = ([name, service]: [string, Data]) => [name, service["tls"] == null || service["ports"] == null ? service : { ...service, tls: { ...service["tls"], ports: [Object.keys(service["ports"])[0]] } }];
  return { ...data, services: Object.fromEntries(Object.entries((data["services"] ?? {}) as Data).map(own)) };
}
