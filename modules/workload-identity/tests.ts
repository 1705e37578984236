import type { ModuleDefinition } from "../../kernel";

type Tests = NonNullable<ModuleDefinition["tests"]>;

/** What `terraform test` shows of the published module. */
export function workloadIdentityTests(mocks: Tests["mocks"]): Tests {
  const trust = 'jsondecode(aws_iam_role.this["controller"].assume_role_policy).Statement';
  const controller = (more: string) => `identities = {\n  controller = { namespace = "kube-system", service_account = "controller", ${more} }\n}`;
  const provider = 'oidc_provider = { arn = "arn:aws:iam::111122223333:oidc-provider/oidc/EXAMPLE", issuer = "oidc/EXAMPLE" }';
  return {
    mocks,
    smallest: {
      "the role is named by cluster and identity": 'aws_iam_role.this["controller"].name == "eks-example-controller-pod"',
      "for pods of this cluster alone": `${trust}[0].Condition.ArnEquals["aws:SourceArn"] == "arn:aws:eks:us-east-1:111122223333:cluster/eks-example"`,
      "by Pod Identity": 'aws_eks_pod_identity_association.this["controller"].service_account == "aws-load-balancer-controller"',
    },
    complete: {
      "each identity has a role": 'keys(module.workload_identity.role_arns) == ["external-dns", "fluentd", "load-balancer-controller", "reports"]',
      "IRSA wants an annotation and Pod Identity none": 'length(module.workload_identity.service_account_annotations["reports"]) == 1 && length(module.workload_identity.service_account_annotations["fluentd"]) == 0',
      "the other account is told what to ask for": 'jsondecode(module.workload_identity.assumed_role_trust_policies["reports"]["audit"]).Statement[0].Condition.StringEquals["sts:ExternalId"] == "reports"',
    },
    plans: {
      "by IRSA there is no association": {
        given: `${provider}\n\n${controller('method = "irsa"')}`,
        holds: {
          "no association": "length(aws_eks_pod_identity_association.this) == 0",
          "the service account and no other": `${trust}[0].Condition.StringEquals["oidc/EXAMPLE:sub"] == "system:serviceaccount:kube-system:controller"`,
        },
      },
      "both ways the role trusts both": { given: `${provider}\n\n${controller('method = "both"')}`, holds: { "two statements": `length(${trust}) == 2` } },
      "IRSA without a provider is refused": { given: controller('method = "irsa"'), refusedBy: "aws_iam_role.this" },
      "a pattern of service accounts is refused": { given: 'identities = { a = { namespace = "a", service_account = "app-*" } }', refusedBy: "var.identities" },
      "the default service account is refused": { given: 'identities = { a = { namespace = "a", service_account = "default" } }', refusedBy: "var.identities" },
      "two roles for one service account are refused": {
        given: 'identities = { a = { namespace = "a", service_account = "a" }, b = { namespace = "a", service_account = "a" } }',
        refusedBy: "var.identities",
      },
      "every resource without a reason is refused": {
        given: controller('statements = { All = { actions = ["s3:GetObject"], resources = ["*"] } }'),
        refusedBy: "var.identities",
      },
    },
  };
}
