/**
 * AMI types of managed node groups.
 * Sources, read 2026-11-21: EKS API model (botocore 1.44.5), enum AMITypes;
 * https://docs.aws.amazon.com/eks/latest/userguide/eks-ami-deprecation-faqs.html for the end of Amazon Linux 2; accepted values of
 * Terraform's AWS provider 5.100.0 from its own validation.
 */
export type AmiFamily = "al2" | "al2023" | "bottlerocket" | "windows-core" | "windows-full" | "custom";

export interface AmiType {
  readonly amiType: string;
  readonly family: AmiFamily;
  /** Undefined for CUSTOM: the launch template's image decides. */
  readonly architecture: "x86_64" | "arm64" | undefined;
  /** What its drivers serve; on other accelerators the plain image runs and they lie idle. */
  readonly accelerator?: "nvidia" | "neuron";
  readonly fips?: true;
  /** Windows only. */
  readonly release?: "2019" | "2022" | "2025";
  /** The last Kubernetes version with images, and the day on which AWS stopped making them. */
  readonly ended?: { readonly lastKubernetes: string; readonly on: string };
  /** Refused by the validation of AWS provider 5.100.0 (tested). */
  readonly newerThanProviderFloor?: true;
}

const al2Ended = { lastKubernetes: "1.32", on: "2025-11-26" } as const;

export const amiTypes = [
  { amiType: "AL2023_x86_64_STANDARD", family: "al2023", architecture: "x86_64" },
  { amiType: "AL2023_ARM_64_STANDARD", family: "al2023", architecture: "arm64" },
  { amiType: "AL2023_x86_64_NVIDIA", family: "al2023", architecture: "x86_64", accelerator: "nvidia" },
  { amiType: "AL2023_ARM_64_NVIDIA", family: "al2023", architecture: "arm64", accelerator: "nvidia" },
  { amiType: "AL2023_x86_64_NEURON", family: "al2023", architecture: "x86_64", accelerator: "neuron" },
  { amiType: "BOTTLEROCKET_x86_64", family: "bottlerocket", architecture: "x86_64" },
  { amiType: "BOTTLEROCKET_ARM_64", family: "bottlerocket", architecture: "arm64" },
  { amiType: "BOTTLEROCKET_x86_64_FIPS", family: "bottlerocket", architecture: "x86_64", fips: true },
  { amiType: "BOTTLEROCKET_ARM_64_FIPS", family: "bottlerocket", architecture: "arm64", fips: true },
  { amiType: "BOTTLEROCKET_x86_64_NVIDIA", family: "bottlerocket", architecture: "x86_64", accelerator: "nvidia" },
  { amiType: "BOTTLEROCKET_ARM_64_NVIDIA", family: "bottlerocket", architecture: "arm64", accelerator: "nvidia" },
  { amiType: "BOTTLEROCKET_x86_64_NVIDIA_FIPS", family: "bottlerocket", architecture: "x86_64", accelerator: "nvidia", fips: true, newerThanProviderFloor: true },
  { amiType: "BOTTLEROCKET_ARM_64_NVIDIA_FIPS", family: "bottlerocket", architecture: "arm64", accelerator: "nvidia", fips: true, newerThanProviderFloor: true },
  { amiType: "WINDOWS_CORE_2019_x86_64", family: "windows-core", architecture: "x86_64", release: "2019" },
  { amiType: "WINDOWS_FULL_2019_x86_64", family: "windows-full", architecture: "x86_64", release: "2019" },
  { amiType: "WINDOWS_CORE_2022_x86_64", family: "windows-core", architecture: "x86_64", release: "2022" },
  { amiType: "WINDOWS_FULL_2022_x86_64", family: "windows-full", architecture: "x86_64", release: "2022" },
  { amiType: "WINDOWS_CORE_2025_x86_64", family: "windows-core", architecture: "x86_64", release: "2025", newerThanProviderFloor: true },
  { amiType: "WINDOWS_FULL_2025_x86_64", family: "windows-full", architecture: "x86_64", release: "2025", newerThanProviderFloor: true },
  { amiType: "AL2_x86_64", family: "al2", architecture: "x86_64", ended: al2Ended },
  { amiType: "AL2_x86_64_GPU", family: "al2", architecture: "x86_64", accelerator: "nvidia", ended: al2Ended },
  { amiType: "AL2_ARM_64", family: "al2", architecture: "arm64", ended: al2Ended },
  { amiType: "CUSTOM", family: "custom", architecture: undefined },
] as const satisfies readonly AmiType[];

export type AmiTypeName = (typeof amiTypes)[number]["amiType"];

/** The facts of one AMI type, or undefined for a name that EKS does not know. */
export function amiType(name: string): AmiType | undefined {
  return amiTypes.find((known) => known.amiType === name);
}

export interface AmiChoice {
  readonly fips?: boolean;
  /** Which Windows; the newest that every supported provider takes when not said. */
  readonly release?: "2019" | "2022" | "2025";
}

/** The AMI type of a family for an architecture and an accelerator; undefined when AWS makes none. */
export function amiTypeFor(
  family: Exclude<AmiFamily, "custom">,
  architecture: "x86_64" | "arm64",
  accelerator?: "nvidia" | "neuron",
  { fips = false, release = "2022" }: AmiChoice = {},
): AmiTypeName | undefined {
  const known: readonly (AmiType & { readonly amiType: AmiTypeName })[] = amiTypes;
  return known.find(
    (type) =>
      type.family === family &&
      type.architecture === architecture &&
      type.accelerator === accelerator &&
      (type.fips ?? false) === fips &&
      (type.release === undefined || type.release === release),
  )?.amiType;
}

/** Images by the words that people say; architecture and drivers follow from the instance types. */
export const imageFamilies = {
  al2023: { family: "al2023" },
  bottlerocket: { family: "bottlerocket" },
  "bottlerocket-fips": { family: "bottlerocket", fips: true },
  "windows-core-2019": { family: "windows-core", release: "2019" },
  "windows-full-2019": { family: "windows-full", release: "2019" },
  "windows-core-2022": { family: "windows-core", release: "2022" },
  "windows-full-2022": { family: "windows-full", release: "2022" },
  "windows-core-2025": { family: "windows-core", release: "2025" },
  "windows-full-2025": { family: "windows-full", release: "2025" },
} as const satisfies Readonly<Record<string, AmiChoice & { readonly family: Exclude<AmiFamily, "custom"> }>>;

export type ImageFamily = keyof typeof imageFamilies;
