import { kubernetesNames } from "../../aws/kubernetes-names";
import { choice, count, flag, keys, list, map, matches, nullable, object, onlyWhen, readiness, text, withoutPrefix } from "../../kernel";
import { cidr, network } from "./network-input";

/** Source: https://kubernetes.io/docs/concepts/security/pod-security-standards/, read 2026-11-21. */
const levels = ["privileged", "baseline", "restricted"] as const;

const podSecurity = object(
  {
    enforce: choice(levels, { default: "restricted", doc: "Pods that want more are refused." }),
    audit: choice(levels, { default: "restricted", doc: "Pods that want more stand in the audit log." }),
    warn: choice(levels, { default: "restricted", doc: "Whoever makes pods that want more is warned." }),
    version: text({ default: "latest", doc: "Kubernetes version whose levels are meant.", rules: [matches("pod-security-version", /^(latest|v1\.[0-9]{1,2})$/, "latest or a version such as v1.35")] }),
  },
  { doc: "Pod Security levels. Null: `restricted` in all three." },
);

const quantities = (doc: string, id: string) => map(text({ rules: [matches(id, kubernetesNames.quantity, "a quantity such as 500m or 2Gi")] }), { default: {}, doc });

const limits = object({
  default: quantities("Limits of a container that names none.", "limit-default"),
  defaultRequest: quantities("Requests of a container that names none.", "limit-default-request"),
  min: quantities("The least.", "limit-min"),
  max: quantities("The most.", "limit-max"),
});

const onlyNew = { field: "origin", is: ["new"] };
const owners = { why: "an existing namespace is its owner's" };

/** What is said of one namespace. */
export const namespace = object(
  {
    origin: choice(["new", "existing"], { default: "new", doc: "`existing`: it is neither made nor deleted here, and gets policies, quota and limits only." }),
    labels: map(text({ rules: [matches("namespace-label", /^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/, "the value of a label")] }), {
      default: {},
      doc: "Labels.",
      rules: [
        keys(matches("namespace-label-key", kubernetesNames.key, "the key of a label")),
        keys(withoutPrefix("namespace-label-security", ["pod-security.kubernetes.io/"], { why: "podSecurity says it" })),
      ],
    }),
    annotations: map(text(), { default: {}, doc: "Annotations.", rules: [keys(matches("namespace-annotation-key", kubernetesNames.key, "the key of an annotation"))] }),
    podSecurity: nullable(podSecurity),
    readinessGated: flag({ default: false, doc: "Pods behind load balancers count as ready once those have found them healthy, so that a rollout loses no request." }),
    automountedToken: flag({ default: false, doc: "Pods that name no service account get a token of the namespace's default one." }),
    quota: nullable(
      map(text({ rules: [matches("quota-amount", kubernetesNames.quantity, "a quantity such as 500m or 2Gi")] }), {
        doc: "What all pods and objects of the namespace may use together: `requests.cpu`, `limits.memory`, `pods`, `count/secrets`, `requests.storage` …",
        rules: [count("quota-resources", 1, Infinity, { expected: "at least one resource" }), keys(matches("quota-resource", /^[a-z0-9]([A-Za-z0-9./-]*[A-Za-z0-9])?$/, "the name of a resource"))],
      }),
    ),
    limitRange: map(limits, {
      default: {},
      doc: "Limits of each container, pod or claim, and what a container gets that names none.",
      rules: [keys(matches("limit-type", /^(Container|Pod|PersistentVolumeClaim)$/, "one of Container, Pod, PersistentVolumeClaim"))],
    }),
    network: nullable(network),
  },
  {
    rules: [
      onlyWhen("existing-namespace-labels", "labels", onlyNew, owners),
      onlyWhen("existing-namespace-annotations", "annotations", onlyNew, owners),
      onlyWhen("existing-namespace-security", "podSecurity", onlyNew, owners),
      onlyWhen("existing-namespace-readiness", "readinessGated", onlyNew, owners),
      onlyWhen("existing-namespace-token", "automountedToken", onlyNew, owners),
    ],
  },
);

const blocks = (id: string, doc: string) => list(cidr(id, "A block."), { default: [], doc });

export const loadBalancerBlocks = {
  internet: blocks("load-balancer-block", "Blocks of the public subnets."),
  internal: blocks("internal-load-balancer-block", "Blocks of the private subnets."),
};

/** Names of loop variables over namespaces. */
export const loopNames = ["name", "namespace"] as const;

export const namespacesInputs = {
  namespaces: map(namespace, { doc: "Namespaces by name.", rules: [keys(matches("namespace-name", kubernetesNames.dnsLabel, "the name of a namespace: lower-case letters, digits and hyphens, at most 63"))] }),
  loadBalancerCidrs: object(loadBalancerBlocks, { default: {}, doc: "Where load balancers are, for `loadBalancers`." }),
  apiServerCidrs: blocks("api-server-block", "Where pods find the Kubernetes API, for `apiServer`: the first address of the block of services, as a block."),
  dnsAddresses: nullable(
    object(
      { cidrs: list(cidr("dns-block", "A block."), { doc: "The blocks.", rules: [count("dns-blocks", 1, Infinity, { expected: "at least one block", why: "none would be everywhere" })] }) },
      { doc: "Where else pods find names, for `dns`: the address of the Service where CoreDNS is no pod, as on Auto Mode; that of a cache on the node." },
    ),
  ),
  ipFamily: choice(["ipv4", "ipv6"], { default: "ipv4", doc: "Addresses of pods: decides at which address the node's services answer them." }),
  autoModePolicies: nullable(object({}, { doc: "Switches network policies on in a cluster with Auto Mode. Elsewhere the vpc-cni add-on does." })),
  ready: readiness("Ids of what must be there first: the cluster and whom it lets in."),
};
