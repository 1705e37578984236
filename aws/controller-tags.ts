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

/**
 * Keys whose value is the cluster's name. Sources, read 2026-11-21:
 * - AWS Load Balancer Controller 3.5.0 (225f445), pkg/deploy/tracking/provider.go: on all that it makes.
 * - EBS CSI driver (429e202), docs/tagging.md: its own tag `ebs.csi.aws.com/cluster-name`, and `kubernetes.io/cluster/<name>`,
 *   are there only where the driver was told the name by `--k8s-tag-cluster-id`. What it makes for the classes of this
 *   project has a tag of ours beside them, where it is to be deleted with its claim. Keys that begin with `kubernetes.io` or
 *   `ebs.csi.aws.com/` are the driver's (pkg/driver/validation.go).
 * - VPC CNI (b521883), README.md and pkg/awsutils/awsutils.go: on network interfaces, where CLUSTER_NAME is set.
 * - Auto Mode: user guide, latest/ug/automode/auto-troubleshoot.adoc and auto-learn-iam.adoc (4d52b4d). Volumes and
 *   instances have it too, so the disks of nodes that still run are among its volumes.
 */
export const tagsOfControllers = {
  loadBalancerController: "elbv2.k8s.aws/cluster",
  ebsCsi: "ebs.csi.aws.com/cluster-name",
  deletedByEbsCsi: "eks-platform/deleted-by-driver-of",
  vpcCni: "cluster.k8s.amazonaws.com/name",
  autoMode: "eks:eks-cluster-name",
} as const;

const volumes = ["ec2:volume", "ec2:snapshot"];

/**
 * The tags of a cluster's controllers. The network's subnets and the nodes have `kubernetes.io/cluster/<name>` too, so
 * that one counts with these types only. Kubernetes' own controller gives it to load balancers
 * (cloud-provider-aws 63ec440, pkg/providers/v1/tags.go, read 2026-11-21).
 */
export function controllerTags(cluster: string): ControllerTag[] {
  const ingresses = "delete the Ingresses, Gateways and Services of type LoadBalancer";
  const claims = "delete the PersistentVolumeClaims and VolumeSnapshots; those with the policy Retain are yours to keep or to delete";
  const driver = { madeBy: "EBS CSI driver", resourceTypes: volumes, goes: claims };
  return [
    { madeBy: "AWS Load Balancer Controller", key: tagsOfControllers.loadBalancerController, value: cluster, goes: ingresses },
    { madeBy: "Kubernetes", key: `kubernetes.io/cluster/${cluster}`, value: "owned", resourceTypes: ["elasticloadbalancing:loadbalancer"], goes: ingresses },
    { ...driver, key: `kubernetes.io/cluster/${cluster}`, value: "owned" },
    { ...driver, key: tagsOfControllers.ebsCsi, value: cluster },
    { ...driver, key: tagsOfControllers.deletedByEbsCsi, value: cluster },
    { madeBy: "Auto Mode", key: tagsOfControllers.autoMode, value: cluster, resourceTypes: ["elasticloadbalancing", "ec2:security-group", ...volumes], goes: `${ingresses}; ${claims}` },
    { madeBy: "VPC CNI", key: tagsOfControllers.vpcCni, value: cluster, resourceTypes: ["ec2:network-interface"], goes: "they go with their nodes; one that stays without a node is yours to delete" },
  ];
}
