import type { PolicyCondition, PolicyStatement, Texts, TextTag } from "../policy-statement";

/**
 * What the EBS CSI driver's controller may do.
 * Sources, read 2026-11-21: docs/example-iam-policy*.json of kubernetes-sigs/aws-ebs-csi-driver (commit 429e202, 2026-08-19); the first
 * is also what AWS ships as AmazonEBSCSIDriverPolicyV2. Upstream writes the cluster as `${aws:PrincipalTag/eks-cluster-name}`, which
 * only sessions of Pod Identity have. A role here belongs to one cluster, so its name stands there, and both methods work.
 */
interface Place<T> {
  readonly partition: string | T;
}

/** For all volumes that a driver of this kind has made in the account. */
export function ebsCsiOfDriver<T>(text: TextTag<T>, { partition }: Place<T>): PolicyStatement<T>[] {
  const tag = { name: "ebs.csi.aws.com/cluster", value: "true" };
  const volumes = text`arn:${partition}:ec2:*:*:volume/*`;
  const migrated = { test: "StringLike", variable: "ec2:ResourceTag/kubernetes.io/created-for/pvc/name", values: ["*"] };
  return [
    ...volumesWithTag(text, partition, tag, names.driver),
    { sid: "CopyCSIMigratedVolumes", effect: "Allow", actions: ["ec2:CopyVolumes"], resources: [text`arn:${partition}:ec2:*:*:volume/vol-*`], conditions: [migrated] },
    { sid: "ManageCSIMigratedVolumes", effect: "Allow", actions: manage, resources: [volumes], conditions: [migrated] },
    { sid: "AttachDetachVolumesToAnyInstance", effect: "Allow", actions: attach, resources: [text`arn:${partition}:ec2:*:*:instance/*`] },
  ];
}

/** For the volumes of one cluster. The driver must be told its name: `--k8s-tag-cluster-id`. */
export function ebsCsiOfCluster<T>(text: TextTag<T>, { partition, clusterName }: Place<T> & { readonly clusterName: string | T }): PolicyStatement<T>[] {
  const tag = { name: "ebs.csi.aws.com/cluster-name", value: clusterName };
  const instances = [text`arn:${partition}:ec2:*:*:instance/*`];
  const ofCluster = (name: string) => [{ test: "StringEquals", variable: `ec2:ResourceTag/${name}`, values: [clusterName] }];
  return [
    ...volumesWithTag(text, partition, tag, names.cluster),
    { sid: "AttachDetachVolumesToClusterInstance", effect: "Allow", actions: attach, resources: instances, conditions: ofCluster("eks:cluster-name") },
    { sid: "AttachDetachVolumesToManuallyTaggedInstance", effect: "Allow", actions: attach, resources: instances, conditions: ofCluster(tag.name) },
  ];
}

const attach = ["ec2:AttachVolume", "ec2:DetachVolume"] as const;
const manage = ["ec2:ModifyVolume", "ec2:AttachVolume", "ec2:DetachVolume", "ec2:DeleteVolume"] as const;

/** How upstream calls the two kinds in the names of statements. */
const names = { driver: { created: "ManagedTag", made: "Managed" }, cluster: { created: "ClusterTag", made: "Cluster" } };

interface Tag<T> {
  readonly name: string;
  readonly value: string | T;
}

function volumesWithTag<T>(text: TextTag<T>, partition: string | T, { name, value }: Tag<T>, { created, made }: (typeof names)[keyof typeof names]): PolicyStatement<T>[] {
  const [volumes, snapshots] = [text`arn:${partition}:ec2:*:*:volume/*`, text`arn:${partition}:ec2:*:*:snapshot/*`];
  const wanted: PolicyCondition<T>[] = [{ test: "StringEquals", variable: `aws:RequestTag/${name}`, values: [value] }];
  const own: PolicyCondition<T>[] = [{ test: "StringEquals", variable: `ec2:ResourceTag/${name}`, values: [value] }];
  return [
    {
      sid: "ReadOnlyDescribeOperations",
      effect: "Allow",
      actions: [
        "ec2:DescribeAvailabilityZones",
        "ec2:DescribeInstances",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeSnapshots",
        "ec2:DescribeVolumes",
        "ec2:DescribeVolumesModifications",
        "ec2:DescribeVolumeStatus",
      ],
      resources: ["*"],
    },
    { sid: `CreateAndCopyVolumesWith${created}`, effect: "Allow", actions: ["ec2:CreateVolume", "ec2:CopyVolumes"], resources: [volumes], conditions: wanted },
    { sid: `Copy${made}Volumes`, effect: "Allow", actions: ["ec2:CopyVolumes"], resources: [text`arn:${partition}:ec2:*:*:volume/vol-*`], conditions: own },
    { sid: `CreateSnapshotsWith${created}`, effect: "Allow", actions: ["ec2:CreateSnapshot"], resources: [snapshots], conditions: wanted },
    { sid: `CreateSnapshotsFrom${made}Volumes`, effect: "Allow", actions: ["ec2:CreateSnapshot"], resources: [volumes], conditions: own },
    { sid: `Manage${made}Volumes`, effect: "Allow", actions: manage, resources: [volumes], conditions: own },
    { sid: `CreateVolumesFromAndEnableFSROn${made}Snapshots`, effect: "Allow", actions: ["ec2:CreateVolume", "ec2:EnableFastSnapshotRestores"], resources: [snapshots], conditions: own },
    { sid: `DeleteAndLock${made}Snapshots`, effect: "Allow", actions: ["ec2:DeleteSnapshot", "ec2:LockSnapshot"], resources: [snapshots], conditions: own },
    {
      sid: "TagResourcesOnCreation",
      effect: "Allow",
      actions: ["ec2:CreateTags"],
      resources: [volumes, snapshots],
      conditions: [{ test: "StringEquals", variable: "ec2:CreateAction", values: ["CreateVolume", "CreateSnapshot", "CopyVolumes"] }],
    },
    {
      sid: `ModifyTagsOn${made}Volumes`,
      effect: "Allow",
      actions: ["ec2:CreateTags", "ec2:DeleteTags"],
      resources: [volumes],
      conditions: [
        ...own,
        { test: "Null", variable: "aws:TagKeys", values: ["false"] },
        {
          test: "ForAllValues:StringNotEquals",
          variable: "aws:TagKeys",
          values: ["ebs.csi.aws.com/cluster", "ebs.csi.aws.com/cluster-name", "kubernetes.io/created-for/pvc/name"],
        },
      ],
    },
  ];
}

/**
 * Volumes under keys of one's own: EC2 takes a grant on the key to attach them.
 * Source: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html, read 2026-11-21.
 */
export function ebsCsiKeys<T, L>(keyArns: Texts<T, L>): PolicyStatement<T, L>[] {
  return [
    { sid: "UseKeys", effect: "Allow", actions: ["kms:Decrypt", "kms:GenerateDataKeyWithoutPlaintext", "kms:DescribeKey"], resources: keyArns },
    {
      sid: "GrantKeys",
      effect: "Allow",
      actions: ["kms:CreateGrant"],
      resources: keyArns,
      conditions: [{ test: "Bool", variable: "kms:GrantIsForAWSResource", values: ["true"] }],
    },
  ];
}
