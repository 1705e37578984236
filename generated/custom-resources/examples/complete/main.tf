module "custom_resources" {
  source = "../.."

  releases = {
    # Both change together, because they are one release.
    node-pools = {
      manifests = [
        yamlencode({
          apiVersion = "karpenter.k8s.aws/v1"
          kind       = "EC2NodeClass"
          metadata   = { name = "general" }
          spec = {
            role                       = "eks-example-node"
            amiSelectorTerms           = [{ alias = "bottlerocket@v1.49.0" }]
            subnetSelectorTerms        = [{ tags = { "karpenter.sh/discovery" = "eks-example" } }]
            securityGroupSelectorTerms = [{ tags = { "karpenter.sh/discovery" = "eks-example" } }]
          }
        }),
        yamlencode({
          apiVersion = "karpenter.sh/v1"
          kind       = "NodePool"
          metadata   = { name = "general" }
          spec = {
            limits = { cpu = "64" }
            template = {
              spec = {
                nodeClassRef = { group = "karpenter.k8s.aws", kind = "EC2NodeClass", name = "general" }
                requirements = [
                  { key = "karpenter.sh/capacity-type", operator = "In", values = ["spot", "on-demand"] },
                ]
              }
            }
          }
        }),
      ]

      # Karpenter empties the nodes of a pool before it lets it go.
      timeout_minutes = 30
    }

    # Stands in the namespace of the release.
    database-secret = {
      namespace = "shop"
      manifests = [
        <<-YAML
        apiVersion: secrets-store.csi.x-k8s.io/v1
        kind: SecretProviderClass
        metadata:
          name: database
        spec:
          provider: aws
          parameters:
            objects: |
              - objectName: shop/database
                objectType: secretsmanager
        YAML
      ]
    }
  }
}
