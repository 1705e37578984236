/**
 * Kubernetes versions of Amazon EKS.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html by way of
 * https://endoflife.date/amazon-eks, as of 2026-08-22.
 */
export const kubernetesVersionsAsOf = "2026-08-22";

export interface KubernetesVersion {
  readonly version: string;
  /** Dates are ISO days, so that they compare as text. */
  readonly released: string;
  readonly standardSupportEnds: string;
  readonly extendedSupportEnds: string;
}

/** Newest first. */
export const kubernetesVersions: readonly KubernetesVersion[] = [
  { version: "1.36", released: "2026-06-02", standardSupportEnds: "2027-08-02", extendedSupportEnds: "2028-08-02" },
  { version: "1.35", released: "2026-01-28", standardSupportEnds: "2027-03-27", extendedSupportEnds: "2028-03-27" },
  { version: "1.34", released: "2025-10-06", standardSupportEnds: "2026-12-02", extendedSupportEnds: "2027-12-02" },
  { version: "1.33", released: "2025-05-28", standardSupportEnds: "2026-07-29", extendedSupportEnds: "2027-07-29" },
  { version: "1.32", released: "2025-01-25", standardSupportEnds: "2026-03-23", extendedSupportEnds: "2027-03-23" },
  { version: "1.31", released: "2024-09-26", standardSupportEnds: "2025-11-26", extendedSupportEnds: "2026-11-26" },
  { version: "1.30", released: "2024-05-23", standardSupportEnds: "2025-07-23", extendedSupportEnds: "2026-07-23" },
];

export type KubernetesSupport = "standard" | "extended" | "ended" | "unknown";

/**
 * Which support a version has on a day. Judged by default on the day of the data: a build must not turn red overnight because a
 * calendar did, and after that day the table may lack what AWS has added.
 * Versions older than the table ended before it; newer ones, and texts that are no version, are unknown.
 */
export function kubernetesSupport(version: string, on: Date | string = kubernetesVersionsAsOf): KubernetesSupport {
  const day = isoDay(on);
  const known = kubernetesVersions.find((candidate) => candidate.version === version);
  if (!known) return isOlderThanTable(version) ? "ended" : "unknown";
  if (day < known.released) return "unknown";
  if (day <= known.standardSupportEnds) return "standard";
  return day <= known.extendedSupportEnds ? "extended" : "ended";
}

/** Versions that a new cluster may have on a day: AWS takes standard and extended ones alike. Newest first. */
export function creatableVersions(on: Date | string = kubernetesVersionsAsOf): readonly string[] {
  return kubernetesVersions
    .map((known) => known.version)
    .filter((version) => ["standard", "extended"].includes(kubernetesSupport(version, on)));
}

/** The newest version that AWS offers on a day. */
export function newestVersion(on: Date | string = kubernetesVersionsAsOf): string | undefined {
  return creatableVersions(on)[0];
}

function isoDay(on: Date | string): string {
  return typeof on === "string" ? on.slice(0, 10) : on.toISOString().slice(0, 10);
}

function isOlderThanTable(version: string): boolean {
  const minor = minorOf(version);
  const oldest = minorOf(kubernetesVersions.at(-1)?.version ?? "");
  return minor !== undefined && oldest !== undefined && minor < oldest;
}

/** The minor number of a version written as EKS writes it ("1.34"). */
export function minorOf(version: string): number | undefined {
  const match = /^1\.(0|[1-9]\d*)$/.exec(version);
  return match ? Number(match[1]) : undefined;
}

/** Minor versions that a kubelet may be older than its control plane. Source: https://kubernetes.io/releases/version-skew-policy/, read 2026-11-21. */
export const kubeletSkew = 3;

/** What a control plane at the minor version `from` may go to, and why `to` is not of it; undefined where it is. */
export function refusedVersionStep(from: number, to: number): { readonly allowed: string; readonly why: string; readonly suggestion: string } | undefined {
  if (to === from || to === from + 1) return undefined;
  const why = to < from ? "a deploy does not take a control plane back" : "a control plane goes up one minor version at a time";
  return { allowed: `1.${from} or 1.${from + 1}`, why, suggestion: `1.${to < from ? from : from + 1}` };
}
