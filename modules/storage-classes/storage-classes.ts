import { StorageClassV1 } from "@cdktf/provider-kubernetes/lib/storage-class-v1";
import { bind, blockWhen, call, commented, Construct, type Expr, type GivenInputs, type Handle, type Handles, outputs, present, project, resource, some, tf, where } from "../../kernel";
import { drainBeforeDestroy } from "../drain";
import { deletedByDriver } from "./deleted-by-driver";
import { drainedVolumes } from "./drained";
import { storageClassesInputs } from "./inputs";
import type { StorageClassesRef } from "./refs";
import { snapshotClasses } from "./snapshot-classes";

type Inputs = Handles<typeof storageClassesInputs>;
type Classes = ReturnType<typeof classesOf>;

/** Storage classes of EBS and EFS, and classes of volume snapshots. */
export class StorageClasses extends Construct implements StorageClassesRef {
  readonly names: Expr<Readonly<Record<string, string>>>;
  readonly ready: Expr<readonly string[]>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof storageClassesInputs>) {
    super(scope, id);
    const inputs = bind(this, storageClassesInputs, given);
    const ebs = ebsClasses(this, inputs);
    const all = [ebs, efsClasses(this, inputs)];
    const snapshots = snapshotClasses(this, inputs);
    const drain = drainBeforeDestroy(this, drainedVolumes, inputs, [ebs, snapshots]);

    this.names = call("merge", ...all.map((classes) => project(classes, (_, made) => tf<string>`${made}.metadata[0].name`, loopNames)));
    this.ready = call("concat", ...[...all, snapshots].map((classes) => tf`values(${classes})[*].id`), [drain.id]);
    outputs(this, {
      storageClassNames: { value: this.names, doc: "Names of the classes, by name: to read one is to wait for it." },
      snapshotClassNames: { value: project(snapshots, (name) => name, ["name", "release"]), doc: "Names of the classes of snapshots, by name." },
      ready: { value: this.ready, doc: "Ids that are known when the classes are there. What waits for them is destroyed while volumes are still waited for." },
    });
  }
}

const loopNames = ["name", "class"] as const;

function classesOf({ classes }: Inputs, kind: "ebs" | "efs") {
  return where(classes, (_, declared) => present(declared[kind]), loopNames);
}

function ebsClasses(scope: Construct, inputs: Inputs) {
  const classes = classesOf(inputs, "ebs");
  const ebs = some(classes.each.value.ebs);
  return resource(StorageClassV1, scope, "ebs", {
    ...common(inputs, classes),
    storageProvisioner: ebs.driver,
    parameters: call(
      "merge",
      {
        type: tf`${ebs.io2} != null ? "io2" : "gp3"`,
        encrypted: tf`tostring(${ebs.unencrypted} == null)`,
        "csi.storage.k8s.io/fstype": ebs.fileSystem,
      },
      onlyWith(ebs.gp3, ({ iops, throughputMibs }) => ({ iops: tf`tostring(${iops})`, throughput: tf`tostring(${throughputMibs})` })),
      onlyWith(ebs.io2, ({ iops }) => ({ iops: tf`tostring(${iops})` })),
      onlyWith(ebs.kmsKey, ({ arn }) => ({ kmsKeyId: arn })),
      deletedByDriver(classes.each.value.reclaimPolicy, ebs.driver, inputs.clusterName),
    ),
    allowVolumeExpansion: ebs.expandable,
    allowedTopologies: blockWhen(present(ebs.zones), { matchLabelExpressions: [{ key: "topology.kubernetes.io/zone", values: some(ebs.zones) }] }),
  });
}

function efsClasses(scope: Construct, inputs: Inputs) {
  const classes = classesOf(inputs, "efs");
  const efs = some(classes.each.value.efs);
  return resource(StorageClassV1, scope, "efs", {
    ...common(inputs, classes),
    storageProvisioner: "efs.csi.aws.com",
    parameters: call(
      "merge",
      { provisioningMode: "efs-ap", fileSystemId: efs.fileSystemId, directoryPerms: efs.directoryPermissions },
      onlyWith(efs.basePath, (basePath) => ({ basePath })),
      onlyWith(efs.gidRange, ({ start, end }) => ({ gidRangeStart: tf`tostring(${start})`, gidRangeEnd: tf`tostring(${end})` })),
    ),
    allowVolumeExpansion: commented(false, "A file system has no size that could grow."),
  });
}

/** What a class of either kind says. */
function common({ ready }: Inputs, classes: Classes) {
  const { key, value: declared } = classes.each;
  return {
    forEach: classes,
    metadata: { name: key, annotations: { "storageclass.kubernetes.io/is-default-class": tf`tostring(${declared.default})` } },
    reclaimPolicy: declared.reclaimPolicy,
    volumeBindingMode: declared.bindingMode,
    mountOptions: tf<readonly string[]>`length(${declared.mountOptions}) > 0 ? ${declared.mountOptions} : null`,
    dependsOn: [ready],
  };
}

/** Parameters that are there when `optional` is. */
function onlyWith<T>(optional: Expr<T>, parameters: (value: Handle<NonNullable<T>>) => object): Expr<unknown> {
  return tf`${optional} == null ? {} : ${parameters(optional as never)}`;
}
