/**
 * Regions that offer EKS, with the letters of their zones.
 * Sources, read 2026-11-21: regions and suffixes from botocore 1.44.5 (endpoints.json, partitions.json); zones from
 * ec2:DescribeAvailabilityZones as recorded in moto 5.2.5 (ec2/models/availability_zones_and_regions.py).
 */
export type Partition = "aws" | "aws-cn" | "aws-us-gov" | "aws-eusc" | "aws-iso" | "aws-iso-b" | "aws-iso-e" | "aws-iso-f";

/**
 * The letters that a new account sees. In the older regions AWS deals letters to accounts one by one, so `us-east-1a` of two
 * accounts may be two places, and an old account may see a letter from `lettersOfSomeAccounts` as well.
 */
const zoneLetters: Readonly<Record<string, string>> = {
  "af-south-1": "abc",
  "ap-east-1": "abc",
  "ap-east-2": "abc",
  "ap-northeast-1": "acd",
  "ap-northeast-2": "abcd",
  "ap-northeast-3": "abc",
  "ap-south-1": "abc",
  "ap-south-2": "abc",
  "ap-southeast-1": "abc",
  "ap-southeast-2": "abc",
  "ap-southeast-3": "abc",
  "ap-southeast-4": "abc",
  "ap-southeast-5": "abc",
  "ap-southeast-6": "abc",
  "ap-southeast-7": "abc",
  "ca-central-1": "abd",
  "ca-west-1": "abc",
  "eu-central-1": "abc",
  "eu-central-2": "abc",
  "eu-north-1": "abc",
  "eu-south-1": "abc",
  "eu-south-2": "abc",
  "eu-west-1": "abc",
  "eu-west-2": "abc",
  "eu-west-3": "abc",
  "il-central-1": "abc",
  "me-central-1": "abc",
  "me-south-1": "abc",
  "mx-central-1": "abc",
  "sa-east-1": "abc",
  "us-east-1": "abcdef",
  "us-east-2": "abc",
  "us-west-1": "ab",
  "us-west-2": "abcd",
  "cn-north-1": "ab",
  "cn-northwest-1": "abc",
  "us-gov-east-1": "abc",
  "us-gov-west-1": "abc",
};

/**
 * Letters that the recorded account does not see and others do: us-west-1 deals each account two of three, Tokyo's `b` and
 * Canada's `c` are closed to newer accounts, Beijing has opened a third zone.
 * Source: https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html and users' reports.
 */
const lettersOfSomeAccounts: Readonly<Record<string, string>> = {
  "ap-northeast-1": "b",
  "ca-central-1": "c",
  "us-west-1": "c",
  "cn-north-1": "d",
};

/**
 * Zones in which EKS puts no control-plane network interface, by zone id, which (unlike the letter) is the same in every account.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html, read 2026-11-21.
 */
export const zoneIdsWithoutControlPlane: Readonly<Record<string, readonly string[]>> = {
  "us-east-1": ["use1-az3"],
  "us-west-1": ["usw1-az2"],
  "ca-central-1": ["cac1-az3"],
};

export const regions: readonly string[] = Object.keys(zoneLetters);

/** The zones that a new account sees in a region; undefined for a region that is not known here. */
export function zonesOf(region: string): readonly string[] | undefined {
  return lettersOf(zoneLetters, region)?.map((letter) => region + letter);
}

/** Whether some account can have this zone in this region; undefined for a region that is not known here. */
export function isZoneOf(zone: string, region: string): boolean | undefined {
  const known = lettersOf(zoneLetters, region);
  if (!known) return undefined;
  const letters = [...known, ...(lettersOf(lettersOfSomeAccounts, region) ?? [])];
  return letters.some((letter) => zone === region + letter);
}

/** The region in a zone's name, `us-east-1` of `us-east-1a`; undefined for a text of another shape (a Local Zone, a zone id). */
export function regionOfZone(zone: string): string | undefined {
  return /^([a-z]{2,4}(?:-[a-z]+)+-\d+)[a-z]$/.exec(zone)?.[1];
}

const partitionPrefixes: readonly (readonly [prefix: string, partition: Partition])[] = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["eusc-", "aws-eusc"],
  ["us-iso-", "aws-iso"],
  ["us-isob-", "aws-iso-b"],
  ["eu-isoe-", "aws-iso-e"],
  ["us-isof-", "aws-iso-f"],
];

/** Told by the region's prefix, so that a region newer than the table has its partition too. */
export function partitionOf(region: string): Partition {
  return partitionPrefixes.find(([prefix]) => region.startsWith(prefix))?.[1] ?? "aws";
}

const dnsSuffixes: Readonly<Record<Partition, string>> = {
  aws: "amazonaws.com",
  "aws-cn": "amazonaws.com.cn",
  "aws-us-gov": "amazonaws.com",
  "aws-eusc": "amazonaws.eu",
  "aws-iso": "c2s.ic.gov",
  "aws-iso-b": "sc2s.sgov.gov",
  "aws-iso-e": "cloud.adc-e.uk",
  "aws-iso-f": "csp.hci.ic.gov",
};

export function dnsSuffixOf(partition: Partition): string {
  return dnsSuffixes[partition];
}

export const partitions = Object.keys(dnsSuffixes) as readonly Partition[];

function lettersOf(table: Readonly<Record<string, string>>, region: string): readonly string[] | undefined {
  return Object.hasOwn(table, region) ? [...(table[region] ?? "")] : undefined;
}
