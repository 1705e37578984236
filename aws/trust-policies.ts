import type { IamAction } from "./iam-actions";
import type { PolicyCondition, PolicyStatement, Texts, TextTag } from "./policy-statement";
import { servicePrincipals } from "./service-principals";

/** Who may assume the roles of the platform. Sources, read 2026-11-21, stand at each. */

/** https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html; Auto Mode tags its sessions (auto-cluster-iam-role.html). */
export function clusterTrust({ autoMode = false } = {}): PolicyStatement<never>[] {
  return [serviceTrust(servicePrincipals.eks, autoMode ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"])];
}

/** https://docs.aws.amazon.com/eks/latest/userguide/capability-role.html */
export function capabilityTrust(): PolicyStatement<never>[] {
  return [serviceTrust(servicePrincipals.eksCapabilities, ["sts:AssumeRole", "sts:TagSession"])];
}

/** https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html */
export function nodeTrust(): PolicyStatement<never>[] {
  return [serviceTrust(servicePrincipals.ec2, ["sts:AssumeRole"])];
}

/** https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html: only for profiles of this cluster. */
export function fargateTrust<T>(text: TextTag<T>, cluster: ClusterPlace<T>): PolicyStatement<T>[] {
  const { partition, region, account, clusterName } = cluster;
  const profiles = text`arn:${partition}:eks:${region}:${account}:fargateprofile/${clusterName}/*`;
  return [serviceTrust(servicePrincipals.fargatePods, ["sts:AssumeRole"], [{ test: "ArnLike", variable: "aws:SourceArn", values: [profiles] }])];
}

/**
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html: with `cluster`, for pods of that cluster only, and where an
 * organization is named, only while the cluster's account belongs to it.
 */
export function podIdentityTrust<T = never>(cluster?: PodIdentityCluster<T>): PolicyStatement<T>[] {
  const conditions: PolicyCondition<T>[] | undefined = cluster && [
    { test: "StringEquals", variable: "aws:SourceAccount", values: [cluster.account] },
    ...(cluster.organizationId === undefined ? [] : [{ test: "StringEquals", variable: "aws:SourceOrgID", values: [cluster.organizationId], optional: true } as const]),
    { test: "ArnEquals", variable: "aws:SourceArn", values: [cluster.clusterArn] },
  ];
  return [serviceTrust(servicePrincipals.podIdentity, ["sts:AssumeRole", "sts:TagSession"], conditions)];
}

/**
 * https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html.
 * `issuer` is the cluster's OIDC issuer without `https://`, as IAM spells condition keys.
 */
export function serviceAccountTrust<T>(text: TextTag<T>, identity: ServiceAccountIdentity<T>): PolicyStatement<T>[] {
  const { namespace, serviceAccount } = identity;
  return subjectsTrust<T, never>(text, { ...identity, subjects: [text`system:serviceaccount:${namespace}:${serviceAccount}`] });
}

/** The same for several service accounts: `system:serviceaccount:<namespace>:<name>` each. */
export function subjectsTrust<T, L = never>(text: TextTag<T>, identity: OidcProvider<T> & { readonly subjects: Texts<T, L> }): PolicyStatement<T, L>[] {
  const { providerArn, issuer, subjects } = identity;
  return [
    {
      effect: "Allow",
      actions: ["sts:AssumeRoleWithWebIdentity"],
      principals: [{ type: "Federated", identifiers: [providerArn] }],
      conditions: [
        { test: "StringEquals", variable: text`${issuer}:aud`, values: ["sts.amazonaws.com"] },
        { test: "StringEquals", variable: text`${issuer}:sub`, values: subjects },
      ],
    },
  ];
}

/**
 * What the role of another account must say so that the role of this one can take it on. The account is the principal and the role a
 * condition: a role that is named as principal is lost with the role, and one that is made again under the name is another.
 * Sessions of pods carry tags that go along, so `sts:TagSession` stands beside.
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-assign-target-role.html, https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export function otherAccountTrust<T>(text: TextTag<T>, from: OtherAccountCaller<T>, conditions: readonly PolicyCondition<T>[]): PolicyStatement<T>[] {
  return [
    {
      effect: "Allow",
      actions: ["sts:AssumeRole", "sts:TagSession"],
      principals: [{ type: "AWS", identifiers: [text`arn:${from.partition}:iam::${from.account}:root`] }],
      conditions: [{ test: "ArnEquals", variable: "aws:PrincipalArn", values: [from.roleArn] }, ...conditions],
    },
  ];
}

/** Only for the pods of one service account in one cluster, told by the tags of their sessions. */
export function podSessionTags<T>(pod: { readonly clusterArn: string | T; readonly namespace: string | T; readonly serviceAccount: string | T }): PolicyCondition<T>[] {
  return [
    { test: "StringEquals", variable: "aws:RequestTag/eks-cluster-arn", values: [pod.clusterArn] },
    { test: "StringEquals", variable: "aws:RequestTag/kubernetes-namespace", values: [pod.namespace] },
    { test: "StringEquals", variable: "aws:RequestTag/kubernetes-service-account", values: [pod.serviceAccount] },
  ];
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html, with its protection against the confused deputy. */
export function flowLogsTrust<T>(text: TextTag<T>, place: Place<T>): PolicyStatement<T>[] {
  const flowLogs = text`arn:${place.partition}:ec2:${place.region}:${place.account}:vpc-flow-log/*`;
  return [
    serviceTrust(servicePrincipals.flowLogs, ["sts:AssumeRole"], [
      { test: "StringEquals", variable: "aws:SourceAccount", values: [place.account] },
      { test: "ArnLike", variable: "aws:SourceArn", values: [flowLogs] },
    ]),
  ];
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html: for this bucket only. */
export function replicationTrust<T>(bucket: { readonly bucketArn: string | T; readonly account: string | T }): PolicyStatement<T>[] {
  return [
    serviceTrust(servicePrincipals.s3, ["sts:AssumeRole"], [
      { test: "StringEquals", variable: "aws:SourceAccount", values: [bucket.account] },
      { test: "ArnEquals", variable: "aws:SourceArn", values: [bucket.bucketArn] },
    ]),
  ];
}

export interface Place<T> {
  readonly partition: string | T;
  readonly region: string | T;
  readonly account: string | T;
}

export interface ClusterPlace<T> extends Place<T> {
  readonly clusterName: string | T;
}

export interface PodIdentityCluster<T> {
  readonly account: string | T;
  readonly clusterArn: string | T;
  /** Null where any organization will do. */
  readonly organizationId?: string | T;
}

export interface OtherAccountCaller<T> {
  readonly partition: string | T;
  readonly account: string | T;
  readonly roleArn: string | T;
}

export interface OidcProvider<T> {
  readonly providerArn: string | T;
  /** Without `https://`. */
  readonly issuer: string | T;
}

export interface ServiceAccountIdentity<T> extends OidcProvider<T> {
  readonly namespace: string | T;
  readonly serviceAccount: string | T;
}

function serviceTrust<T = never>(service: string, actions: readonly IamAction[], conditions?: readonly PolicyCondition<T>[]): PolicyStatement<T> {
  return { effect: "Allow", actions, principals: [{ type: "Service", identifiers: [service] }], ...(conditions && { conditions }) };
}
