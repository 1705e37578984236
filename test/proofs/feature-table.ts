import { kubernetesFeatures } from "./kubernetes-features";
import type { Data } from "./subjects";

/**
 * What a module can do, by the claim that a reader would make of it: the address that shows it, and what stands there: some of
 * the fields, some of the elements of a list, what a text must fit.
 */
export type Features = Readonly<Record<string, readonly [address: string, shows: Data]>>;

/** One set of inputs, over the smallest call of its module, and all that its plan shows. */
export interface FeatureSet {
  readonly module: string;
  readonly given: Data;
  readonly features: Features;
}

const account = "111122223333";
const iam = (path: string) => `arn:aws:iam::${account}:${path}`;
const policy = (name: string) => `arn:aws:eks::aws:cluster-access-policy/${name}`;
const sizes = { min: 0, desired: 1, max: 3 };
const x86 = { instanceTypes: ["m5.large"], amiType: "AL2023_x86_64_STANDARD", sizes };
const clusters: readonly FeatureSet[] = [
  {
    module: "cluster",
    given: {},
    features: {
      "the API server is reached from inside the VPC only": ["aws_eks_cluster.this", { vpc_config: [{ endpoint_private_access: true, endpoint_public_access: false }] }],
      "secrets are encrypted with a key of the cluster's own": ["aws_eks_cluster.this", { encryption_config: [{ resources: ["secrets"] }] }],
      "which rotates": ["aws_kms_key.secrets[0]", { enable_key_rotation: true, rotation_period_in_days: 365, deletion_window_in_days: 30 }],
      "every log of the control plane is sent": ["aws_eks_cluster.this", { enabled_cluster_log_types: ["api", "audit", "authenticator", "controllerManager", "scheduler"] }],
      "to a log group that ends": ["aws_cloudwatch_log_group.this", { name: "/aws/eks/eks-example/cluster", retention_in_days: 90 }],
      "access entries alone let in, and no hidden creator": ["aws_eks_cluster.this", { access_config: [{ authentication_mode: "API", bootstrap_cluster_creator_admin_permissions: false }] }],
      "an administrator": ['aws_eks_access_policy_association.this["platform/AmazonEKSClusterAdminPolicy"]', { policy_arn: policy("AmazonEKSClusterAdminPolicy"), access_scope: [{ type: "cluster" }] }],
      "IAM's provider for service accounts": ["aws_iam_openid_connect_provider.this[0]", { client_id_list: ["sts.amazonaws.com"] }],
      "standard support, not the paid one": ["aws_eks_cluster.this", { upgrade_policy: [{ support_type: "STANDARD" }] }],
      "no add-ons that nobody manages": ["aws_eks_cluster.this", { bootstrap_self_managed_addons: false }],
    },
  },
  {
    module: "cluster",
    given: {
      endpoint: { public: { cidrs: ["203.0.113.0/24"] } },
      authenticationMode: "API_AND_CONFIG_MAP",
      accessEntries: {
        readers: { principalArn: iam("role/readers"), kubernetesGroups: ["readers"], username: "reader", policies: { AmazonEKSViewPolicy: { namespaces: ["shop"] } } },
        machines: { principalArn: iam("role/machines"), type: "EC2_LINUX" },
      },
      logTypes: ["audit"],
      logRetentionDays: 30,
      secretsKey: { arn: `arn:aws:kms:us-east-1:${account}:key/00000000-0000-4000-8000-000000000000` },
      role: { arn: iam("role/control-plane") },
      securityGroup: { vpcId: "vpc-0a", ingress: { vpn: { description: "VPN", ports: { from: 443, to: 443 }, cidrIpv4: "10.99.0.0/16" } } },
      clusterSecurityGroup: { egress: { out: { description: "Out", protocol: "-1", cidrIpv6: "::/0" } } },
      securityGroupIds: ["sg-0123456789abcdef0"],
      identityProvider: { name: "people", issuerUrl: "https://issuer.example.com", clientId: "kubernetes", groupsClaim: "groups", groupsPrefix: "oidc:" },
      upgradePolicy: "EXTENDED",
      forceUpdate: true,
      zonalShift: true,
      serviceCidr: "172.20.0.0/16",
      remoteNetworks: { nodeCidrs: ["10.80.0.0/16"], podCidrs: ["10.81.0.0/16"] },
    },
    features: {
      "a public endpoint for listed blocks, beside the private one": ["aws_eks_cluster.this", { vpc_config: [{ endpoint_private_access: true, endpoint_public_access: true, public_access_cidrs: ["203.0.113.0/24"] }] }],
      "aws-auth and access entries at once, on the way from the one to the other": ["aws_eks_cluster.this", { access_config: [{ authentication_mode: "API_AND_CONFIG_MAP" }] }],
      "groups and a user name of Kubernetes": ['aws_eks_access_entry.this["readers"]', { kubernetes_groups: ["readers"], user_name: "reader", type: "STANDARD" }],
      "a policy in namespaces only": ['aws_eks_access_policy_association.this["readers/AmazonEKSViewPolicy"]', { access_scope: [{ type: "namespace", namespaces: ["shop"] }] }],
      "an entry for machines that EKS does not manage": ['aws_eks_access_entry.this["machines"]', { type: "EC2_LINUX" }],
      "chosen logs": ["aws_eks_cluster.this", { enabled_cluster_log_types: ["audit"] }],
      "kept as long as wanted": ["aws_cloudwatch_log_group.this", { retention_in_days: 30 }],
      "a given key": ["aws_eks_cluster.this", { encryption_config: [{ provider: [{ key_arn: `arn:aws:kms:us-east-1:${account}:key/00000000-0000-4000-8000-000000000000` }] }] }],
      "a given role": ["aws_eks_cluster.this", { role_arn: iam("role/control-plane") }],
      "a security group of its own, with named rules": ['aws_vpc_security_group_ingress_rule.this["vpn"]', { from_port: 443, to_port: 443, cidr_ipv4: "10.99.0.0/16", description: "VPN" }],
      "further rules of the group that EKS makes": ['aws_vpc_security_group_egress_rule.cluster["out"]', { ip_protocol: "-1", cidr_ipv6: "::/0" }],
      "people who sign in at an issuer of yours": ["aws_eks_identity_provider_config.this[0]", { oidc: [{ issuer_url: "https://issuer.example.com", client_id: "kubernetes", groups_claim: "groups" }] }],
      "paid support of an old version": ["aws_eks_cluster.this", { upgrade_policy: [{ support_type: "EXTENDED" }] }],
      "an upgrade over what insights report": ["aws_eks_cluster.this", { force_update_version: true }],
      "zonal shift": ["aws_eks_cluster.this", { zonal_shift_config: [{ enabled: true }] }],
      "an address block for services": ["aws_eks_cluster.this", { kubernetes_network_config: [{ service_ipv4_cidr: "172.20.0.0/16" }] }],
      "hybrid nodes": ["aws_eks_cluster.this", { remote_network_config: [{ remote_node_networks: [{ cidrs: ["10.80.0.0/16"] }], remote_pod_networks: [{ cidrs: ["10.81.0.0/16"] }] }] }],
    },
  },
  {
    module: "cluster",
    given: { autoMode: {}, ipFamily: "ipv6" },
    features: {
      "Auto Mode with its three switches": ["aws_eks_cluster.this", { compute_config: [{ enabled: true, node_pools: ["general-purpose", "system"] }], storage_config: [{ block_storage: [{ enabled: true }] }] }],
      "and with a role for its nodes": ["aws_iam_role.auto_mode[0]", { name: /./ }],
      "pods and services on IPv6": ["aws_eks_cluster.this", { kubernetes_network_config: [{ ip_family: "ipv6" }] }],
    },
  },
];

