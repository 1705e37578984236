import type { Problem } from "../../kernel";
import { isRecord, join } from "../../kernel/check";
import { settingsOf } from "../addon-settings";
import type { CheckedEnvironment } from "../environment";
import type { ReadableEnvironment } from "../readable";
import { nodeZones } from "../subnets";

type Class = NonNullable<CheckedEnvironment["platform"]>["storageClasses"][string];
type Driver = NonNullable<Class["ebs"]>["driver"];

const ebsAddon = "aws-ebs-csi-driver";
const efsAddon = "aws-efs-csi-driver";
const snapshotAddon = "snapshot-controller";
const autoDriver = "ebs.csi.eks.amazonaws.com";
const noVolume = "without its driver the class makes nothing";

/** A class whose driver is missing makes no volume, and its claims wait without a word. */
export function storageClassProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const declared = Object.entries(environment.platform?.storageClasses ?? {}).map(([name, storage]) => [join(`${path}.storageClasses`, name), storage] as const);
  return declared.flatMap(([at, storage]) => [...driverProblems(at, storage, environment), ...keyProblems(at, storage, environment), ...zoneProblems(at, storage, environment), ...defaultProblems(at, storage, environment)]);
}

/** What snapshots are taken of, and by whom: both bring kinds of their own to the cluster. */
export function snapshotClassProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const { addons, platform } = environment;
  const declared = Object.entries(platform?.snapshotClasses ?? {});
  const drivers = declared.flatMap(([name, { driver }]) => ebsDriverProblems(join(`${path}.snapshotClasses`, name), driver, environment));
  if (declared.length === 0 || addons === undefined || snapshotAddon in addons) return drivers;
  return [...drivers, { path: `${path}.snapshotClasses`, expected: `${snapshotAddon} among the add-ons`, got: Object.keys(addons), why: "without it the cluster does not know VolumeSnapshotClass", rule: "snapshot-controller" }];
}

function driverProblems(path: string, { ebs, efs }: Class, environment: ReadableEnvironment): Problem[] {
  if (ebs != null) return ebsDriverProblems(`${path}.ebs`, ebs.driver, environment);
  const { addons } = environment;
  if (efs === null || addons === undefined || efsAddon in addons) return [];
  return [{ path: `${path}.efs`, expected: `${efsAddon} among the add-ons`, got: Object.keys(addons), why: noVolume, rule: "storage-driver" }];
}

function ebsDriverProblems(path: string, driver: Driver, { addons, cluster }: ReadableEnvironment): Problem[] {
  const autoMode = cluster?.autoMode != null;
  const at = `${path}.driver`;
  if (driver === autoDriver) {
    if (cluster === undefined || autoMode) return [];
    return [{ path: at, expected: "ebs.csi.aws.com", got: driver, why: "the other one is in Auto Mode only", suggestion: "ebs.csi.aws.com", rule: "storage-driver" }];
  }
  if (addons === undefined || ebsAddon in addons) return [];
  const way = autoMode ? { why: `the nodes of Auto Mode know ${autoDriver}`, suggestion: autoDriver } : { why: noVolume };
  return [{ path: at, expected: `${ebsAddon} among the add-ons`, got: Object.keys(addons), ...way, rule: "storage-driver" }];
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
