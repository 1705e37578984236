import type { Value } from "./values";

/** What a resource type does and its schema does not say. Paths are names of attributes and blocks, without positions. */
export interface Behaviour {
  /** Values of arguments that are not given. */
  readonly defaults: Readonly<Record<string, Value>>;
  /** Arguments whose change replaces the resource. */
  readonly replaces: readonly string[];
  /** Computed attributes that are known in every plan. */
  readonly known?: Readonly<Record<string, Value>>;
  /** Computed attributes that are not known in the plan of any change. */
  readonly renewed?: readonly string[];
}

const nothing: Behaviour = { defaults: {}, replaces: [] };

// Read 2026-11-21 in https://github.com/hashicorp/terraform-provider-helm/blob/v3.1.2/helm/resource_helm_release.go
const release: Behaviour = {
  defaults: {
    atomic: false,
    cleanup_on_fail: false,
    create_namespace: false,
    dependency_update: false,
    disable_crd_hooks: false,
    disable_openapi_validation: false,
    disable_webhooks: false,
    force_update: false,
    lint: false,
    max_history: 0,
    namespace: "default",
    pass_credentials: false,
    recreate_pods: false,
    render_subchart_notes: true,
    replace: false,
    reset_values: false,
    reuse_values: false,
    "set.type": "",
    skip_crds: false,
    take_ownership: false,
    timeout: 300,
    upgrade_install: false,
    verify: false,
    wait: true,
    wait_for_jobs: false,
  },
  replaces: ["name", "namespace"],
  known: { status: "deployed", manifest: null, resources: null },
  renewed: ["id", "metadata"],
};

// Read 2026-11-21 in https://github.com/hashicorp/terraform-provider-kubernetes/tree/v2.38.0/kubernetes
const object: Behaviour = {
  defaults: { "metadata.namespace": "default" },
  replaces: ["metadata.name", "metadata.generate_name", "metadata.namespace"],
};

// Of an object that is there already, wherever it is.
const partOfAnother: Behaviour = { defaults: { "metadata.namespace": null, field_manager: "Terraform" }, replaces: [] };

const kinds: Readonly<Record<string, Behaviour>> = {
  kubernetes_annotations: partOfAnother,
  kubernetes_labels: partOfAnother,
  kubernetes_cluster_role_binding_v1: { defaults: { "subject.namespace": "default" }, replaces: ["role_ref.api_group", "role_ref.kind", "role_ref.name"] },
  kubernetes_daemon_set_v1: { defaults: { wait_for_rollout: true }, replaces: ["spec.selector"] },
  kubernetes_deployment_v1: { defaults: { wait_for_rollout: true }, replaces: ["spec.selector"] },
  kubernetes_ingress_v1: { defaults: { "spec.rule.http.path.path_type": "ImplementationSpecific" }, replaces: [] },
  kubernetes_namespace_v1: { defaults: { wait_for_default_service_account: false }, replaces: [] },
  kubernetes_network_policy_v1: { defaults: { "spec.ingress.ports.protocol": "TCP", "spec.egress.ports.protocol": "TCP" }, replaces: [] },
  kubernetes_persistent_volume_claim_v1: {
    defaults: { wait_until_bound: true },
    replaces: ["spec.access_modes", "spec.selector", "spec.volume_name", "spec.storage_class_name", "spec.volume_mode"],
  },
  kubernetes_pod_disruption_budget_v1: { defaults: {}, replaces: ["spec"] },
  kubernetes_priority_class_v1: { defaults: { global_default: false, preemption_policy: "PreemptLowerPriority" }, replaces: ["value", "preemption_policy"] },
  kubernetes_resource_quota_v1: { defaults: {}, replaces: ["spec.scopes"] },
  kubernetes_role_binding_v1: { defaults: { "subject.namespace": "default" }, replaces: ["role_ref.api_group", "role_ref.kind", "role_ref.name"] },
  kubernetes_secret_v1: { defaults: { type: "Opaque", wait_for_service_account_token: true }, replaces: ["type"] },
  kubernetes_default_service_account_v1: { defaults: { "metadata.name": "default", automount_service_account_token: true }, replaces: [] },
  kubernetes_service_account_v1: { defaults: { automount_service_account_token: true }, replaces: [] },
  kubernetes_service_v1: {
    defaults: {
      "spec.allocate_load_balancer_node_ports": true,
      "spec.port.protocol": "TCP",
      "spec.publish_not_ready_addresses": false,
      "spec.session_affinity": "None",
      "spec.type": "ClusterIP",
      wait_for_load_balancer: true,
    },
    replaces: ["spec.cluster_ip", "spec.cluster_ips", "spec.load_balancer_class", "spec.health_check_node_port"],
  },
  kubernetes_storage_class_v1: {
    defaults: { reclaim_policy: "Delete", volume_binding_mode: "Immediate", allow_volume_expansion: true },
    replaces: ["parameters", "storage_provisioner", "volume_binding_mode", "mount_options", "allowed_topologies"],
  },
};

export function behaviourOf(type: string): Behaviour {
  if (type === "helm_release") return release;
  const { defaults, replaces } = kinds[type] ?? nothing;
  return { defaults: { ...object.defaults, ...defaults }, replaces: [...object.replaces, ...replaces] };
}
