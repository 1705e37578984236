/**
 * Limits of EBS volumes.
 * Source: https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html and provisioned-iops.html, read 2026-11-21.
 * Of gp3 EBS gives up to 2000 MiB/s; AWS provider 5.100 refuses more than 1000 (tested), so that is the limit of what Terraform makes.
 */
export const ebsVolumes = {
  gp3: {
    maxGib: 65_536,
    iops: { min: 3_000, max: 80_000, perGib: 500 },
    throughputMibs: { min: 125, max: 1_000, maxOfEbs: 2_000, perIops: 0.25 },
  },
  io2: {
    maxGib: 65_536,
    iops: { min: 100, max: 256_000, perGib: 1_000 },
  },
} as const;

/** Least size of a root volume in GiB: that of the image's snapshot. Source: user guide, create-managed-node-group, read 2026-11-21. */
export const rootVolumeGib = { linux: 20, windows: 50 } as const;
