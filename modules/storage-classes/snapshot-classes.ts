import { Release } from "@cdktf/provider-helm/lib/release";
import { call, type Construct, type Handles, present, resource, some, template, tf } from "../../kernel";
import { customResources } from "../custom-resource-chart";
import { releaseArguments } from "../helm-release";
import { deletedByDriver } from "./deleted-by-driver";
import type { storageClassesInputs } from "./inputs";

/** A release for each class, so that one more changes no other. */
export function snapshotClasses(scope: Construct, { clusterName, snapshotClasses: classes, ready }: Handles<typeof storageClassesInputs>) {
  const { key: name, value: declared } = classes.each;
  const zones = some(declared.fastRestoreZones);
  const manifest = {
    apiVersion: "snapshot.storage.k8s.io/v1",
    kind: "VolumeSnapshotClass",
    metadata: { name, annotations: { "snapshot.storage.kubernetes.io/is-default-class": tf`tostring(${declared.default})` } },
    driver: declared.driver,
    deletionPolicy: declared.deletionPolicy,
    parameters: call(
      "merge",
      tf`{ for key, value in ${declared.tags} : "tagSpecification_\${key}" => "\${key}=\${value}" }`,
      deletedByDriver(declared.deletionPolicy, declared.driver, clusterName),
      tf`${present(declared.fastRestoreZones)} ? ${{ fastSnapshotRestoreAvailabilityZones: call("join", ",", zones) }} : {}`,
    ),
  };
  return resource(Release, scope, "snapshot_classes", {
    forEach: classes,
    ...releaseArguments({ name: template`snapshot-class-${name}`, namespace: "kube-system", timeoutMinutes: 5, ...customResources(scope, [manifest]) }),
    dependsOn: [ready],
  });
}
