import { addonMinor, addonVersionsAsOf, corednsMinors, knownAddonVersion } from "../aws/addon-versions";
import { minorOf } from "../aws/kubernetes-versions";
import type { Problem } from "../kernel";
import { join } from "../kernel/check";
import type { CheckedEnvironment } from "./environment";
import type { Judged } from "./judged";

type Addons = CheckedEnvironment["addons"];

/** Versions that cannot go with the cluster's: what Kubernetes rules out is refused, what was never seen is a warning. */
export function judgeAddonVersions(path: string, addons: Addons, kubernetesVersion: string): Judged {
  const pinned = (name: string) => addons[name]?.version ?? undefined;
  const at = (name: string) => `${join(path, name)}.version`;
  const [proxy, dns] = [pinned("kube-proxy"), pinned("coredns")];
  return {
    problems: proxy === undefined ? [] : proxyProblems(at("kube-proxy"), proxy, kubernetesVersion),
    warnings: dns === undefined ? [] : dnsWarnings(at("coredns"), dns, kubernetesVersion),
  };
}

/** https://kubernetes.io/releases/version-skew-policy/#kube-proxy, read 2026-11-21: never newer than the API server, at most three minors older. */
function proxyProblems(path: string, version: string, kubernetesVersion: string): Problem[] {
  const [own, cluster] = [addonMinor(version), minorOf(kubernetesVersion)];
  if (own === undefined || cluster === undefined || (own <= cluster && own >= cluster - 3)) return [];
  const why = own > cluster ? "kube-proxy must not be newer than the API server" : "kube-proxy may be three minor versions older than the API server and no more";
  return [{ path, expected: `a version of kube-proxy for Kubernetes ${kubernetesVersion}`, got: version, why, suggestion: knownAddonVersion("kube-proxy", kubernetesVersion), rule: "addon-version-skew" }];
}

function dnsWarnings(path: string, version: string, kubernetesVersion: string): Problem[] {
  const [own, known] = [addonMinor(version), corednsMinors[kubernetesVersion]];
  if (own === undefined || known === undefined || known.includes(own)) return [];
  const why = `by ${addonVersionsAsOf} EKS offered ${known.map((minor) => `1.${minor}`).join(" and ")} for Kubernetes ${kubernetesVersion}`;
  return [{ path, expected: `a version of coredns for Kubernetes ${kubernetesVersion}`, got: version, why, suggestion: knownAddonVersion("coredns", kubernetesVersion), rule: "addon-version-unseen" }];
}
