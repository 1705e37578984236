import { refusedAuthenticationStep } from "../aws/cluster-limits";
import { creatableVersions, kubernetesSupport, kubernetesVersions, kubernetesVersionsAsOf, minorOf, refusedVersionStep } from "../aws/kubernetes-versions";
import type { Problem } from "../kernel";
import { fine, type Judged } from "./judged";
import type { ReadableEnvironment } from "./readable";

/**
 * Judges the Kubernetes version against the date of the data, so that the same repository always synthesizes the same.
 * A version that the cluster already runs is no choice: what would be refused for another is a warning.
 */
export function versionProblems(path: string, cluster: NonNullable<ReadableEnvironment["cluster"]>): Judged {
  const { kubernetesVersion: wanted, upgradePolicy } = cluster;
  const running = cluster.running?.kubernetesVersion ?? null;
  if (wanted === undefined) return fine;
  const found = [...supportProblems(`${path}.kubernetesVersion`, wanted, running), ...policyProblems(`${path}.upgradePolicy`, wanted, upgradePolicy)];
  const support: Judged = running === wanted ? { problems: [], warnings: found } : { problems: found, warnings: [] };
  return { ...support, problems: [...support.problems, ...stepProblems(`${path}.kubernetesVersion`, wanted, running)] };
}

function supportProblems(path: string, wanted: string, running: string | null): Problem[] {
  const support = kubernetesSupport(wanted);
  if (support === "standard" || support === "extended") return [];
  const creatable = creatableVersions();
  const next = running === null ? undefined : `1.${minorOf(running)! + 1}`;
  const suggestion = next !== undefined && creatable.includes(next) ? next : creatable[0];
  const why = support === "ended" ? ended(wanted) : `the versions known on ${kubernetesVersionsAsOf} are ${creatable.join(", ")}`;
  return [{ path, expected: "a Kubernetes version that EKS supports", got: wanted, why, suggestion, rule: "kubernetes-support" }];
}

function ended(version: string): string {
  const known = kubernetesVersions.find((candidate) => candidate.version === version);
  return known === undefined ? `its support ended before ${kubernetesVersionsAsOf}` : `its support ended on ${known.extendedSupportEnds}`;
}

/** With the policy STANDARD, EKS upgrades a cluster of such a version by itself, and no longer runs what its environment says. */
function policyProblems(path: string, wanted: string, policy: string | undefined): Problem[] {
  if (policy !== "STANDARD" || kubernetesSupport(wanted) !== "extended") return [];
  const end = kubernetesVersions.find(({ version }) => version === wanted)!.standardSupportEnds;
  const why = `standard support of ${wanted} ended on ${end}: EKS would upgrade the cluster by itself`;
  return [{ path, expected: "EXTENDED", got: policy, why, suggestion: "EXTENDED", rule: "kubernetes-upgrade-policy" }];
}

function stepProblems(path: string, wanted: string, running: string | null): Problem[] {
  const [to, from] = [minorOf(wanted), minorOf(running ?? "")];
  const refused = to === undefined || from === undefined ? undefined : refusedVersionStep(from, to);
  if (refused === undefined) return [];
  const { allowed, ...more } = refused;
  return [{ path, expected: `${allowed} after the running ${running}`, got: wanted, ...more, rule: "kubernetes-step" }];
}

/** What EKS would refuse of the running cluster. A mode that is not recorded is not judged. */
export function authenticationProblems(path: string, { authenticationMode: wanted, running }: NonNullable<ReadableEnvironment["cluster"]>): Problem[] {
  const refused = refusedAuthenticationStep(running?.authenticationMode, wanted);
  if (refused === undefined) return [];
  const { allowed, ...more } = refused;
  return [{ path: `${path}.authenticationMode`, expected: `${allowed} after the running ${running!.authenticationMode}`, got: wanted, ...more, rule: "authentication-mode-step" }];
}
