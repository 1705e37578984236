import { releaseParameters } from "../../aws/ami-releases";
import { type AmiType, amiTypes } from "../../aws/ami-types";

it("every image that AWS still makes has a parameter, and no two have the same", () => {
  const alive = (amiTypes as readonly AmiType[]).filter((type) => type.ended === undefined && type.family !== "custom").map(({ amiType }) => amiType);
  expect(Object.keys(releaseParameters)).toEqual(alive);
  expect(new Set(Object.values(releaseParameters)).size).toBe(alive.length);
});

// As AWS's pages spell them: retrieve-ami-id, retrieve-ami-id-bottlerocket and retrieve-windows-ami-id of the user guide.
it.each([
  ["AL2023_x86_64_STANDARD", "/aws/service/eks/optimized-ami/%s/amazon-linux-2023/x86_64/standard/recommended/release_version"],
  ["AL2023_ARM_64_NVIDIA", "/aws/service/eks/optimized-ami/%s/amazon-linux-2023/arm64/nvidia/recommended/release_version"],
  ["BOTTLEROCKET_ARM_64", "/aws/service/bottlerocket/aws-k8s-%s/arm64/latest/image_version"],
  ["BOTTLEROCKET_x86_64_FIPS", "/aws/service/bottlerocket/aws-k8s-%s-fips/x86_64/latest/image_version"],
  ["WINDOWS_CORE_2022_x86_64", "/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-EKS_Optimized-%s"],
  ["WINDOWS_FULL_2019_x86_64", "/aws/service/ami-windows-latest/Windows_Server-2019-English-Full-EKS_Optimized-%s"],
])("the newest %s stands in %s", (amiType, parameter) => {
  expect(releaseParameters[amiType]).toBe(parameter);
});
