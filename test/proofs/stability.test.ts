import { prod } from "../../envs/prod/environment";
import type { Environment } from "../../envs/environment";
import { qa } from "../envs/example";
import { planFiles } from "../harness";
import { offlineProviders, readInPlan } from "../offline";
import { platformProvidersMissing } from "../harness/stand-in";
import { describeUnless } from "../skip";
import type { Json } from "../synth";
import { bothBindings } from "./both-bindings";
import { environmentStackOf } from "./outputs";
import { bindingsOf, differencesOf, type Planned, plannedOf } from "./plan-difference";
import { type Data, subjects } from "./subjects";

const [a, b, c, d] = ["a", "b", "c", "d"].map((letter) => `us-east-1${letter}`) as [string, string, string, string];
const network = prod.network!;
const group = { instanceTypes: ["m5.xlarge"], sizes: { min: 0, desired: 0, max: 3 } };
const identity = { namespace: "shop", serviceAccount: "orders", method: "irsa" as const, permissions: { loadBalancerController: {} } };
const rule = { description: "VPN", ports: { from: 443, to: 443 }, cidrIpv4: "10.99.0.0/16" };
const admin = { principalArn: "arn:aws:iam::333333333333:role/second-admin", policies: { AmazonEKSClusterAdminPolicy: {}, AmazonEKSSecretReaderPolicy: { namespaces: ["apps"] } } };

/** What comes to an environment, and a part of an address that nothing else has. */
type Arrivals = readonly (readonly [string, Environment, RegExp])[];

/** The production environment as AWS sees it. */
const { platform: _platform, addons: addonsOfProd, ...rest } = prod;
const { "aws-ebs-csi-driver": _ebs, ...others } = addonsOfProd!;
const production: Environment = { ...rest, addons: others };
const arrivals: Arrivals = [
  ["a zone after the others", withNetwork({ zones: [a, b, c, d] }), /us-east-1d/],
  ["a zone before the others", withNetwork({ zones: [d, a, b, c] }), /us-east-1d/],
  ["a tier", withNetwork({ podSubnets: { cidr: "100.64.0.0/16" } }), /_pod\b/],
  ["a gateway endpoint", withNetwork({ gatewayEndpoints: ["dynamodb", "s3"] }), /"dynamodb"/],
  ["interface endpoints", withNetwork({ interfaceEndpoints: { "ecr.api": {}, sts: {} } }), /network_(interface|endpoints)/],
  ["a node group", { ...production, nodeGroups: { ...prod.nodeGroups, batch: group } }, /"batch"/],
  ["an add-on with its role", { ...production, addons: { ...production.addons, "aws-ebs-csi-driver": {} } }, /\["aws-ebs-csi-driver["/]/],
  ["Fargate profiles", { ...production, fargateProfiles: { jobs: { selectors: [{ namespace: "jobs" }] } }, fargateLogging: {} }, /\bfargate_profiles_/],
  ["a role of a service account", { ...production, identities: { orders: identity } }, /\.identities_/],
  ["an administrator", withCluster({ accessEntries: { ...prod.cluster.accessEntries, another: admin } }), /"another[/"]/],
];

