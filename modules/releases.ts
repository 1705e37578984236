import type { Change, ModuleRelease } from "../kernel";

export type { Change };

/**
 * A version of all modules. They are released together, so that modules of one version fit each other. Each line of
 * provider versions has a major version of its own; minor and patch are those of the source that both come from.
 */
export interface Release {
  /** By flavour, as `targets.ts` names them. */
  readonly versions: Readonly<Record<string, string>>;
  /** Day of the release, `YYYY-MM-DD`. Without it the release is being prepared. */
  readonly date?: string;
  /** What changed, by module. A module that is not named has not changed. */
  readonly changes: Readonly<Record<string, readonly Change[]>>;
}

/** Newest first. */
export const releases: readonly Release[] = [
  {
    versions: { "5.100": "1.0.0", "6.25": "2.0.0" },
    date: "2026-11-22",
    changes: {
      "eks-platform": [{ kind: "added", text: "Network, cluster, nodes, add-ons and identities in one call.", plan: "none" }],
      network: [{ kind: "added", text: "A VPC for a cluster: subnets by tier and zone in a layout in which nothing moves when a zone or a tier comes or goes, NAT, routes, endpoints, flow logs.", plan: "none" }],
      cluster: [{ kind: "added", text: "The control plane with its role, key, logs, security groups, access entries and OIDC provider; Auto Mode.", plan: "none" }],
      "node-groups": [{ kind: "added", text: "Managed node groups, on demand and SPOT, with launch templates, images and user data of your own, and an autoscaler as owner of the size.", plan: "none" }],
      "fargate-profiles": [{ kind: "added", text: "Fargate profiles with their role and logs.", plan: "none" }],
      addons: [{ kind: "added", text: "Add-ons in the order that works, each with its role and a checked configuration.", plan: "none" }],
      "workload-identity": [{ kind: "added", text: "Roles of service accounts by Pod Identity, IRSA or both, with the permissions of known software.", plan: "none" }],
      "load-balancer-controller": [{ kind: "added", text: "The AWS Load Balancer Controller, and a destroy that leaves no load balancer behind.", plan: "none" }],
      "load-balancers": [{ kind: "added", text: "Ingresses and services with load balancers, or their annotations alone.", plan: "none" }],
      fluentd: [{ kind: "added", text: "Logs of containers, the journal and files, to CloudWatch Logs, OpenSearch or Elasticsearch.", plan: "none" }],
      "storage-classes": [{ kind: "added", text: "Storage classes of EBS and EFS, classes of volume snapshots, and a destroy that leaves no volumes behind.", plan: "none" }],
      "custom-resources": [{ kind: "added", text: "Objects of kinds that Kubernetes itself does not have, without a cluster at plan.", plan: "none" }],
      "helm-release": [{ kind: "added", text: "A Helm release of any chart, with secrets that no state and no plan holds.", plan: "none" }],
      namespaces: [{ kind: "added", text: "Namespaces with Pod Security, network policies, quotas and limits.", plan: "none" }],
      rbac: [{ kind: "added", text: "Cluster roles, and bindings to groups, users and service accounts.", plan: "none" }],
      "state-backend": [{ kind: "added", text: "A bucket for states with its key, locks, replication, access logs and a policy for each who writes.", plan: "none" }],
    },
  },
];

/** The releases of one module on one line, from the first that names it. */
export function releasesOf(module: string, line: string, all: readonly Release[] = releases): ModuleRelease[] {
  const first = all.findLastIndex(({ changes }) => module in changes);
  // Before its first entry is written, a module has the version that is being prepared alone.
  const since = all.slice(0, Math.max(first, 0) + 1);
  return since.map(({ versions, date, changes }) => ({ version: versions[line]!, ...(date !== undefined && { date }), changes: changes[module] ?? [] }));
}
