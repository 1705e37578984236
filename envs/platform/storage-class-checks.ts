import type { Problem } from "../../kernel";
import { isRecord, join } from "../../kernel/check";
import { settingsOf } from "../addon-settings";
import type { CheckedEnvironment } from "../environment";
import type { ReadableEnvironment } from "../readable";
import { nodeZones } from "../subnets";

type Class = NonNullable<CheckedEnvironment["platform"]>["storageClasses"][string];

const ebsAddon = "aws-ebs-csi-driver";
const efsAddon = "aws-efs-csi-driver";

/** A class whose driver is missing makes no volume, and its claims wait without a word. */
export function storageClassProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const declared = Object.entries(environment.platform?.storageClasses ?? {}).map(([name, storage]) => [join(`${path}.storageClasses`, name), storage] as const);
  return declared.flatMap(([at, storage]) => [...driverProblems(at, storage, environment), ...keyProblems(at, storage, environment), ...zoneProblems(at, storage, environment), ...defaultProblems(at, storage, environment)]);
}

function driverProblems(path: string, { ebs, efs }: Class, { addons, cluster }: ReadableEnvironment): Problem[] {
  const autoMode = cluster?.autoMode != null;
  if (ebs?.driver === "ebs.csi.eks.amazonaws.com") {
    if (cluster === undefined || autoMode) return [];
    return [{ path: `${path}.ebs.driver`, expected: "ebs.csi.aws.com", got: ebs.driver, why: "the other one is in Auto Mode only", suggestion: "ebs.csi.aws.com", rule: "storage-driver" }];
  }
  const wanted = efs === null ? ebsAddon : efsAddon;
  if (addons === undefined || wanted in addons) return [];
  const way = efs === null && autoMode ? { why: "the nodes of Auto Mode know ebs.csi.eks.amazonaws.com", suggestion: "ebs.csi.eks.amazonaws.com" } : { why: "without its driver the class makes no volume" };
  return [{ path: efs === null ? `${path}.ebs.driver` : `${path}.efs`, expected: `${wanted} among the add-ons`, got: Object.keys(addons), ...way, rule: "storage-driver" }];
}

/** The driver's role is made here, and may use the keys that it is told. A given role is its owner's. */
function keyProblems(path: string, { ebs }: Class, { addons }: ReadableEnvironment): Problem[] {
  const driver = addons?.[ebsAddon];
  if (ebs?.kmsKey == null || driver === undefined || driver.role !== null || ebs.driver !== "ebs.csi.aws.com") return [];
  const allowed = driver.permissions?.volumeKeys?.arns ?? [];
  if (allowed.includes(ebs.kmsKey.arn)) return [];
  return [{ path: `${path}.ebs.kmsKey.arn`, expected: `one of addons.${ebsAddon}.permissions.volumeKeys.arns`, got: ebs.kmsKey.arn, why: "the driver's role may use no other key", rule: "storage-key-permission" }];
}

function zoneProblems(path: string, { ebs }: Class, environment: ReadableEnvironment): Problem[] {
  const zones = nodeZones(environment);
  if (zones.length === 0) return [];
  const strangers = (ebs?.zones ?? []).filter((zone) => !zones.includes(zone));
  return strangers.map((zone) => ({ path: `${path}.ebs.zones`, expected: `zones of the nodes (${zones.join(", ")})`, got: zone, rule: "storage-class-zone" }));
}

/** The add-on can make a default class of its own, beside those that are declared. */
function defaultProblems(path: string, storage: Class, { addons }: ReadableEnvironment): Problem[] {
  const own = settingsOf(addons?.[ebsAddon])["defaultStorageClass"];
  if (!storage.default || !isRecord(own) || own["enabled"] !== true) return [];
  return [{ path: `${path}.default`, expected: "at most one default storage class", got: true, why: `the settings of ${ebsAddon} make one too`, rule: "default-storage-class" }];
}
