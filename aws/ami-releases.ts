import { type AmiType, amiTypes } from "./ami-types";

/**
 * Public parameters of Systems Manager that hold the newest release of an image, with `%s` for the Kubernetes version.
 * Those of Windows are JSON with a field release_version.
 * Sources, read 2026-11-21: https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html, retrieve-ami-id-bottlerocket.html and
 * retrieve-windows-ami-id.html; names of release parameters from node_groups.tf of terraform-aws-modules/terraform-aws-eks v21.19.0.
 */
export const releaseParameters: Readonly<Record<string, string>> = Object.fromEntries(
  (amiTypes as readonly AmiType[]).flatMap((type) => {
    const parameter = type.ended === undefined ? parameterOf(type) : undefined;
    return parameter === undefined ? [] : [[type.amiType, parameter]];
  }),
);

function parameterOf({ family, architecture, accelerator, fips, release }: AmiType): string | undefined {
  if (family === "al2023") return `/aws/service/eks/optimized-ami/%s/amazon-linux-2023/${architecture}/${accelerator ?? "standard"}/recommended/release_version`;
  const windows = { "windows-core": "Core", "windows-full": "Full" }[family as string];
  if (windows !== undefined) return `/aws/service/ami-windows-latest/Windows_Server-${release}-English-${windows}-EKS_Optimized-%s`;
  if (family !== "bottlerocket") return undefined;
  const variant = `${accelerator === undefined ? "" : `-${accelerator}`}${fips ? "-fips" : ""}`;
  return `/aws/service/bottlerocket/aws-k8s-%s${variant}/${architecture}/latest/image_version`;
}
