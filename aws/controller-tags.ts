/** What a controller in a cluster makes in AWS, and the tag by which the resource tells of the cluster. */
export interface ControllerTag {
  readonly madeBy: string;
  readonly key: string;
  readonly value: string;
  /** As the tagging API names them; without, whatever has the tag. */
  readonly resourceTypes?: readonly string[];
  /** How it goes in good order, while the cluster is there. */
  readonly goes: string;
}

const volumes = ["ec2:volume", "ec2:snapshot"];

/**
 * The tags of a cluster's controllers. The network's subnets and the nodes have `kubernetes.io/cluster/<name>` too, so
 * that one counts with these types only.
 *
 * Sources, read 2026-11-21: pkg/deploy/tracking of aws-load-balancer-controller 3.5.0; docs/tagging.md of
 * aws-ebs-csi-driver; pkg/awsutils of amazon-vpc-cni-k8s; the policies AmazonEKSLoadBalancingPolicy and
 * AmazonEKSBlockStoragePolicy of Auto Mode.
 */
export function controllerTags(cluster: string): ControllerTag[] {
  const ingresses = "delete the Ingresses, Gateways and Services of type LoadBalancer";
  const claims = "delete the PersistentVolumeClaims and VolumeSnapshots; those with the policy Retain are yours to keep or to delete";
  return [
    { madeBy: "AWS Load Balancer Controller", key: "elbv2.k8s.aws/cluster", value: cluster, goes: ingresses },
    { madeBy: "Kubernetes", key: `kubernetes.io/cluster/${cluster}`, value: "owned", resourceTypes: ["elasticloadbalancing:loadbalancer"], goes: ingresses },
    { madeBy: "EBS CSI driver", key: `kubernetes.io/cluster/${cluster}`, value: "owned", resourceTypes: volumes, goes: claims },
    { madeBy: "Auto Mode", key: "eks:eks-cluster-name", value: cluster, resourceTypes: ["elasticloadbalancing", "ec2:security-group", ...volumes], goes: `${ingresses}; ${claims}` },
    { madeBy: "VPC CNI", key: "cluster.k8s.amazonaws.com/name", value: cluster, resourceTypes: ["ec2:network-interface"], goes: "they go with their nodes; one that stays without a node is yours to delete" },
  ];
}
