import type { ModuleDefinition } from "../../kernel";

type Tests = NonNullable<ModuleDefinition["tests"]>;

const nobody = "access_entries = {}";

/** What `terraform test` shows of the published module. */
export function clusterTests(mocks: Tests["mocks"]): Tests {
  return {
    mocks,
    smallest: {
      "the API server is reached from the VPC alone": "aws_eks_cluster.this.vpc_config[0].endpoint_private_access && !aws_eks_cluster.this.vpc_config[0].endpoint_public_access",
      "all control-plane logs are on": "length(aws_eks_cluster.this.enabled_cluster_log_types) == 5",
      "whoever creates it is not let in by that": "!aws_eks_cluster.this.access_config[0].bootstrap_cluster_creator_admin_permissions",
      "its key rotates": "aws_kms_key.secrets[0].enable_key_rotation",
    },
    complete: {
      "each principal has an entry": 'keys(module.cluster.access_entries) == ["auditors", "developers", "gpu", "platform"]',
      "it has its name": 'module.cluster.cluster_name == "eks-example"',
    },
    plans: {
      "a policy in namespaces is an association of its own": {
        given: 'access_entries = {\n  platform = {\n    principal_arn = "arn:aws:iam::111122223333:role/platform"\n    policies = {\n      AmazonEKSClusterAdminPolicy = {}\n      AmazonEKSEditPolicy         = { namespaces = ["apps"] }\n    }\n  }\n}',
        holds: {
          "its scope is the namespace": 'aws_eks_access_policy_association.this["platform/AmazonEKSEditPolicy"].access_scope[0].type == "namespace"',
          "the other's is the cluster": 'aws_eks_access_policy_association.this["platform/AmazonEKSClusterAdminPolicy"].access_scope[0].type == "cluster"',
        },
      },
      "Auto Mode is three switches": {
        given: "auto_mode = {}",
        holds: {
          "all of them are on": "aws_eks_cluster.this.compute_config[0].enabled && aws_eks_cluster.this.storage_config[0].block_storage[0].enabled && aws_eks_cluster.this.kubernetes_network_config[0].elastic_load_balancing[0].enabled",
          "its nodes have a role": "length(aws_iam_role.auto_mode) == 1",
        },
      },
      "nobody who administers is refused": { given: nobody, refusedBy: "aws_eks_cluster.this" },
      "access entries with the ConfigMap alone are refused": { given: 'authentication_mode = "CONFIG_MAP"\ncreator_admin       = true', refusedBy: "aws_eks_cluster.this" },
      "the whole internet is refused": { given: 'endpoint = { public = { cidrs = ["0.0.0.0/0"] } }', refusedBy: "var.endpoint" },
    },
  };
}
