import type { FeatureSet } from "./feature-table";

const policy = (kind: string, key: string) => `kubernetes_network_policy_v1.${kind}["${key}"]`;
const level = "pod-security.kubernetes.io/enforce";

/** What namespaces, roles and storage classes can do. */
export const kubernetesFeatures: readonly FeatureSet[] = [
  {
    module: "namespaces",
    given: {
      loadBalancerCidrs: { internet: ["10.0.0.0/24"] },
      apiServerCidrs: ["172.20.0.1/32"],
      dnsAddresses: { cidrs: ["169.254.20.10/32"] },
      autoModePolicies: {},
      namespaces: {
        front: {
          readinessGated: true,
          network: { dns: {}, sameNamespace: {}, loadBalancers: { pods: { app: "web" }, ports: [{ port: 8080 }] }, egress: { back: { to: [{ pods: { namespace: "back", labels: { app: "api" } } }], ports: [{ port: 9090, endPort: 9099 }] } } },
        },
        back: {
          podSecurity: { enforce: "baseline", version: "v1.35" },
          network: {
            withoutDns: { because: "it knows addresses" },
            podIdentity: {},
            instanceMetadata: { because: "it asks for its zone" },
            apiServer: {},
            ingress: { front: { from: [{ pods: { namespace: "front" } }] } },
            egress: { world: { to: [{ block: { cidr: "0.0.0.0/0", except: ["10.0.0.0/8"] } }] } },
          },
          quota: { "requests.cpu": "20" },
          limitRange: { Container: { default: { memory: "256Mi" } } },
        },
        "kube-system": { origin: "existing", quota: { pods: "500" } },
      },
    },
    features: {
      "pods are held to the strictest level": ['kubernetes_namespace_v1.this["front"]', { metadata: [{ labels: { [level]: "restricted", [`${level}-version`]: "latest" } }] }],
      "or to another, of a version": ['kubernetes_namespace_v1.this["back"]', { metadata: [{ labels: { [level]: "baseline", [`${level}-version`]: "v1.35" } }] }],
      "pods are ready when load balancers say so": ['kubernetes_namespace_v1.this["front"]', { metadata: [{ labels: { "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled" } }] }],
      "pods get no token that they do not ask for": ['kubernetes_default_service_account_v1.this["front"]', { automount_service_account_token: false }],
      "all traffic is refused": [policy("default_deny", "front"), { spec: [{ policy_types: ["Ingress", "Egress"] }] }],
      "but names": [policy("dns", "front"), { spec: [{ egress: [{ ports: [{ port: "53", protocol: "UDP" }, { port: "53", protocol: "TCP" }] }] }] }],
      "also at an address": [policy("dns_addresses", "front"), { spec: [{ egress: [{ to: [{ ip_block: [{ cidr: "169.254.20.10/32" }] }] }] }] }],
      "pods of the namespace": [policy("same_namespace", "front"), { spec: [{ policy_types: ["Ingress", "Egress"] }] }],
      "load balancers, by the blocks of their subnets": [policy("load_balancers", "front"), { spec: [{ ingress: [{ from: [{ ip_block: [{ cidr: "10.0.0.0/24" }] }], ports: [{ port: "8080" }] }] }] }],
      "the agent of Pod Identity": [policy("pod_identity", "back"), { spec: [{ egress: [{ to: [{ ip_block: [{ cidr: "169.254.170.23/32" }] }] }] }] }],
      "the metadata service, with a reason": [policy("instance_metadata", "back"), { spec: [{ egress: [{ to: [{ ip_block: [{ cidr: "169.254.169.254/32" }] }] }] }] }],
      "the Kubernetes API": [policy("api_server", "back"), { spec: [{ egress: [{ to: [{ ip_block: [{ cidr: "172.20.0.1/32" }] }] }] }] }],
      "pods of another namespace, by labels and ports": [policy("egress", "front/back"), { spec: [{ egress: [{ to: [{ namespace_selector: [{ match_labels: { "kubernetes.io/metadata.name": "back" } }], pod_selector: [{ match_labels: { app: "api" } }] }], ports: [{ end_port: 9099 }] }] }] }],
      "who comes from one": [policy("ingress", "back/front"), { spec: [{ ingress: [{ from: [{ namespace_selector: [{ match_labels: { "kubernetes.io/metadata.name": "front" } }] }] }] }] }],
      "addresses, less some": [policy("egress", "back/world"), { spec: [{ egress: [{ to: [{ ip_block: [{ cidr: "0.0.0.0/0", except: ["10.0.0.0/8"] }] }] }] }] }],
      "a quota": ['kubernetes_resource_quota_v1.this["back"]', { spec: [{ hard: { "requests.cpu": "20" } }] }],
      "limits of containers that name none": ['kubernetes_limit_range_v1.this["back"]', { spec: [{ limit: [{ type: "Container", default: { memory: "256Mi" } }] }] }],
      "a quota in a namespace that exists already": ['kubernetes_resource_quota_v1.this["kube-system"]', { spec: [{ hard: { pods: "500" } }] }],
      "Auto Mode is told to enforce policies": ["kubernetes_config_map_v1.auto_mode[0]", { data: { "enable-network-policy-controller": "true" } }],
    },
  },
  {
    module: "rbac",
    given: {
      clusterRoles: { own: { rules: [{ resources: ["pods/log"], anyVerb: { because: "all of it" } }], aggregatedTo: ["view"] } },
      bindings: {
        people: { clusterRole: "own", to: [{ group: "readers" }, { user: "auditor" }], namespaces: ["a", "b"] },
        programs: { clusterRole: "view", to: [{ serviceAccount: { namespace: "ci", name: "runner" } }, { serviceAccountsOf: "jobs" }], clusterWide: {} },
      },
    },
    features: {
      "roles of one's own, everything by a word": ['kubernetes_cluster_role_v1.this["own"]', { rule: [{ api_groups: [""], resources: ["pods/log"], verbs: ["*"] }] }],
      "that add to a role of Kubernetes": ['kubernetes_cluster_role_v1.this["own"]', { metadata: [{ labels: { "rbac.authorization.k8s.io/aggregate-to-view": "true" } }] }],
      "groups and users in a namespace": ['kubernetes_role_binding_v1.this["people/b"]', { subject: [{ kind: "Group", name: "readers" }, { kind: "User", name: "auditor" }] }],
      "service accounts in the whole cluster": ['kubernetes_cluster_role_binding_v1.this["programs"]', { subject: [{ kind: "ServiceAccount", name: "runner", namespace: "ci" }, { kind: "Group", name: "system:serviceaccounts:jobs" }] }],
    },
  },
  {
    module: "storage-classes",
    given: {
      classes: {
        gp3: { default: true, reclaimPolicy: "Delete", ebs: {} },
        fast: { reclaimPolicy: "Retain", ebs: { io2: { iops: 20000 }, zones: ["us-east-1a"], fileSystem: "xfs", driver: "ebs.csi.eks.amazonaws.com" } },
        shared: { reclaimPolicy: "Delete", mountOptions: ["iam"], efs: { fileSystemId: "fs-0123456789abcdef0", gidRange: { start: 1000, end: 2000 } } },
      },
    },
    features: {
      "encrypted gp3 volumes where the pod runs": ['kubernetes_storage_class_v1.ebs["gp3"]', { parameters: { type: "gp3", encrypted: "true" }, volume_binding_mode: "WaitForFirstConsumer", allow_volume_expansion: true }],
      "a default class": ['kubernetes_storage_class_v1.ebs["gp3"]', { metadata: [{ annotations: { "storageclass.kubernetes.io/is-default-class": "true" } }] }],
      "io2 volumes of Auto Mode in chosen zones": ['kubernetes_storage_class_v1.ebs["fast"]', { storage_provisioner: "ebs.csi.eks.amazonaws.com", parameters: { type: "io2", iops: "20000" }, allowed_topologies: [{ match_label_expressions: [{ values: ["us-east-1a"] }] }] }],
      "access points of EFS": ['kubernetes_storage_class_v1.efs["shared"]', { parameters: { provisioningMode: "efs-ap", gidRangeStart: "1000" }, mount_options: ["iam"] }],
    },
  },
];
