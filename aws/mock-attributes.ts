const account = "111122223333";

/**
 * Computed attributes in the form that AWS gives them, by resource type: what a mocked provider must answer where other
 * arguments are checked against the form. The account is AWS's own example.
 */
export const mockAttributes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  aws_cloudwatch_log_group: { arn: `arn:aws:logs:us-east-1:${account}:log-group:example` },
  aws_eks_cluster: {
    arn: `arn:aws:eks:us-east-1:${account}:cluster/eks-example`,
    endpoint: "https://example.gr7.us-east-1.eks.amazonaws.com",
    identity: [{ oidc: [{ issuer: "https://oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE" }] }],
    certificate_authority: [{ data: "ZXhhbXBsZQ==" }],
  },
  aws_eks_node_group: { resources: [{ autoscaling_groups: [{ name: "eks-example" }] }] },
  aws_iam_openid_connect_provider: { arn: `arn:aws:iam::${account}:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE` },
  aws_iam_policy: { arn: `arn:aws:iam::${account}:policy/example` },
  aws_iam_role: { arn: `arn:aws:iam::${account}:role/example` },
  aws_kms_key: { arn: `arn:aws:kms:us-east-1:${account}:key/00000000-0000-4000-8000-000000000000` },
  aws_launch_template: { id: "lt-0123456789abcdef0" },
  aws_s3_bucket: { arn: "arn:aws:s3:::example" },
  aws_security_group: { arn: `arn:aws:ec2:us-east-1:${account}:security-group/sg-0123456789abcdef0`, id: "sg-0123456789abcdef0" },
  aws_vpc: { arn: `arn:aws:ec2:us-east-1:${account}:vpc/vpc-0123456789abcdef0`, id: "vpc-0123456789abcdef0", owner_id: account },
};
