/**
 * What the EKS API accepts, as data for rules.
 * Source: EKS API model (botocore 1.44.5, read 2026-11-21) unless a line says otherwise.
 */
export const clusterName = { pattern: "^[0-9A-Za-z][A-Za-z0-9_-]*$", minLength: 1, maxLength: 100 } as const;

/** The API model has no pattern for it; the node group's name ends up in names of other services. Source: user guide, create-managed-node-group. */
export const nodeGroupName = { pattern: "^[0-9A-Za-z][A-Za-z0-9_-]*$", minLength: 1, maxLength: 63 } as const;

export const serviceCidr = {
  /** RFC 1918, and nothing else. */
  within: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"],
  minPrefixLength: 12,
  maxPrefixLength: 24,
  /** One of these when none is given. */
  defaults: ["10.100.0.0/16", "172.20.0.0/16"],
} as const;

export const clusterSubnets = {
  minZones: 2,
  /** An update of the version needs up to this many free addresses over all cluster subnets.
   * Source: https://docs.aws.amazon.com/eks/latest/userguide/update-cluster.html */
  freeAddressesForUpdate: 5,
  /** Per subnet: needed and recommended. Source: https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html */
  minFreeAddresses: 6,
  recommendedFreeAddresses: 16,
  maxSecurityGroups: 5,
} as const;

export const authenticationModes = ["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"] as const;
/** The only way that a cluster goes, one step at a time. Source: https://docs.aws.amazon.com/eks/latest/userguide/setting-up-access-entries.html, read 2026-11-21. */
const authenticationSteps = ["CONFIG_MAP", "API_AND_CONFIG_MAP", "API"] as const;

/** What a cluster of the mode `from` may go to, and why `to` is not of it; undefined where it is, or where one is no mode. */
export function refusedAuthenticationStep(from: unknown, to: unknown): { readonly allowed: string; readonly why: string; readonly suggestion: string } | undefined {
  const [before, after] = [from, to].map((mode) => authenticationSteps.findIndex((step) => step === mode)) as [number, number];
  if (before === -1 || after === -1 || after === before || after === before + 1) return undefined;
  const allowed = authenticationSteps.slice(before, before + 2);
  const why = after < before ? "a cluster never goes back to an earlier mode" : "a cluster goes one mode at a time";
  return { allowed: allowed.join(" or "), why, suggestion: allowed.at(-1)! };
}
export const supportTypes = ["STANDARD", "EXTENDED"] as const;
export const ipFamilies = ["ipv4", "ipv6"] as const;

/**
 * Of the public endpoint. EKS refuses blocks of private addresses.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html and cluster-endpoint.html, read 2026-11-21.
 */
export const publicAccessCidrs = {
  max: 40,
  refusedPrefixes: ["10.", ...Array.from({ length: 16 }, (_, index) => `172.${16 + index}.`), "192.168."],
} as const;

/** Networks of hybrid nodes. Source: https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-networking.html, read 2026-11-21; the provider takes no other range. */
export const remoteNetworks = { within: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"], maxCidrs: 15 } as const;

/** Claims that a token of an external identity provider must have. */
export const requiredClaims = { keyMaxLength: 63, valueMaxLength: 253 } as const;

/** Source: https://docs.aws.amazon.com/eks/latest/userguide/set-builtin-node-pools.html, read 2026-11-21. */
export const autoModeNodePools = ["general-purpose", "system"] as const;

/**
 * Add-ons whose work Auto Mode does on its nodes itself.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/auto-enable-existing.html, read 2026-11-21.
 */
export const autoModeAddons = ["vpc-cni", "kube-proxy", "coredns", "aws-ebs-csi-driver", "eks-pod-identity-agent", "eks-node-monitoring-agent"] as const;

export const argoCdRoles = ["ADMIN", "EDITOR", "VIEWER"] as const;

export const capacityTypes = ["ON_DEMAND", "SPOT", "CAPACITY_BLOCK"] as const;
export const taintEffects = ["NO_SCHEDULE", "NO_EXECUTE", "PREFER_NO_SCHEDULE"] as const;
export const controlPlaneTiers = ["standard", "tier-xl", "tier-2xl", "tier-4xl", "tier-8xl"] as const;
export const repairActions = ["Replace", "Reboot", "NoAction"] as const;

export const nodeGroupLimits = {
  minSize: { min: 0 },
  maxSize: { min: 1 },
  /** One of the two, never both. */
  maxUnavailable: { min: 1, max: 100 },
  maxUnavailablePercentage: { min: 1, max: 100 },
  instanceTypes: { min: 0, max: 20 },
  labelKey: { minLength: 1, maxLength: 63 },
  labelValue: { minLength: 1, maxLength: 63 },
  taintKey: { minLength: 1, maxLength: 63 },
  taintValue: { minLength: 0, maxLength: 63 },
  taints: { max: 50 },
  /** Of the node group without a launch template, in GiB: Linux and Windows. */
  defaultDiskGib: { linux: 20, windows: 50 },
} as const;

/** Resolving conflicts of an add-on: PRESERVE is for updates; at creation it does what NONE does, and the provider refuses it. */
export const addonConflicts = { onCreate: ["NONE", "OVERWRITE"], onUpdate: ["NONE", "OVERWRITE", "PRESERVE"] } as const;

export const tags = {
  maxCount: 50,
  keyMaxLength: 128,
  valueMaxLength: 256,
  /** Source: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
  reservedKeyPrefix: "aws:",
} as const;
