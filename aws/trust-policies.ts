import type { PolicyCondition, PolicyStatement, TextTag } from "./policy-statement";
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

/** https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html: with `cluster`, for pods of that cluster only. */
export function podIdentityTrust<T = never>(cluster?: { readonly account: string | T; readonly clusterArn: string | T }): PolicyStatement<T>[] {
  const conditions: PolicyCondition<T>[] | undefined = cluster && [
    { test: "StringEquals", variable: "aws:SourceAccount", values: [cluster.account] },
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
  return subjectsTrust(text, { ...identity, subjects: [text`system:serviceaccount:${namespace}:${serviceAccount}`] });
}

/** The same for several service accounts: `system:serviceaccount:<namespace>:<name>` each. */
export function subjectsTrust<T>(text: TextTag<T>, identity: OidcProvider<T> & { readonly subjects: readonly (string | T)[] }): PolicyStatement<T>[] {
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

export interface Place<T> {
  readonly partition: string | T;
  readonly region: string | T;
  readonly account: string | T;
}

export interface ClusterPlace<T> extends Place<T> {
  readonly clusterName: string | T;
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

function serviceTrust<T = never>(service: string, actions: readonly string[], conditions?: readonly PolicyCondition<T>[]): PolicyStatement<T> {
  return { effect: "Allow", actions, principals: [{ type: "Service", identifiers: [service] }], ...(conditions && { conditions }) };
}
