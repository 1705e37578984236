import { kubernetesVersions, type KubernetesVersion } from "../../aws/kubernetes-versions";
import { monthly, prices } from "../../aws/prices";
import type { PlannedResource, ReadLayer } from "../plan-json";
import type { VersionSupport } from "../report/review";
import { block, text } from "../values";

/** So long before the end an upgrade is to be planned. */
const noticeDays = 180;

/**
 * Clusters that have, after a plan, a version whose standard support ends soon or has ended. Of versions that the table does not
 * know nothing is said.
 */
export function versionSupport(layers: readonly ReadLayer[], at: Date): VersionSupport[] {
  return layers.flatMap(({ layer, resources }) =>
    resources.filter(({ type, after }) => type === "aws_eks_cluster" && after !== undefined).flatMap((cluster) => {
      const known = kubernetesVersions.find(({ version }) => version === text(cluster.after, "version"));
      const days = known && daysUntil(known.standardSupportEnds, at);
      if (known === undefined || days! > noticeDays) return [];
      return [{
        layer,
        address: cluster.address,
        version: `Kubernetes ${known.version}`,
        standardEnds: known.standardSupportEnds,
        extendedEnds: known.extendedSupportEnds,
        daysLeft: days!,
        sentence: `${upgraded(cluster)}${sentence(known, { days: days!, extended: isExtended(cluster), at })}`,
      }];
    }),
  );
}

interface Ending {
  readonly days: number;
  /** The cluster stays at its version after standard support. */
  readonly extended: boolean;
  readonly at: Date;
}

function sentence({ version, standardSupportEnds, extendedSupportEnds }: KubernetesVersion, { days, extended, at }: Ending): string {
  const more = Math.round(monthly(prices.eksClusterExtendedSupport) - monthly(prices.eksCluster));
  if (days >= 0) {
    const then = extended ? `extended support then costs $${more} a month more, until ${extendedSupportEnds}` : "AWS then upgrades the cluster by itself";
    return `Kubernetes ${version} leaves standard support on ${standardSupportEnds}, ${inDays(days)}; ${then}`;
  }
  if (!extended) return `Kubernetes ${version} left standard support on ${standardSupportEnds}; AWS upgrades the cluster by itself, at a time of its own`;
  if (daysUntil(extendedSupportEnds, at) < 0) return `Kubernetes ${version} left extended support on ${extendedSupportEnds}; AWS upgrades the cluster by itself, at a time of its own`;
  return `Kubernetes ${version} left standard support on ${standardSupportEnds}; extended support costs $${more} a month more, until ${extendedSupportEnds}`;
}

function inDays(days: number): string {
  return days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${days} days`;
}

/** EKS takes EXTENDED where nothing is said. */
function isExtended({ after }: PlannedResource): boolean {
  return text(block(after, "upgrade_policy"), "support_type") !== "STANDARD";
}

function upgraded({ before, after, verb }: PlannedResource): string {
  const [from, to] = [text(before, "version"), text(after, "version")];
  return verb === "update" && from !== undefined && from !== to ? `upgraded from ${from} to ${to}: ` : "";
}

/** Days of the calendar: AWS says days, not hours. */
function daysUntil(day: string, at: Date): number {
  return Math.round((Date.parse(day) - Date.parse(at.toISOString().slice(0, 10))) / 86_400_000);
}