const groups: FeatureSet = {
  module: "node-groups",
  given: {
    clusterEndpoint: "https://example.gr7.us-east-1.eks.amazonaws.com",
    clusterCertificateAuthorityData: "Q0E=",
    clusterServiceCidr: "172.20.0.0/16",
    clusterSecurityGroupId: "sg-0123456789abcdef0",
    policies: { logs: "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy" },
    groups: {
      plain: x86,
      spot: { ...x86, capacity: "SPOT", instanceTypes: ["m5.large", "m5a.large", "m5d.large"] },
      arm: { instanceTypes: ["m7g.large"], amiType: "BOTTLEROCKET_ARM_64", sizes, bottlerocketSettings: "pods-per-core = 10", maxPods: 50 },
      gpu: { instanceTypes: ["g5.xlarge"], amiType: "AL2023_x86_64_NVIDIA", sizes, taints: [{ key: "nvidia.com/gpu", effect: "NO_SCHEDULE" }], labels: { accelerator: "nvidia" } },
      windows: { instanceTypes: ["m5.large"], amiType: "WINDOWS_CORE_2022_x86_64", sizes },
      own: { instanceTypes: ["m5.large"], image: { id: "ami-0123456789abcdef0", family: "AL2023" }, sizes, nodeConfig: { kubeletFlags: ["--v=2"] } },
      scripts: { ...x86, scriptBefore: "#!/bin/sh\ntrue", maxPods: 110 },
      owned: { ...x86, autoscaler: { resources: { "example.com/fpga": "1" } }, labels: { tier: "batch" } },
      zonal: { ...x86, perZone: {} },
      reserved: { ...x86, reservation: { id: "cr-0123456789abcdef0" } },
      fast: { instanceTypes: ["c5n.18xlarge"], amiType: "AL2023_x86_64_STANDARD", sizes, zones: ["us-east-1a"], efa: { interfaces: 1 }, placement: { groupName: "tight" } },
      tuned: { ...x86, disk: { gib: 200, gp3: { iops: 6000, throughputMibs: 500 } }, metadataHopLimit: 2, detailedMonitoring: true, update: { maxUnavailable: 2 }, repair: {}, forceUpdate: true, kubernetesVersion: "1.34", securityGroupIds: ["sg-0fedcba9876543210"] },
    },
  },
  features: {
    "managed groups on demand": ['aws_eks_node_group.this["plain"]', { capacity_type: "ON_DEMAND", scaling_config: [{ min_size: 0, desired_size: 1, max_size: 3 }] }],
    "SPOT groups over several types": ['aws_eks_node_group.this["spot"]', { capacity_type: "SPOT", instance_types: ["m5.large", "m5a.large", "m5d.large"] }],
    "tokens for the metadata service, one hop": ['aws_launch_template.this["plain"]', { metadata_options: [{ http_tokens: "required", http_put_response_hop_limit: 1 }] }],
    "encrypted gp3 disks": ['aws_launch_template.this["plain"]', { block_device_mappings: [{ ebs: [{ encrypted: "true", volume_type: "gp3" }] }] }],
    "a third of the nodes at a time in an update": ['aws_eks_node_group.this["plain"]', { update_config: [{ max_unavailable_percentage: 33 }] }],
    "a group that is replaced stands before the old one goes": ['aws_eks_node_group.this["plain"]', { node_group_name_prefix: "plain-" }],
    "arm64, and Bottlerocket with settings": ['aws_launch_template.this["arm"]', { user_data: /./ }],
    "AMI types for GPUs": ['aws_eks_node_group.this["gpu"]', { ami_type: "AL2023_x86_64_NVIDIA", taint: [{ key: "nvidia.com/gpu", effect: "NO_SCHEDULE" }], labels: { accelerator: "nvidia" } }],
    "Windows": ['aws_eks_node_group.this["windows"]', { ami_type: "WINDOWS_CORE_2022_x86_64" }],
    "an image of one's own": ['aws_launch_template.this["own"]', { image_id: "ami-0123456789abcdef0", user_data: /./ }],
    "a script before nodes join, and a limit of pods": ['aws_launch_template.this["scripts"]', { user_data: /./ }],
    "sizes that belong to an autoscaler": ['aws_eks_node_group.autoscaled["owned"]', { scaling_config: [{ desired_size: 1 }] }],
    "a group for each zone": ['aws_eks_node_group.this["zonal-us-east-1b"]', { subnet_ids: ["subnet-0123456789abcdef1"] }],
    "reserved capacity": ['aws_launch_template.this["reserved"]', { capacity_reservation_specification: [{ capacity_reservation_target: [{ capacity_reservation_id: "cr-0123456789abcdef0" }] }] }],
    "Elastic Fabric Adapter": ['aws_launch_template.this["fast"]', { network_interfaces: [{ interface_type: "efa" }] }],
    "placement groups": ['aws_launch_template.this["fast"]', { placement: [{ group_name: "tight" }] }],
    "chosen zones": ['aws_eks_node_group.this["fast"]', { subnet_ids: ["subnet-0123456789abcdef0"] }],
    "disks with more operations": ['aws_launch_template.this["tuned"]', { block_device_mappings: [{ ebs: [{ volume_size: 200, iops: 6000, throughput: 500 }] }] }],
    "two hops, and metrics by the minute": ['aws_launch_template.this["tuned"]', { metadata_options: [{ http_put_response_hop_limit: 2 }], monitoring: [{ enabled: true }] }],
    "further security groups beside the cluster's": ['aws_launch_template.this["tuned"]', { vpc_security_group_ids: ["sg-0123456789abcdef0", "sg-0fedcba9876543210"] }],
    "node repair": ['aws_eks_node_group.this["tuned"]', { node_repair_config: [{ enabled: true }] }],
    "updates by number, forced, at a version of the group's own": ['aws_eks_node_group.this["tuned"]', { update_config: [{ max_unavailable: 2 }], force_update_version: true, version: "1.34" }],
    "further policies of the role": ['aws_iam_role_policy_attachment.further["logs"]', { policy_arn: "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy" }],
  },
};

