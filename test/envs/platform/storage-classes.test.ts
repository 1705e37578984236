import type { Environment } from "../../../envs/environment";
import { qaWith, refusals, warnings } from "../example";
import { stackOf } from "../stack";

const key = "arn:aws:kms:us-east-1:444444444444:key/00000000-0000-4000-8000-000000000000";
const ebs = (change: object = {}) => ({ reclaimPolicy: "Delete", ebs: change });
const efs = { reclaimPolicy: "Delete", efs: { fileSystemId: "fs-0123456789abcdef0" } };
const basics = { "vpc-cni": {}, "kube-proxy": {}, coredns: {} };
const withAddons = (addons: object, storageClasses: object) => qaWith({ addons: { ...basics, ...addons }, platform: { storageClasses } });
const driver = { "aws-ebs-csi-driver": { identity: "irsa" } };
const at = "envs/qa/environment.ts platform.storageClasses";

it.each<readonly [string, Environment, string]>([
  ["EBS without its driver", withAddons({}, { a: ebs() }), `${at}.a.ebs.driver: expected aws-ebs-csi-driver among the add-ons, got ["vpc-cni","kube-proxy","coredns"]; without its driver the class makes nothing   [storage-driver]`],
  ["EFS without its driver", withAddons(driver, { a: efs }), `${at}.a.efs: expected aws-efs-csi-driver among the add-ons, got ["vpc-cni","kube-proxy","coredns","aws-ebs-csi-driver"]; without its driver the class makes nothing   [storage-driver]`],
  ["the driver of Auto Mode without it", withAddons({}, { a: ebs({ driver: "ebs.csi.eks.amazonaws.com" }) }), `${at}.a.ebs.driver: expected ebs.csi.aws.com, got "ebs.csi.eks.amazonaws.com"; the other one is in Auto Mode only; try "ebs.csi.aws.com"   [storage-driver]`],
  ["a key that the driver may not use", withAddons(driver, { a: ebs({ kmsKey: { arn: key } }) }), `${at}.a.ebs.kmsKey.arn: expected one of addons.aws-ebs-csi-driver.permissions.volumeKeys.arns, got ${JSON.stringify(key)}; the driver's role may use no other key   [storage-key-permission]`],
  ["a zone without nodes", withAddons(driver, { a: ebs({ zones: ["us-east-1f"] }) }), `${at}.a.ebs.zones: expected zones of the nodes (us-east-1a, us-east-1b), got "us-east-1f"   [storage-class-zone]`],
  [
    "a default beside that of the add-on",
    withAddons({ "aws-ebs-csi-driver": { identity: "irsa", configuration: { defaultStorageClass: { enabled: true } } } }, { a: { ...ebs(), default: true } }),
    `${at}.a.default: expected at most one default storage class, got true; the settings of aws-ebs-csi-driver make one too   [default-storage-class]`,
  ],
])("%s is refused", (_, environment, sentence) => {
  expect(refusals(environment)).toEqual([sentence]);
});

const withSnapshots = (addons: object, snapshotClasses: object) => qaWith({ addons: { ...basics, ...addons }, platform: { snapshotClasses } });
const snapshots = "envs/qa/environment.ts platform.snapshotClasses";
const controller = { "snapshot-controller": {} };

it.each<readonly [string, Environment, readonly string[]]>([
  ["without the controller", withSnapshots(driver, { a: { deletionPolicy: "Delete" } }), [`${snapshots}: expected snapshot-controller among the add-ons, got ["vpc-cni","kube-proxy","coredns","aws-ebs-csi-driver"]; without it the cluster does not know VolumeSnapshotClass   [snapshot-controller]`]],
  ["without the driver", withSnapshots(controller, { a: { deletionPolicy: "Delete" } }), [`${snapshots}.a.driver: expected aws-ebs-csi-driver among the add-ons, got ["vpc-cni","kube-proxy","coredns","snapshot-controller"]; without its driver the class makes nothing   [storage-driver]`]],
  ["with both", withSnapshots({ ...driver, ...controller }, { a: { deletionPolicy: "Delete" } }), []],
])("classes of snapshots %s", (_, environment, sentences) => {
  expect(refusals(environment)).toEqual(sentences);
});

