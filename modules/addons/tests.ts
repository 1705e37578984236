import type { ModuleDefinition } from "../../kernel";

type Tests = NonNullable<ModuleDefinition["tests"]>;

/** What `terraform test` shows of the published module. */
export function addonsTests(mocks: Tests["mocks"]): Tests {
  const trust = (addon: string, index = 0) => `jsondecode(aws_iam_role.this["${addon}"].assume_role_policy).Statement[${index}]`;
  const oidcProvider = 'oidc_provider = { arn = "arn:aws:iam::111122223333:oidc-provider/oidc/EXAMPLE", issuer = "oidc/EXAMPLE" }';
  return {
    mocks,
    smallest: {
      "the agent stands first, and what nodes need before the others": 'keys(aws_eks_addon.first) == ["eks-pod-identity-agent"] && keys(aws_eks_addon.before_nodes) == ["kube-proxy", "vpc-cni"] && keys(aws_eks_addon.after_nodes) == ["coredns"]',
      "one add-on calls AWS and has a role": 'keys(aws_iam_role.this) == ["vpc-cni"]',
      "for pods of this cluster alone": `${trust("vpc-cni")}.Condition.ArnEquals["aws:SourceArn"] == "arn:aws:eks:us-east-1:111122223333:cluster/eks-example"`,
    },
    complete: {
      "each add-on that calls AWS has a role": 'keys(module.addons.addon_role_arns) == ["amazon-cloudwatch-observability", "aws-ebs-csi-driver", "aws-efs-csi-driver", "external-dns", "vpc-cni"]',
      "a given role is taken as it is": 'module.addons.addon_role_arns["amazon-cloudwatch-observability"] == "arn:aws:iam::111122223333:role/observability"',
      "versions are those that are pinned": 'module.addons.addon_versions["vpc-cni"] == "v1.22.4-eksbuild.3"',
    },
    plans: {
      "by IRSA the trust names the service account": {
        given: `identity = "irsa"\n\n${oidcProvider}`,
        holds: { "the service account of vpc-cni and no other": `one(${trust("vpc-cni", 1)}.Condition.StringEquals["oidc/EXAMPLE:sub"]) == "system:serviceaccount:kube-system:aws-node"` },
      },
      "by the nodes there is no role": { given: 'identity = "node"', holds: { "no role": "length(aws_iam_role.this) == 0" } },
      "IRSA without the OIDC provider is refused": { given: 'identity = "irsa"', refusedBy: "output.addon_role_arns" },
      "Pod Identity without its agent is refused": { given: 'identity = "podIdentity"\naddons   = { vpc-cni = {} }', refusedBy: "output.addon_role_arns" },
      "settings that are no JSON are refused": { given: 'addons = { coredns = { configuration_values = "replicaCount: 2" } }', refusedBy: "var.addons" },
    },
  };
}