const fargate: FeatureSet = {
  module: "fargate-profiles",
  given: { profiles: { jobs: { selectors: [{ namespace: "jobs-*" }, { namespace: "ci", labels: { runtime: "fargate" } }] } }, logging: { retentionDays: 30 } },
  features: {
    "pods without nodes, by namespace and labels": ['aws_eks_fargate_profile.this["jobs"]', { selector: [{ namespace: "jobs-*" }, { namespace: "ci", labels: { runtime: "fargate" } }] }],
    "their logs in a group that ends": ["aws_cloudwatch_log_group.this[0]", { retention_in_days: 30 }],
  },
};

const addons: readonly FeatureSet[] = [
  {
    module: "addons",
    given: {
      addons: {
        "eks-pod-identity-agent": {},
        "vpc-cni": { version: "v1.20.4-eksbuild.1", configurationValues: '{"env":{"ENABLE_PREFIX_DELEGATION":"true"}}' },
        "kube-proxy": { resolveConflictsOnCreate: "NONE", resolveConflictsOnUpdate: "PRESERVE" },
        coredns: {},
        "aws-ebs-csi-driver": { preserve: true, tags: { Team: "storage" } },
        "some-partner_addon": {},
        "cert-manager": {},
        adot: {},
      },
    },
    features: {
      "the agent first": ['aws_eks_addon.first["eks-pod-identity-agent"]', {}],
      "what nodes need before nodes": ['aws_eks_addon.before_nodes["vpc-cni"]', {}],
      "the others after": ['aws_eks_addon.after_nodes["coredns"]', {}],
      "what needs another add-on last": ['aws_eks_addon.last["adot"]', {}],
      "any add-on by its name": ['aws_eks_addon.after_nodes["some-partner_addon"]', { addon_name: "some-partner_addon" }],
      "a pinned version": ['aws_eks_addon.before_nodes["vpc-cni"]', { addon_version: "v1.20.4-eksbuild.1" }],
      "settings": ['aws_eks_addon.before_nodes["vpc-cni"]', { configuration_values: '{"env":{"ENABLE_PREFIX_DELEGATION":"true"}}' }],
      "how conflicts end": ['aws_eks_addon.before_nodes["kube-proxy"]', { resolve_conflicts_on_create: "NONE", resolve_conflicts_on_update: "PRESERVE" }],
      "software that stays when its add-on goes": ['aws_eks_addon.after_nodes["aws-ebs-csi-driver"]', { preserve: true, tags: { Team: "storage" } }],
      "a role by Pod Identity": ['aws_eks_addon.after_nodes["aws-ebs-csi-driver"]', { pod_identity_association: [{ service_account: "ebs-csi-controller-sa" }] }],
      "with the policy that AWS recommends": ['aws_iam_role_policy_attachment.this["aws-ebs-csi-driver/AmazonEBSCSIDriverPolicyV2"]', {}],
    },
  },
  {
    module: "addons",
    given: { identity: "irsa", oidcProvider: { arn: iam("oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE"), issuer: "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE" }, addons: { "vpc-cni": {} } },
    features: {
      "a role by IRSA": ['aws_iam_role.this["vpc-cni"]', { assume_role_policy: /system:serviceaccount:kube-system:aws-node/ }],
    },
  },
];

