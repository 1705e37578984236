import type { IamAction } from "../iam-actions";
import type { PolicyStatement, Texts, TextTag } from "../policy-statement";

/**
 * What the AWS Load Balancer Controller may do.
 * Source: docs/install/iam_policy*.json of kubernetes-sigs/aws-load-balancer-controller 3.5.0 (commit 225f445), read 2026-11-21.
 * Beside the ARNs, the files of the partitions differ in one thing: the isolated ones (`aws-iso…`) lack the actions below.
 */
export const loadBalancerControllerVersion = "3.5.0";

const notInIsolated = {
  describe: ["elasticloadbalancing:DescribeTrustStores", "elasticloadbalancing:DescribeListenerAttributes", "elasticloadbalancing:DescribeCapacityReservation"],
  change: ["elasticloadbalancing:ModifyListenerAttributes", "elasticloadbalancing:ModifyCapacityReservation"],
} as const satisfies Readonly<Record<string, readonly IamAction[]>>;

export interface LoadBalancerControllerPlace<T, L> {
  readonly partition: string | T;
  /** `always`, and in a partition that is not isolated `more`. */
  readonly unlessIsolated: (always: readonly IamAction[], more: readonly IamAction[]) => readonly IamAction[] | L;
}

const anything = ["*"];
const cluster = "elbv2.k8s.aws/cluster";
const ofRequest = { test: "Null", variable: `aws:RequestTag/${cluster}`, values: ["false"] };
const notOfRequest = { ...ofRequest, values: ["true"] };
const ofResource = { test: "Null", variable: `aws:ResourceTag/${cluster}`, values: ["false"] };

/** All but the rules of security groups that the controller did not make: see below. */
export function loadBalancerController<T, L>(text: TextTag<T>, place: LoadBalancerControllerPlace<T, L>): PolicyStatement<T, L>[] {
  return [...readings(place), ...securityGroups(text, place), ...loadBalancers(text, place)];
}

function readings<T, L>({ unlessIsolated }: LoadBalancerControllerPlace<T, L>): PolicyStatement<T, L>[] {
  return [
    {
      effect: "Allow",
      actions: ["iam:CreateServiceLinkedRole"],
      resources: anything,
      conditions: [{ test: "StringEquals", variable: "iam:AWSServiceName", values: ["elasticloadbalancing.amazonaws.com"] }],
    },
    {
      effect: "Allow",
      actions: unlessIsolated(
        [
          "ec2:DescribeAccountAttributes",
          "ec2:DescribeAddresses",
          "ec2:DescribeAvailabilityZones",
          "ec2:DescribeInternetGateways",
          "ec2:DescribeVpcs",
          "ec2:DescribeVpcPeeringConnections",
          "ec2:DescribeSubnets",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeInstances",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeTags",
          "ec2:GetCoipPoolUsage",
          "ec2:DescribeCoipPools",
          "ec2:GetSecurityGroupsForVpc",
          "ec2:DescribeIpamPools",
          "ec2:DescribeRouteTables",
          "elasticloadbalancing:DescribeLoadBalancers",
          "elasticloadbalancing:DescribeLoadBalancerAttributes",
          "elasticloadbalancing:DescribeListeners",
          "elasticloadbalancing:DescribeListenerCertificates",
          "elasticloadbalancing:DescribeSSLPolicies",
          "elasticloadbalancing:DescribeRules",
          "elasticloadbalancing:DescribeTargetGroups",
          "elasticloadbalancing:DescribeTargetGroupAttributes",
          "elasticloadbalancing:DescribeTargetHealth",
          "elasticloadbalancing:DescribeTags",
        ],
        notInIsolated.describe,
      ),
      resources: anything,
    },
    {
      effect: "Allow",
      actions: [
        "cognito-idp:DescribeUserPoolClient",
        "acm:ListCertificates",
        "acm:DescribeCertificate",
        "iam:ListServerCertificates",
        "iam:GetServerCertificate",
        "waf-regional:GetWebACL",
        "waf-regional:GetWebACLForResource",
        "waf-regional:AssociateWebACL",
        "waf-regional:DisassociateWebACL",
        "wafv2:GetWebACL",
        "wafv2:GetWebACLForResource",
        "wafv2:AssociateWebACL",
        "wafv2:DisassociateWebACL",
        "shield:GetSubscriptionState",
        "shield:DescribeProtection",
        "shield:CreateProtection",
        "shield:DeleteProtection",
      ],
      resources: anything,
    },
  ];
}

