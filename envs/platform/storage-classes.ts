import { map } from "../../kernel";
import { storageClass, storageClassesInputs } from "../../modules/storage-classes/inputs";
import { StorageClasses } from "../../modules/storage-classes/storage-classes";
import { drainAccess } from "./drain-access";
import type { Part, Place } from "./place";

export const storageClassesInput = map(storageClass, { default: {}, doc: "Storage classes by name.", rules: storageClassesInputs.classes.meta.rules });
export const snapshotClassesInput = storageClassesInputs.snapshotClasses;
export const volumeDrainInput = storageClassesInputs.drain;

/** Storage classes, once the drivers are there. */
export function storageClasses({ stack, environment, cluster, ready }: Place): Part | undefined {
  const { storageClasses: classes, snapshotClasses, volumeDrain } = environment.platform!;
  if (Object.keys({ ...classes, ...snapshotClasses }).length === 0) return undefined;
  return new StorageClasses(stack, "storage_classes", { clusterName: cluster.name, region: environment.region, classes, snapshotClasses, drain: drainAccess(volumeDrain, environment), ready });
}
