import { fromVariables, type ModuleDefinition } from "../../kernel";
import { customResourcesAbout } from "./about";
import { CustomResources } from "./custom-resources";
import { customResourcesInputs } from "./inputs";

export const customResourcesModule: ModuleDefinition = {
  name: "custom-resources",
  doc: "Objects of kinds that Kubernetes itself does not have, such as NodePool or VolumeSnapshotClass, through a small Helm chart in the module: a plan needs neither the cluster nor their definitions.",
  about: customResourcesAbout,
  inputs: customResourcesInputs,
  build: (scope) => void new CustomResources(scope, "custom_resources", fromVariables),
  example: `releases = {
  snapshots = {
    manifests = [yamlencode({
      apiVersion     = "snapshot.storage.k8s.io/v1"
      kind           = "VolumeSnapshotClass"
      metadata       = { name = "ebs" }
      driver         = "ebs.csi.aws.com"
      deletionPolicy = "Delete"
    })]
  }
}`,
  complete: `releases = {
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
}`,
  tests: {
    mocks: {},
    smallest: {
      "a release of the module's own chart": 'endswith(helm_release.this["snapshots"].chart, "/charts/custom-resources")',
      "with the manifest as it was written": 'yamldecode(helm_release.this["snapshots"].values[0]).manifests[0].driver == "ebs.csi.aws.com"',
    },
    complete: {
      "a release for each key": 'keys(module.custom_resources.namespaces) == ["database-secret", "node-pools"]',
      "in its namespace": 'module.custom_resources.namespaces["database-secret"] == "shop"',
    },
    plans: {
      "a manifest without a name is refused": { given: 'releases = { a = { manifests = ["{apiVersion: v1, kind: ConfigMap}"] } }', refusedBy: "var.releases" },
      "one object in two releases is refused": {
        given: 'releases = {\n  a = { manifests = ["{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"] }\n  b = { manifests = ["{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}"] }\n}',
        refusedBy: "var.releases",
      },
      "a cluster-wide object in a namespace is refused": {
        given: 'releases = { a = { manifests = ["{apiVersion: karpenter.sh/v1, kind: NodePool, metadata: {name: a, namespace: b}}"] } }',
        refusedBy: "var.releases",
      },
    },
  },
};