const manifest = (name: string) => ({ apiVersion: "v1", kind: "ConfigMap", metadata: { name } });
const release = { chart: { published: { repository: "https://charts.example.com", name: "shop", version: "1.2.3" } }, namespace: "shop" };
const binding = { clusterRole: "view", to: [{ group: "readers" }], namespaces: ["shop"] };
const ingress = { namespace: "shop", hosts: { "shop.example.com": { "/": { service: "frontend", port: 80 } } } };
const service = { namespace: "shop", selector: { app: "queue" }, ports: { amqp: { port: 5672 } } };
const policies = { dns: {}, sameNamespace: {}, loadBalancers: { pods: { app: "web" }, ports: [{ port: 8080 }] } };
const storage = { reclaimPolicy: "Delete" as const, ebs: {} };
const platform = {
  namespaces: { shop: { network: policies } },
  storageClasses: { gp3: storage },
  rbac: { bindings: { m: binding } },
  loadBalancerController: {},
  loadBalancers: { ingresses: { m: ingress }, services: { m: service } },
  fluentd: { output: { cloudWatch: { onDestroy: "keep" as const } } },
  releases: { m: release },
  customResources: { m: { manifests: [manifest("m")] } },
};
/** A small environment with one of each in its cluster. */
const withPlatform: Environment = { ...qa, addons: { ...qa.addons, "eks-pod-identity-agent": {}, "aws-ebs-csi-driver": {} }, platform };
const inside: Arrivals = [
  ["a namespace before the others", within({ namespaces: { a: { network: { dns: {} } }, ...platform.namespaces } }), /\["a[/"]/],
  ["a network policy", within({ namespaces: { shop: { network: { ...policies, egress: { a: { to: [{ pods: { namespace: "shop" } }] } } } } } }), /network_policy_v1\.\w+_egress\["shop\/a"\]/],
  ["a storage class", within({ storageClasses: { a: storage, ...platform.storageClasses } }), /storage_class_v1\.\w+\["a"\]/],
  ["a binding", within({ rbac: { bindings: { a: binding, m: binding } } }), /role_binding_v1\.\w+\["a\//],
  ["an ingress", within({ loadBalancers: { ...platform.loadBalancers, ingresses: { a: ingress, m: ingress } } }), /ingress_v1\.\w+\["a"\]/],
  ["a service", within({ loadBalancers: { ...platform.loadBalancers, services: { a: service, m: service } } }), /service_v1\.\w+\["a"\]/],
  ["a release", within({ releases: { a: release, m: release } }), /release_a_/],
  ["a custom resource", within({ customResources: { a: { manifests: [manifest("a")] }, ...platform.customResources } }), /helm_release\.custom_resources_\w+\["a"\]/],
];
/** A load balancer of the new zone reaches what load balancers may reach. */
const zoned: Environment = { ...withPlatform, network: { ...qa.network!, zones: [c, ...qa.network!.zones] } };

/** The same of each module alone: the module, what there is, what comes. */
const named = (name: string) => subjects.find(({ definition }) => definition.name === name)!;
const networks = named("network");
const clusters = named("cluster");
const nodeGroups = named("node-groups");
const addons = named("addons");
const fargate = named("fargate-profiles");
const identities = named("workload-identity");
const full: Data = { ...network, name: "full", podSubnets: { cidr: "100.64.0.0/16" }, interfaceEndpoints: { sts: {} } };
const { podSubnets: _, ...withoutPods } = full;
const some = clusters.smallest;
/** What is documented to move: a single NAT gateway stands in the first zone, unless `natZone` names one. */
const moving = { subject: networks, before: { ...full, nat: "single", zones: [b, c] }, after: { ...full, nat: "single", zones: [a, b, c] } };
const modules = [
  { what: "a zone of a network", subject: networks, before: full, after: { ...full, zones: [d, ...network.zones] } },
  { what: "the pods' tier of a network", subject: networks, before: withoutPods, after: full },
  { what: "the public tier of a network", subject: networks, before: { ...full, nat: "none", publicSubnets: null }, after: { ...full, nat: "none" } },
  { what: "an endpoint of a network", subject: networks, before: full, after: { ...full, interfaceEndpoints: { sts: {}, logs: {} } } },
  { what: "an administrator of a cluster", subject: clusters, before: some, after: { ...some, accessEntries: { a: admin, ...some["accessEntries"] } } },
  { what: "a rule of a security group of a cluster", subject: clusters, before: { ...some, securityGroup: { vpcId: "vpc-0a", ingress: { b: rule } } }, after: { ...some, securityGroup: { vpcId: "vpc-0a", ingress: { a: rule, b: rule } } } },
  { what: "a node group", subject: nodeGroups, before: nodeGroups.smallest, after: { ...nodeGroups.smallest, groups: { ...nodeGroups.smallest["groups"], a: { ...group, amiType: "BOTTLEROCKET_x86_64" } } } },
  { what: "a node group of an autoscaler", subject: nodeGroups, before: nodeGroups.smallest, after: { ...nodeGroups.smallest, groups: { ...nodeGroups.smallest["groups"], a: { ...group, amiType: "BOTTLEROCKET_x86_64", autoscaler: {} } } } },
  { what: "an identity", subject: identities, before: identities.smallest, after: { ...identities.smallest, identities: { ...identities.smallest["identities"], a: { ...identity, method: "podIdentity" } } } },
  { what: "a Fargate profile", subject: fargate, before: fargate.smallest, after: { ...fargate.smallest, profiles: { ...fargate.smallest["profiles"], a: { selectors: [{ namespace: "a" }] } } } },
  { what: "an add-on before nodes", subject: addons, before: addons.smallest, after: { ...addons.smallest, addons: { ...addons.smallest["addons"], mesh: { phase: "beforeNodes" } } } },
  { what: "an add-on with its role", subject: addons, before: addons.smallest, after: { ...addons.smallest, addons: { ...addons.smallest["addons"], "aws-ebs-csi-driver": {} } } },
  { what: "an add-on after nodes", subject: addons, before: addons.smallest, after: { ...addons.smallest, addons: { ...addons.smallest["addons"], "a-first": {} } } },
];

// What only grows: to come is the same change as to go, read backwards.
describe("in the production environment, nothing else changes when there comes or goes", () => void arrive(production, arrivals));

describeUnless(platformProvidersMissing, "in a cluster, nothing else changes when there comes or goes", () => {
  const plans = arrive(withPlatform, inside, { zoned });

  it("but for a zone, whose load balancers are let in where load balancers are", () => {
    const [before, after] = [plans("before"), plans("zoned")];
    const changed = Object.keys(before).filter((address) => differencesOf(before, after, [address]).length > 0);
    expect(changed).toEqual(['kubernetes_network_policy_v1.namespaces_load_balancers["shop"]']);
  });
});

/** Plans everything at once: each arrival leaves alone what there was, and brings what has its name. */
function arrive(base: Environment, cases: Arrivals, others: Readonly<Record<string, Environment>> = {}) {
  let planned: Planned;
  beforeAll(async () => {
    const stacks = { before: base, ...Object.fromEntries(cases.map(([, data], index) => [`after${index}`, data])), ...others };
    planned = plannedOf((await planFiles(asModules(stacks))).json);
  });

  it.each(cases.map(([what, , own], index) => ({ what, own, index })))("$what", ({ own, index }) => {
    const [before, after] = [ofModule(planned, "before"), ofModule(planned, `after${index}`)];
    const come = Object.keys(after).filter((address) => !(address in before));
    expect(differencesOf(before, after, Object.keys(before))).toEqual([]);
    expect(come.length).toBeGreaterThan(0);
    expect(come.filter((address) => !own.test(address))).toEqual([]);
  });
  return (name: string) => ofModule(planned, name);
}

describe("in a module and in its construct, nothing else changes when there comes or goes", () => {
  let bindings: ReturnType<typeof bindingsOf>;
  beforeAll(async () => {
    const instances = [...modules, moving].flatMap(({ subject, before, after }) => [before, after].map((given) => ({ subject, given })));
    bindings = bindingsOf((await planFiles(bothBindings(instances))).json);
  });

  it.each(modules.map(({ what }, index) => ({ what, index })))("$what", ({ index }) => {
    for (const binding of [bindings.stack, bindings.calls]) {
      const [before, after] = [resourcesOf(binding, 2 * index), resourcesOf(binding, 2 * index + 1)];
      expect(Object.keys(before).length).toBeGreaterThan(1);
      expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length);
      expect(differencesOf(before, after, Object.keys(before))).toEqual([]);
    }
  });

  it("but for a single NAT gateway without a zone of its own, which the comparison finds", () => {
    const [before, after] = [resourcesOf(bindings.calls, 2 * modules.length), resourcesOf(bindings.calls, 2 * modules.length + 1)];
    expect(differencesOf(before, after, Object.keys(before))).toEqual(['aws_eip.nat["us-east-1b"]: only on the left', 'aws_nat_gateway.zonal["us-east-1b"]: only on the left']);
  });
});

describe("the comparison finds", () => {
  it("an address that goes, and a value that changes", () => {
    const change = (after: unknown) => ({ actions: ["create"], after, unknown: {}, sensitive: {} });
    const before = { x: change({ cidr_block: "10.0.0.0/24" }), y: change({}) };
    expect(differencesOf(before, { x: change({ cidr_block: "10.0.1.0/24" }) }, Object.keys(before))).toEqual(['x after cidr_block: "10.0.0.0/24" and "10.0.1.0/24"', "y: only on the left"]);
  });
});

function withNetwork(changes: object): Environment {
  return { ...production, network: { ...network, ...changes } };
}

function withCluster(changes: object): Environment {
  return { ...production, cluster: { ...prod.cluster, ...changes } };
}

function within(changes: object): Environment {
  return { ...withPlatform, platform: { ...platform, ...changes } };
}

/** A root that holds each stack as a module, so that one plan is of all. A module has neither backend nor provider. */
function asModules(stacks: Readonly<Record<string, Environment>>): Record<string, Json> {
  const folders = Object.entries(stacks).map(([name, data]) => {
    const stack = environmentStackOf(data);
    const { "//": _metadata, provider: _provider, terraform, ...json } = stack.toJson() as Json;
    const { backend: _backend, ...needed } = terraform;
    return { required: needed.required_providers, files: { [`${name}/main.tf.json`]: { ...json, terraform: needed }, ...readInPlan(name, stack.files) } };
  });
  const { required } = folders[0]!;
  const { aws, ...others } = offlineProviders(required);
  const root = {
    terraform: { required_providers: required },
    provider: { aws: { ...aws, default_tags: [{ tags: { Environment: "any" } }] }, ...others },
    module: Object.fromEntries(Object.keys(stacks).map((name) => [name, { source: `./${name}` }])),
  };
  return Object.assign({ "main.tf.json": root }, ...folders.map(({ files }) => files));
}

function ofModule(planned: Planned, module: string): Planned {
  const prefix = `module.${module}.`;
  return Object.fromEntries(Object.entries(planned).filter(([address]) => address.startsWith(prefix)).map(([address, change]) => [address.slice(prefix.length), change]));
}

/** The resources of one instance, without its number. Outputs are lists of what there is, and so do change. */
function resourcesOf(planned: Planned, index: number): Planned {
  const own = Object.entries(planned).filter(([address]) => new RegExp(`^(data\\.)?[a-z]+_\\w+\\.n${index}_`).test(address));
  return Object.fromEntries(own.map(([address, change]) => [address.replace(`.n${index}_`, "."), change]));
}
