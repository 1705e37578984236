import { kubeletSkew, minorOf, refusedVersionStep } from "../../aws/kubernetes-versions";
import type { Problem } from "../../kernel";
import type { PlannedCluster } from "./clusters";
import type { PlannedResource } from "../plan-json";

/** Kubernetes versions that EKS would refuse, or that do not run together. */
export function versionProblems(plan: PlannedCluster): Problem[] {
  const { cluster } = plan;
  const [from, to] = [minor(cluster.before), minor(cluster.after)];
  if (to === undefined) return [];
  // A cluster that is replaced begins anew, at whatever version.
  const running = cluster.verb === "update" ? from : undefined;
  return [
    ...(running === undefined ? [] : stepProblems(cluster, running, to)),
    ...plan.nodeGroups.flatMap((group) => {
      const left = running === undefined || running >= to ? [] : leftBehind(group, running);
      return left.length > 0 ? left : skewProblems(group, cluster, to);
    }),
    ...plan.addons.flatMap((addon) => kubeProxyProblems(addon, to)),
  ];
}

function stepProblems({ address, after }: PlannedResource, from: number, to: number): Problem[] {
  const refused = refusedVersionStep(from, to);
  if (refused === undefined) return [];
  const { allowed, ...more } = refused;
  return [{ path: `${address} version`, expected: `${allowed} after the running 1.${from}`, got: after!["version"], ...more, rule: "kubernetes-step" }];
}

/** Whatever the plan makes of a group, it is still there as it is when the control plane's turn comes. */
function leftBehind(group: PlannedResource, from: number): Problem[] {
  const current = minor(group.before);
  // Whether a group goes before or after the control plane's step is not fixed.
  if (current === undefined || current === from || group.verb === "delete" || hasOwnImage(group)) return [];
  const why = "EKS moves a control plane only when every managed node group has its version";
  return [{ path: `${group.address} version`, expected: `1.${from} before its cluster goes on`, got: group.before!["version"], why, suggestion: `1.${from}`, rule: "nodes-before-step" }];
}

function skewProblems(group: PlannedResource, cluster: PlannedResource, control: number): Problem[] {
  const nodes = minor(group.after);
  if (nodes === undefined || hasOwnImage(group)) return [];
  const of = { path: `${group.address} version`, got: group.after!["version"], suggestion: `1.${control}` };
  if (nodes > control) return [{ ...of, expected: `1.${control} or older`, why: `nodes are never newer than their control plane, ${cluster.address}`, rule: "nodes-ahead" }];
  // Source: version of CreateNodegroup in the API reference of EKS, read 2026-11-21.
  if (nodes < control && (group.verb === "create" || group.verb === "replace")) {
    return [{ ...of, expected: `1.${control} for a new node group`, why: `EKS makes one at the version of its cluster only, ${cluster.address}`, rule: "new-nodes-version" }];
  }
  const oldest = control - kubeletSkew;
  if (nodes < oldest) return [{ ...of, expected: `1.${oldest} or newer`, why: `nodes may be ${kubeletSkew} minor versions older than their control plane, ${cluster.address}`, rule: "nodes-too-old" }];
  return [];
}

/** The version of kube-proxy is that of Kubernetes; EKS offers a cluster none that is newer. */
function kubeProxyProblems({ address, after }: PlannedResource, control: number): Problem[] {
  const version = after?.["addon_name"] === "kube-proxy" ? after["addon_version"] : undefined;
  const found = typeof version === "string" ? /^v1\.(\d+)\./.exec(version) : null;
  if (found === null || Number(found[1]) <= control) return [];
  const why = "kube-proxy is never newer than the control plane";
  return [{ path: `${address} addon_version`, expected: `a version for Kubernetes 1.${control}`, got: version, why, rule: "kube-proxy-ahead" }];
}

/** With an image of one's own, the version that EKS shows says nothing about the nodes. */
function hasOwnImage({ before, after }: PlannedResource): boolean {
  return (after ?? before)?.["ami_type"] === "CUSTOM";
}

function minor(values: PlannedResource["before"]): number | undefined {
  const version = values?.["version"];
  return typeof version === "string" ? minorOf(version) : undefined;
}
