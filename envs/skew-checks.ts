import { kubeletSkew, minorOf } from "../aws/kubernetes-versions";
import type { Problem } from "../kernel";
import { join } from "../kernel/check";

type Groups = Readonly<Record<string, { readonly kubernetesVersion?: string | null }>>;

/**
 * Groups whose own version does not go with the control plane's. EKS refuses a step of the control plane while nodes are behind it:
 * `running` is what it runs today, null where nothing is known of it.
 */
export function skewProblems(path: string, groups: Groups, wanted: string | undefined, running: string | null): Problem[] {
  const to = minorOf(wanted ?? "");
  if (to === undefined) return [];
  const from = minorOf(running ?? "");
  return Object.entries(groups).flatMap(([key, { kubernetesVersion: own }]) => {
    const minor = minorOf(own ?? "");
    const at = { path: `${join(path, key)}.kubernetesVersion`, got: own };
    if (minor === undefined) return [];
    if (minor > to) return [{ ...at, expected: `1.${to} or older`, why: "nodes are never newer than the control plane", suggestion: `1.${to}`, rule: "node-version-skew" }];
    if (minor < to - kubeletSkew) return [{ ...at, expected: `1.${to - kubeletSkew} or newer`, why: `nodes are at most ${kubeletSkew} minor versions behind the control plane`, suggestion: `1.${to}`, rule: "node-version-skew" }];
    if (from === undefined || to <= from || minor >= from) return [];
    const why = `EKS takes the control plane from 1.${from} to 1.${to} only when all nodes run 1.${from}`;
    return [{ ...at, expected: `1.${from} before the control plane goes on`, why, suggestion: `1.${from}`, rule: "node-version-behind" }];
  });
}