const identities: FeatureSet = {
  module: "workload-identity",
  given: {
    oidcProvider: { arn: iam("oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE"), issuer: "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE" },
    identities: {
      pods: { namespace: "shop", serviceAccount: "orders", permissions: { loadBalancerController: {} } },
      tokens: { namespace: "shop", serviceAccount: "bills", method: "irsa", permissions: { xray: {} } },
      moving: { namespace: "shop", serviceAccount: "stock", method: "both", permissions: {} },
    },
  },
  features: {
    "a role by Pod Identity": ['aws_eks_pod_identity_association.this["pods"]', { namespace: "shop", service_account: "orders" }],
    "for pods of one cluster alone": ['aws_iam_role.this["pods"]', { assume_role_policy: /aws:SourceArn/ }],
    "a role by IRSA for one service account": ['aws_iam_role.this["tokens"]', { assume_role_policy: /system:serviceaccount:shop:bills/ }],
    "both, on the way from the one to the other": ['aws_eks_pod_identity_association.this["moving"]', { service_account: "stock" }],
    "permissions of known software": ['aws_iam_role_policy.load_balancer_controller["pods"]', { policy: /elasticloadbalancing:/ }],
  },
};

const charts: readonly FeatureSet[] = [
  {
    module: "custom-resources",
    given: { releases: { pools: { namespace: "kube-system", manifests: ['{"apiVersion":"karpenter.sh/v1","kind":"NodePool","metadata":{"name":"general"}}'] } } },
    features: {
      "objects of any kind, through a chart of the module's own": ['helm_release.this["pools"]', { chart: /charts\/custom-resources$/, values: [/"kind": "NodePool"/] }],
    },
  },
  {
    module: "helm-release",
    given: { values: ["replicas: 2"], createNamespace: true, timeoutMinutes: 15 },
    features: {
      "a chart that somebody publishes, at an exact version": ["helm_release.this", { repository: "https://charts.example.com", chart: "shop", version: "1.2.3" }],
      "with values of one's own": ["helm_release.this", { values: ["replicas: 2"], create_namespace: true, timeout: 900 }],
      "taken back where it does not get ready": ["helm_release.this", { atomic: true, cleanup_on_fail: true, wait: true }],
    },
  },
  {
    module: "helm-release",
    given: { chart: { folder: { path: "helm-release" } } },
    features: { "a chart of one's own, whose files are compared": ["helm_release.this", { chart: "helm-release", description: /^files [0-9a-f]{12}$/ }] },
  },
];

