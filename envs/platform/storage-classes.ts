import { map } from "../../kernel";
import { storageClass, storageClassesInputs } from "../../modules/storage-classes/inputs";
import { StorageClasses } from "../../modules/storage-classes/storage-classes";
import type { Part, Place } from "./place";

export const storageClassesInput = map(storageClass, { default: {}, doc: "Storage classes by name.", rules: storageClassesInputs.classes.meta.rules });

/** Storage classes, once the drivers are there. */
export function storageClasses({ stack, environment, ready }: Place): Part | undefined {
  const { storageClasses: classes } = environment.platform!;
  return Object.keys(classes).length === 0 ? undefined : new StorageClasses(stack, "storage_classes", { classes, ready });
}
