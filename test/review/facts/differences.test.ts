import { prod } from "../../../envs/prod/environment";
import { staging } from "../../../envs/staging/environment";
import type { Environment } from "../../../envs/environment";
import { differences } from "../../../review/facts/differences";
import { stacksOf } from "../../envs/stack";

/** The parts of an environment, as its stacks have them. */
const partsOf = (environment: Environment) =>
  Object.fromEntries(Object.values(stacksOf(environment)).flatMap(({ variable }) => Object.entries(variable as Record<string, { default: unknown }>).map(([part, { default: value }]) => [part, value])));
const between = (followed: unknown, own: unknown) =>
  differences({ name: "staging", parts: { cluster: followed }, own: { cluster: own }, deployed: { kind: "yes" } }, "prod").map(({ path, sentence }) => `${path}: ${sentence}`);
const real = (followed: Environment, own: Environment) =>
  differences({ name: followed.name, parts: partsOf(followed), own: partsOf(own), deployed: { kind: "yes" } }, own.name).map(({ path, sentence }) => `${path}: ${sentence}`);

describe("the environment that is followed", () => {
  it.each<[string, unknown, unknown, string[]]>([
    ["has a key more", { access_entries: { a: {}, b: {} } }, { access_entries: { a: {} } }, ["cluster.accessEntries.b: staging has it, prod has not"]],
    ["has a feature more: one line, whatever is in it", { auto_mode: { pools: { a: {} }, on: true } }, { auto_mode: null }, ["cluster.autoMode: staging has it, prod has not"]],
    ["has another version", { kubernetes_version: "1.36" }, { kubernetes_version: "1.35" }, ["cluster.kubernetesVersion: 1.36 in staging, 1.35 in prod"]],
    ["has something on", { endpoint: { private: true } }, { endpoint: { private: false } }, ["cluster.endpoint.private: on in staging, off in prod"]],
    ["has something off", { force_update: false }, { force_update: true }, ["cluster.forceUpdate: off in staging, on in prod"]],
    ["has a word more in a list", { log_types: ["api", "audit"] }, { log_types: ["api"] }, ["cluster.logTypes: staging has audit, prod has not"]],
    ["has a setting in JSON", { configuration_values: '{"env":{"ENABLE_PREFIX_DELEGATION":"true"}}' }, { configuration_values: '{"env":{"ENABLE_PREFIX_DELEGATION":"false"}}' }, ["cluster.configurationValues.env.ENABLE_PREFIX_DELEGATION: on in staging, off in prod"]],
    ["has less", { access_entries: {}, auto_mode: null, log_types: [] }, { access_entries: { a: {} }, auto_mode: {}, log_types: ["api"] }, []],
    ["differs by right", { name: "a", cidr: "10.0.0.0/16", sizes: { min: 1 }, tags: { a: "b" }, zones: ["a"], principal_arn: "x", retention_days: 3 }, { name: "b", cidr: "10.1.0.0/16", sizes: { min: 2 }, tags: {}, zones: [], retention_days: 9 }, []],
    ["has a text that is not JSON after all", { script_after: "{ echo" }, { script_after: null }, []],
  ])("%s", (_, followed, own, lines) => {
    expect(between(followed, own)).toEqual(lines);
  });

  it("has a part more", () => {
    expect(differences({ name: "staging", parts: { fluentd: {}, platform_identities: {} }, own: {}, deployed: { kind: "yes" } }, "prod")).toEqual([{ path: "platform.fluentd", sentence: "staging has it, prod has not" }]);
  });
});

describe("of the shipped environments", () => {
  it("staging has a node group more than prod, and that is all", () => {
    expect(real(staging, prod)).toEqual(["nodeGroups.system: staging has it, prod has not"]);
  });

  it("what an environment's file changes is told by its place in the file", () => {
    const ahead: Environment = {
      ...staging,
      cluster: { ...staging.cluster, kubernetesVersion: "1.36" },
      network: { ...staging.network!, gatewayEndpoints: ["s3", "dynamodb"] },
      addons: { ...staging.addons, "eks-pod-identity-agent": {} },
      platform: { ...staging.platform, storageClasses: { ...staging.platform!.storageClasses, slow: { reclaimPolicy: "Retain", ebs: {} } } },
    };
    expect(real(ahead, { ...prod, nodeGroups: staging.nodeGroups! })).toEqual([
      "network.gatewayEndpoints: staging has dynamodb, prod has not",
      "cluster.kubernetesVersion: 1.36 in staging, 1.35 in prod",
      expect.stringMatching(/^addons\.kube-proxy\.version: v1\.36\.\S+ in staging, v1\.35\.\S+ in prod$/),
      "addons.eks-pod-identity-agent: staging has it, prod has not",
      "platform.storageClasses.slow: staging has it, prod has not",
    ]);
  });
});