const balancing: readonly FeatureSet[] = [
  {
    module: "storage-classes",
    given: { snapshotClasses: { nightly: { deletionPolicy: "Delete", tags: { Purpose: "backup" } } } },
    features: {
      "volumes that a destroy waits for": ['kubernetes_storage_class_v1.ebs["gp3"]', { parameters: { encrypted: "true", tagSpecification_driver: "eks-platform/deleted-by-driver-of=eks-example" } }],
      "the wait itself": ["terraform_data.drain", { input: { cluster: "eks-example", timeout_seconds: 900 } }],
      "a class of snapshots": ['helm_release.snapshot_classes["nightly"]', { name: "snapshot-class-nightly", values: [/"kind": "VolumeSnapshotClass"/] }],
    },
  },
  {
    module: "load-balancer-controller",
    given: {},
    features: {
      "the load balancer controller, which asks no instance where it is": ["helm_release.this", { chart: "aws-load-balancer-controller", version: "3.5.0", values: [/"vpcId": "vpc-0123456789abcdef0"/] }],
      "a destroy that waits for its load balancers": ["terraform_data.drain", { input: { cluster: "eks-example", timeout_seconds: 900 } }],
    },
  },
  {
    module: "load-balancers",
    given: {},
    features: {
      "an ingress with an internal load balancer": ['kubernetes_ingress_v1.this["shop"]', { metadata: [{ annotations: { "alb.ingress.kubernetes.io/scheme": "internal" } }], wait_for_load_balancer: true }],
      "a service with a Network Load Balancer": ['kubernetes_service_v1.this["queue"]', { spec: [{ load_balancer_class: "service.k8s.aws/nlb" }] }],
    },
  },
];

