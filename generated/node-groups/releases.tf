locals {
  release_parameters = {
    AL2023_x86_64_STANDARD          = "/aws/service/eks/optimized-ami/%s/amazon-linux-2023/x86_64/standard/recommended/release_version"
    AL2023_ARM_64_STANDARD          = "/aws/service/eks/optimized-ami/%s/amazon-linux-2023/arm64/standard/recommended/release_version"
    AL2023_x86_64_NVIDIA            = "/aws/service/eks/optimized-ami/%s/amazon-linux-2023/x86_64/nvidia/recommended/release_version"
    AL2023_ARM_64_NVIDIA            = "/aws/service/eks/optimized-ami/%s/amazon-linux-2023/arm64/nvidia/recommended/release_version"
    AL2023_x86_64_NEURON            = "/aws/service/eks/optimized-ami/%s/amazon-linux-2023/x86_64/neuron/recommended/release_version"
    BOTTLEROCKET_x86_64             = "/aws/service/bottlerocket/aws-k8s-%s/x86_64/latest/image_version"
    BOTTLEROCKET_ARM_64             = "/aws/service/bottlerocket/aws-k8s-%s/arm64/latest/image_version"
    BOTTLEROCKET_x86_64_FIPS        = "/aws/service/bottlerocket/aws-k8s-%s-fips/x86_64/latest/image_version"
    BOTTLEROCKET_ARM_64_FIPS        = "/aws/service/bottlerocket/aws-k8s-%s-fips/arm64/latest/image_version"
    BOTTLEROCKET_x86_64_NVIDIA      = "/aws/service/bottlerocket/aws-k8s-%s-nvidia/x86_64/latest/image_version"
    BOTTLEROCKET_ARM_64_NVIDIA      = "/aws/service/bottlerocket/aws-k8s-%s-nvidia/arm64/latest/image_version"
    BOTTLEROCKET_x86_64_NVIDIA_FIPS = "/aws/service/bottlerocket/aws-k8s-%s-nvidia-fips/x86_64/latest/image_version"
    BOTTLEROCKET_ARM_64_NVIDIA_FIPS = "/aws/service/bottlerocket/aws-k8s-%s-nvidia-fips/arm64/latest/image_version"
    WINDOWS_CORE_2019_x86_64        = "/aws/service/ami-windows-latest/Windows_Server-2019-English-Core-EKS_Optimized-%s"
    WINDOWS_FULL_2019_x86_64        = "/aws/service/ami-windows-latest/Windows_Server-2019-English-Full-EKS_Optimized-%s"
    WINDOWS_CORE_2022_x86_64        = "/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-EKS_Optimized-%s"
    WINDOWS_FULL_2022_x86_64        = "/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-EKS_Optimized-%s"
    WINDOWS_CORE_2025_x86_64        = "/aws/service/ami-windows-latest/Windows_Server-2025-English-Core-EKS_Optimized-%s"
    WINDOWS_FULL_2025_x86_64        = "/aws/service/ami-windows-latest/Windows_Server-2025-English-Full-EKS_Optimized-%s"
  }

  # The parameter of a Windows image is a JSON document, any other the release itself.
  releases = {
    for key, parameter in data.aws_ssm_parameter.release : key => try(
      jsondecode(parameter.insecure_value).release_version,
      parameter.insecure_value
    )
  }
}

data "aws_ssm_parameter" "release" {
  for_each = { for key, group in local.groups : key => group if group.latest_release != null }

  name = format(
    local.release_parameters[each.value.ami_type],
    coalesce(each.value.kubernetes_version, var.kubernetes_version)
  )
}
