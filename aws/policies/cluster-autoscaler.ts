import type { PolicyStatement, TextTag } from "../policy-statement";

/**
 * What the Cluster Autoscaler may do: see all groups, and change those that EKS has tagged for this cluster.
 * Source: cluster-autoscaler/cloudprovider/aws/README.md of kubernetes/autoscaler, read 2026-11-21.
 */
export function clusterAutoscaler<T>(text: TextTag<T>, cluster: { readonly name: string | T; readonly nodeGroupArns: string | T; readonly autoscalingGroups: string | T }): PolicyStatement<T>[] {
  return [
    {
      sid: "See",
      effect: "Allow",
      actions: [
        "autoscaling:DescribeAutoScalingGroups",
        "autoscaling:DescribeAutoScalingInstances",
        "autoscaling:DescribeLaunchConfigurations",
        "autoscaling:DescribeScalingActivities",
        "autoscaling:DescribeTags",
        "ec2:DescribeImages",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplateVersions",
        "ec2:GetInstanceTypesFromInstanceRequirements",
      ],
      resources: ["*"],
    },
    { sid: "SeeNodeGroups", effect: "Allow", actions: ["eks:DescribeNodegroup"], resources: [cluster.nodeGroupArns] },
    {
      sid: "ScaleOwnGroups",
      effect: "Allow",
      actions: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
      resources: [cluster.autoscalingGroups],
      conditions: [
        { test: "StringEquals", variable: "aws:ResourceTag/k8s.io/cluster-autoscaler/enabled", values: ["true"] },
        { test: "StringEquals", variable: text`aws:ResourceTag/k8s.io/cluster-autoscaler/${cluster.name}`, values: ["owned"] },
      ],
    },
  ];
}