it("a destroy that needs the aws command where there may be none is warned of", () => {
  const told = (platform: object) => warnings(qaWith({ addons: { ...basics, ...driver }, platform: { access: { token: {} }, ...platform } })).filter((sentence) => sentence.includes("volume-drain"));
  expect(told({ storageClasses: { a: ebs() } })).toEqual([
    `envs/qa/environment.ts platform.volumeDrain: expected null, or the aws command where Terraform runs, got {"timeoutMinutes":15,"profile":null,"roleArn":null}; platform.access.token is for workers without it, and there a destroy would stop   [volume-drain]`,
  ]);
  expect([told({ storageClasses: { a: ebs() }, volumeDrain: null }), told({})]).toEqual([[], []]);
});

it("a destroy empties namespaces, then waits for volumes with the credentials of the deploy, then takes classes and drivers away", () => {
  const platform = { access: { exec: { profile: "deploy" } }, namespaces: { a: {} }, storageClasses: { a: ebs() }, snapshotClasses: { b: { deletionPolicy: "Delete" } } };
  const stack = stackOf(qaWith({ addons: { ...basics, ...driver, ...controller }, platform }));
  const { terraform_data: data, kubernetes_namespace_v1: namespaces, helm_release: releases } = stack["resource"];
  expect(namespaces.namespaces_this.depends_on).toContain("terraform_data.storage_classes_drain");
  expect(data.storage_classes_drain.depends_on).toEqual(["kubernetes_storage_class_v1.storage_classes_ebs", "helm_release.storage_classes_snapshot_classes"]);
  expect(releases.storage_classes_snapshot_classes.depends_on).toContain("local.addons_addons");
  expect(stack["variable"].storage_classes.default.drain).toEqual({ timeout_minutes: 15, profile: "deploy", role_arn: null });
});

it("on Auto Mode the driver that its nodes know is suggested", () => {
  const environment = qaWith({ cluster: { ...qaWith({}).cluster, autoMode: {} }, nodeGroups: {}, addons: {}, platform: { storageClasses: { a: ebs() } } });
  expect(refusals(environment)).toEqual([`${at}.a.ebs.driver: expected aws-ebs-csi-driver among the add-ons, got []; the nodes of Auto Mode know ebs.csi.eks.amazonaws.com; try "ebs.csi.eks.amazonaws.com"   [storage-driver]`]);
});

it.each<readonly [string, Environment]>([
  ["a key that the driver may use", withAddons({ "aws-ebs-csi-driver": { identity: "irsa", permissions: { volumeKeys: { arns: [key] } } } }, { a: ebs({ kmsKey: { arn: key } }) })],
  ["a key where the driver's role is its owner's", withAddons({ "aws-ebs-csi-driver": { identity: "irsa", role: { arn: "arn:aws:iam::444444444444:role/ebs" } } }, { a: ebs({ kmsKey: { arn: key } }) })],
  ["both kinds with both drivers", withAddons({ ...driver, "aws-efs-csi-driver": { identity: "irsa" } }, { a: { ...ebs(), default: true }, b: efs })],
])("%s is taken", (_, environment) => {
  expect(refusals(environment)).toEqual([]);
});

it("classes come after nodes and add-ons, and none is made where none is declared", () => {
  const stack = stackOf(withAddons(driver, { a: ebs() }));
  expect(stack["resource"].kubernetes_storage_class_v1.storage_classes_ebs.depends_on).toEqual(expect.arrayContaining(["aws_eks_node_group.node_groups_this", "local.addons_addons"]));
  expect(stackOf(withAddons(driver, {}))["resource"]).not.toHaveProperty("kubernetes_storage_class_v1");
});
