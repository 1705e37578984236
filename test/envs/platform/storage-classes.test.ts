import type { Environment } from "../../../envs/environment";
import { qaWith, refusals } from "../example";
import { stackOf } from "../stack";

const key = "arn:aws:kms:us-east-1:444444444444:key/00000000-0000-4000-8000-000000000000";
const ebs = (change: object = {}) => ({ reclaimPolicy: "Delete", ebs: change });
const efs = { reclaimPolicy: "Delete", efs: { fileSystemId: "fs-0123456789abcdef0" } };
const basics = { "vpc-cni": {}, "kube-proxy": {}, coredns: {} };
const withAddons = (addons: object, storageClasses: object) => qaWith({ addons: { ...basics, ...addons }, platform: { storageClasses } });
const driver = { "aws-ebs-csi-driver": { identity: "irsa" } };
const at = "envs/qa/environment.ts platform.storageClasses";

it.each<readonly [string, Environment, string]>([
  ["EBS without its driver", withAddons({}, { a: ebs() }), `${at}.a.ebs.driver: expected aws-ebs-csi-driver among the add-ons, got ["vpc-cni","kube-proxy","coredns"]; without its driver the class makes no volume   [storage-driver]`],
  ["EFS without its driver", withAddons(driver, { a: efs }), `${at}.a.efs: expected aws-efs-csi-driver among the add-ons, got ["vpc-cni","kube-proxy","coredns","aws-ebs-csi-driver"]; without its driver the class makes no volume   [storage-driver]`],
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