function securityGroups<T, L>(text: TextTag<T>, { partition }: LoadBalancerControllerPlace<T, L>): PolicyStatement<T, L>[] {
  const groups: Texts<T, L> = [text`arn:${partition}:ec2:*:*:security-group/*`];
  return [
    { effect: "Allow", actions: ["ec2:CreateSecurityGroup"], resources: anything },
    {
      effect: "Allow",
      actions: ["ec2:CreateTags"],
      resources: groups,
      conditions: [{ test: "StringEquals", variable: "ec2:CreateAction", values: ["CreateSecurityGroup"] }, ofRequest],
    },
    { effect: "Allow", actions: ["ec2:CreateTags", "ec2:DeleteTags"], resources: groups, conditions: [notOfRequest, ofResource] },
    {
      effect: "Allow",
      actions: ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress", "ec2:DeleteSecurityGroup"],
      resources: anything,
      conditions: [ofResource],
    },
  ];
}

/**
 * Rules in security groups of nodes, which carry no tag of the controller. Upstream lets it open any group and advises to name the VPC:
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/installation/, read 2026-11-21.
 */
export function openSecurityGroups<T>(vpcArn?: T | string): PolicyStatement<T>[] {
  return [
    {
      effect: "Allow",
      actions: ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"],
      resources: anything,
      ...(vpcArn !== undefined && { conditions: [{ test: "ArnEquals", variable: "ec2:Vpc", values: [vpcArn] }] }),
    },
  ];
}