const logs: readonly FeatureSet[] = [
  {
    module: "fluentd",
    given: { multiline: { orders: { namespace: "shop", firstLine: "^[0-9]" } } },
    features: {
      "a log group for each stream, which outlives the cluster": ['aws_cloudwatch_log_group.this["application"]', { name: "/aws/containerinsights/eks-example/application", retention_in_days: 90, skip_destroy: true }],
      "Fluentd on every node": ["helm_release.this", { chart: "fluentd", values: [/"tolerations":\n- "operator": "Exists"/] }],
      "which reads containers as containerd writes them": ["helm_release.this", { values: [/@type cri/] }],
      "and the journal": ["helm_release.this", { values: [/matches \[\{"_SYSTEMD_UNIT":"kubelet.service"\}\]/] }],
      "joins stack traces": ["helm_release.this", { values: [/@id join_lines_orders/] }],
      "and gives nothing up": ["helm_release.this", { values: [/overflow_action block[^]*retry_forever true/] }],
    },
  },
  {
    module: "fluentd",
    given: { output: { openSearch: { host: "search.example.com", sigV4: {} } } },
    features: { "logs in OpenSearch, by signed requests": ["helm_release.this", { values: [/"variant": "opensearch"/, /aws_service_name es/] }] },
  },
];

const states: readonly FeatureSet[] = [
  {
    module: "state-backend",
    given: {},
    features: {
      "states with versions": ["aws_s3_bucket_versioning.this", { versioning_configuration: [{ status: "Enabled" }] }],
      "nothing is public": ["aws_s3_bucket_public_access_block.this", { block_public_acls: true, block_public_policy: true, ignore_public_acls: true, restrict_public_buckets: true }],
      "nobody but the account owns an object": ["aws_s3_bucket_ownership_controls.this", { rule: [{ object_ownership: "BucketOwnerEnforced" }] }],
      "a key for the bucket": ["aws_s3_bucket_server_side_encryption_configuration.this", { rule: [{ bucket_key_enabled: true }] }],
      "old versions that end": ["aws_s3_bucket_lifecycle_configuration.this[0]", { rule: [{ id: "old-versions", noncurrent_version_expiration: [{ noncurrent_days: 365, newer_noncurrent_versions: 100 }] }, { id: "lock-files", filter: [{ object_size_less_than: 512 }] }] }],
      "logs of who read and wrote": ["aws_s3_bucket_logging.this[0]", { target_prefix: "example-terraform-states/" }],
    },
  },
  {
    module: "state-backend",
    given: {
      key: { arn: `arn:aws:kms:us-east-1:${account}:key/00000000-0000-4000-8000-000000000000` },
      table: { name: "locks" },
      accessLogs: { bucket: "central-logs" },
      replication: { bucketArn: "arn:aws:s3:::copies", kmsKeyArn: `arn:aws:kms:eu-west-1:${account}:key/00000000-0000-4000-8000-000000000000`, account: "444455556666" },
      access: { dev: { writes: ["app/dev/terraform.tfstate"] } },
      managedPolicies: {},
    },
    features: {
      "no object without the given key": ["aws_s3_bucket_server_side_encryption_configuration.this", { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms" }] }] }],
      "a table that nobody deletes by mistake": ["aws_dynamodb_table.locks[0]", { name: "locks", billing_mode: "PAY_PER_REQUEST", deletion_protection_enabled: true, point_in_time_recovery: [{ enabled: true }] }],
      "logs in a given bucket": ["aws_s3_bucket_logging.this[0]", { target_bucket: "central-logs" }],
      "copies in another account": ["aws_s3_bucket_replication_configuration.this[0]", { rule: [{ destination: [{ bucket: "arn:aws:s3:::copies", account: "444455556666", access_control_translation: [{ owner: "Destination" }] }] }] }],
      "a policy for each who writes": ['aws_iam_policy.access["dev"]', { name: "example-terraform-states-dev" }],
    },
  },
];

export const featureSets: readonly FeatureSet[] = [...states, ...clusters, groups, fargate, ...addons, identities, ...charts, ...balancing, ...logs, ...kubernetesFeatures];

/** What needs a newer AWS provider: the argument that the newer build has, and the older one has not. */
export const newerFeatures: readonly (readonly [claim: string, module: string, type: string, argument: string])[] = [
  ["deletion protection", "cluster", "aws_eks_cluster", "deletion_protection"],
  ["a control plane of a size", "cluster", "aws_eks_cluster", "control_plane_scaling_config"],
  ["one NAT gateway over all zones", "network", "aws_nat_gateway", "availability_mode"],
  ["a role in another account by Pod Identity", "workload-identity", "aws_eks_pod_identity_association", "target_role_arn"],
];