function loadBalancers<T, L>(text: TextTag<T>, { partition, unlessIsolated }: LoadBalancerControllerPlace<T, L>): PolicyStatement<T, L>[] {
  const arn = (rest: string) => text`arn:${partition}:elasticloadbalancing:*:*:${rest}`;
  const targetGroups = arn("targetgroup/*/*");
  const balancers = [targetGroups, arn("loadbalancer/net/*/*"), arn("loadbalancer/app/*/*")];
  const listeners = [arn("listener/net/*/*/*"), arn("listener/app/*/*/*"), arn("listener-rule/net/*/*/*"), arn("listener-rule/app/*/*/*")];
  return [
    { effect: "Allow", actions: ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"], resources: anything, conditions: [ofRequest] },
    {
      effect: "Allow",
      actions: ["elasticloadbalancing:CreateListener", "elasticloadbalancing:DeleteListener", "elasticloadbalancing:CreateRule", "elasticloadbalancing:DeleteRule"],
      resources: anything,
    },
    { effect: "Allow", actions: ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"], resources: balancers, conditions: [notOfRequest, ofResource] },
    { effect: "Allow", actions: ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"], resources: listeners },
    {
      effect: "Allow",
      actions: unlessIsolated(
        [
          "elasticloadbalancing:ModifyLoadBalancerAttributes",
          "elasticloadbalancing:SetIpAddressType",
          "elasticloadbalancing:SetSecurityGroups",
          "elasticloadbalancing:SetSubnets",
          "elasticloadbalancing:DeleteLoadBalancer",
          "elasticloadbalancing:ModifyTargetGroup",
          "elasticloadbalancing:ModifyTargetGroupAttributes",
          "elasticloadbalancing:DeleteTargetGroup",
          "elasticloadbalancing:ModifyIpPools",
        ],
        notInIsolated.change,
      ),
      resources: anything,
      conditions: [ofResource],
    },
    {
      effect: "Allow",
      actions: ["elasticloadbalancing:AddTags"],
      resources: balancers,
      conditions: [{ test: "StringEquals", variable: "elasticloadbalancing:CreateAction", values: ["CreateTargetGroup", "CreateLoadBalancer"] }, ofRequest],
    },
    { effect: "Allow", actions: ["elasticloadbalancing:RegisterTargets", "elasticloadbalancing:DeregisterTargets"], resources: [targetGroups] },
    {
      effect: "Allow",
      actions: [
        "elasticloadbalancing:SetWebAcl",
        "elasticloadbalancing:ModifyListener",
        "elasticloadbalancing:AddListenerCertificates",
        "elasticloadbalancing:RemoveListenerCertificates",
        "elasticloadbalancing:ModifyRule",
        "elasticloadbalancing:SetRulePriorities",
      ],
      resources: anything,
    },
  ];
}

/** The controller's feature EnableCertificateManagement. Source: iam_policy_acm_certs.json beside the files above. */
export function loadBalancerCertificates(): PolicyStatement<never>[] {
  return [
    {
      effect: "Allow",
      actions: ["acm:ListTagsForCertificate", "route53:ListHostedZones", "route53:ListHostedZonesByName", "route53:ChangeResourceRecordSets", "acm:AddTagsToCertificate"],
      resources: anything,
    },
    { effect: "Allow", actions: ["acm:RequestCertificate"], resources: anything, conditions: [ofRequest] },
    { effect: "Allow", actions: ["acm:DeleteCertificate"], resources: anything, conditions: [ofResource] },
    { effect: "Allow", actions: ["acm-pca:IssueCertificate", "acm-pca:GetCertificate", "acm-pca:ListPermissions"], resources: anything },
  ];
}

/** The controller's feature GlobalAcceleratorController. Source: aga_iam_policy.json beside the files above. */
export function loadBalancerAccelerators<T>(text: TextTag<T>, partition: string | T): PolicyStatement<T>[] {
  const accelerator = text`arn:${partition}:globalaccelerator::*:accelerator/*`;
  const parts = [accelerator, text`${accelerator}/listener/*`, text`${accelerator}/listener/*/endpoint-group/*`];
  const own = { test: "StringEquals", variable: "aws:ResourceTag/aga.k8s.aws/resource", values: ["GlobalAccelerator"] };
  const wanted = { ...own, variable: "aws:RequestTag/aga.k8s.aws/resource" };
  return [
    {
      effect: "Allow",
      actions: ["iam:CreateServiceLinkedRole"],
      resources: anything,
      conditions: [{ test: "StringEquals", variable: "iam:AWSServiceName", values: ["globalaccelerator.amazonaws.com"] }],
    },
    {
      effect: "Allow",
      actions: [
        "globalaccelerator:ListAccelerators",
        "globalaccelerator:ListEndpointGroups",
        "globalaccelerator:ListListeners",
        "globalaccelerator:ListTagsForResource",
        "ec2:DescribeRegions",
        "tag:GetResources",
      ],
      resources: anything,
    },
    {
      effect: "Allow",
      actions: ["globalaccelerator:DescribeAccelerator", "globalaccelerator:DescribeEndpointGroup", "globalaccelerator:DescribeListener"],
      resources: parts,
      conditions: [ofResource, own],
    },
    { effect: "Allow", actions: ["globalaccelerator:CreateAccelerator"], resources: anything, conditions: [ofRequest, wanted] },
    {
      effect: "Allow",
      actions: [
        "globalaccelerator:UpdateAccelerator",
        "globalaccelerator:DeleteAccelerator",
        "globalaccelerator:CreateListener",
        "globalaccelerator:UpdateListener",
        "globalaccelerator:DeleteListener",
        "globalaccelerator:CreateEndpointGroup",
        "globalaccelerator:UpdateEndpointGroup",
        "globalaccelerator:DeleteEndpointGroup",
        "globalaccelerator:AddEndpoints",
        "globalaccelerator:RemoveEndpoints",
      ],
      resources: parts,
      conditions: [ofResource, own],
    },
    { effect: "Allow", actions: ["globalaccelerator:TagResource", "globalaccelerator:UntagResource"], resources: [accelerator], conditions: [notOfRequest, ofResource, own] },
    { effect: "Allow", actions: ["globalaccelerator:TagResource"], resources: [accelerator], conditions: [ofRequest, wanted] },
  ];
}
