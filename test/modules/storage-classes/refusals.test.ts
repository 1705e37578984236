import type { GivenInputs } from "../../../kernel";
import { storageClassesInputs } from "../../../modules/storage-classes/inputs";
import { storageClassesModule } from "../../../modules/storage-classes/module";
import { StorageClasses } from "../../../modules/storage-classes/storage-classes";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, variableRefusals } from "../cluster/both-bindings";

type Given = GivenInputs<typeof storageClassesInputs>;
const of = (kind: object) => ({ classes: { a: { reclaimPolicy: "Delete", ...kind } } });
const ebs = (change: object) => of({ ebs: change });
const efs = (change: object) => of({ efs: { fileSystemId: "fs-0123456789abcdef0", ...change } });
const named = (name: string) => ({ classes: { [name]: { reclaimPolicy: "Delete", ebs: {} } } });
const snapshots = (change: object) => ({ snapshotClasses: { a: { deletionPolicy: "Delete", ...change } } });
const snapshotNamed = (name: string) => ({ snapshotClasses: { [name]: { deletionPolicy: "Delete" } } });
const defaults = (...drivers: readonly string[]) => ({ snapshotClasses: Object.fromEntries(drivers.map((driver, index) => [`a${index}`, { deletionPolicy: "Delete", default: true, driver }])) });
const isDefault = { reclaimPolicy: "Delete", default: true, ebs: {} };
const two = { classes: { a: isDefault, b: { reclaimPolicy: "Delete", ebs: {} }, c: isDefault } };
const key = { arn: "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" };
const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));
const each = "the name of a storage class: lower-case letters, digits, hyphens and dots";

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  ...["Fast", "-fast", "fast_1", ""].map((name) => [named(name), `classes: expected a map in which each key is ${each}, got ${shown(named(name).classes)}   [storage-class-name]`] as const),
  [two, `classes: expected at most one default storage class, got ${shown(two.classes)}; of several, Kubernetes takes the newest   [default-storage-class]`],
  [of({}), `classes.a: expected either ebs or efs, got {"reclaimPolicy":"Delete"}   [storage-kind]`],
  [of({ ebs: {}, efs: { fileSystemId: "fs-01234567" } }), `classes.a: expected either ebs or efs, got ${shown({ reclaimPolicy: "Delete", ebs: {}, efs: { fileSystemId: "fs-01234567" } })}   [storage-kind]`],
  [of({ ebs: {}, mountOptions: ["no atime"] }), `classes.a.mountOptions[0]: expected an option without blanks, got "no atime"   [storage-mount-option]`],
  [of({ ebs: {}, mountOptions: ["noatime", "noatime"] }), `classes.a.mountOptions: expected a list without repeated elements, got ["noatime","noatime"]; try ["noatime"]   [storage-distinct-mount-options]`],
  [ebs({ gp3: {}, io2: { iops: 1000 } }), `classes.a.ebs: expected at most one of gp3, io2, got {"gp3":{},"io2":{"iops":1000}}   [storage-volume-type]`],
  [ebs({ gp3: { iops: 2999 } }), `classes.a.ebs.gp3.iops: expected a whole number from 3000 to 80000, got 2999; try 3000   [storage-gp3-iops]`],
  [ebs({ gp3: { iops: 80001 } }), `classes.a.ebs.gp3.iops: expected a whole number from 3000 to 80000, got 80001; try 80000   [storage-gp3-iops]`],
  [ebs({ gp3: { iops: 80000, throughputMibs: 2001 } }), `classes.a.ebs.gp3.throughputMibs: expected a whole number from 125 to 2000, got 2001; try 2000   [storage-gp3-throughput]`],
  [ebs({ gp3: { throughputMibs: 124 } }), `classes.a.ebs.gp3.throughputMibs: expected a whole number from 125 to 2000, got 124; try 125   [storage-gp3-throughput]`],
  [ebs({ gp3: { throughputMibs: 751 } }), `classes.a.ebs.gp3.throughputMibs: expected a number that is at most 0.25 times iops, got 751; EBS gives 1 MiB for 4 operations; try 750   [storage-gp3-throughput-iops]`],
  [ebs({ io2: { iops: 99 } }), `classes.a.ebs.io2.iops: expected a whole number from 100 to 256000, got 99; try 100   [storage-io2-iops]`],
  [ebs({ kmsKey: { arn: "alias/ebs" } }), `classes.a.ebs.kmsKey.arn: expected the ARN of a KMS key, got "alias/ebs"   [storage-key]`],
  [ebs({ unencrypted: { because: " " } }), `classes.a.ebs.unencrypted.because: expected a reason, got " "   [storage-unencrypted]`],
  [ebs({ kmsKey: key, unencrypted: { because: "slow" } }), `classes.a.ebs: expected at most one of kmsKey, unencrypted, got ${shown({ kmsKey: key, unencrypted: { because: "slow" } })}   [storage-encryption]`],
  [ebs({ zones: [] }), `classes.a.ebs.zones: expected at least one zone, got []   [storage-zones]`],
  [ebs({ zones: ["us-east-1"] }), `classes.a.ebs.zones[0]: expected an availability zone, got "us-east-1"   [storage-zone]`],
  [ebs({ zones: ["us-east-1a", "us-east-1a"] }), `classes.a.ebs.zones: expected a list without repeated elements, got ["us-east-1a","us-east-1a"]; try ["us-east-1a"]   [storage-distinct-zones]`],
  [efs({ fileSystemId: "fs-xyz" }), `classes.a.efs.fileSystemId: expected the id of a file system, got "fs-xyz"   [storage-file-system]`],
  [efs({ directoryPermissions: "rwx" }), `classes.a.efs.directoryPermissions: expected three or four octal digits, got "rwx"   [storage-directory-permissions]`],
  [efs({ directoryPermissions: "888" }), `classes.a.efs.directoryPermissions: expected three or four octal digits, got "888"   [storage-directory-permissions]`],
  [efs({ basePath: "volumes/" }), `classes.a.efs.basePath: expected a path of one to four names that begins with a slash, got "volumes/"   [storage-base-path]`],
  [efs({ gidRange: { start: -1, end: 10 } }), `classes.a.efs.gidRange.start: expected a whole number from 0 to 4294967295, got -1; try 0   [storage-gid-start]`],
  [efs({ gidRange: { start: 1, end: 4294967296 } }), `classes.a.efs.gidRange.end: expected a whole number from 0 to 4294967295, got 4294967296; try 4294967295   [storage-gid-end]`],
  [efs({ gidRange: { start: 11, end: 10 } }), `classes.a.efs.gidRange.start: expected a number that is at most end, got 11; try 10   [storage-gid-range]`],
  ...["Nightly", "a.b", "a".repeat(39)].map((name) => [snapshotNamed(name), `snapshotClasses: expected a map in which each key is the name of a snapshot class: lower-case letters, digits and hyphens, at most 38, got ${shown(snapshotNamed(name).snapshotClasses)}   [snapshot-class-name]`] as const),
  [defaults("ebs.csi.aws.com", "ebs.csi.aws.com"), `snapshotClasses: expected at most one default snapshot class for each driver, got ${shown(defaults("ebs.csi.aws.com", "ebs.csi.aws.com").snapshotClasses)}; with several, a snapshot that names none fails   [default-snapshot-class]`],
  [snapshots({ fastRestoreZones: [] }), "snapshotClasses.a.fastRestoreZones: expected at least one zone, got []   [snapshot-zones]"],
  [snapshots({ fastRestoreZones: ["us-east-1"] }), `snapshotClasses.a.fastRestoreZones[0]: expected an availability zone, got "us-east-1"   [snapshot-zone]`],
  [snapshots({ fastRestoreZones: ["us-east-1a", "us-east-1a"] }), `snapshotClasses.a.fastRestoreZones: expected a list without repeated elements, got ["us-east-1a","us-east-1a"]; try ["us-east-1a"]   [snapshot-distinct-zones]`],
  [snapshots({ tags: { "": "a" } }), `snapshotClasses.a.tags: expected a map in which each key is text of 1 to 128 characters, got {"":"a"}   [snapshot-tag-key]`],
  [snapshots({ tags: { "a=b": "a" } }), `snapshotClasses.a.tags: expected a map in which each key is text without equals signs, got {"a=b":"a"}; the driver takes a tag as one text of key=value   [snapshot-tag-key-text]`],
  ...["aws:a", "kubernetes.io/a", "ebs.csi.aws.com/a", "CSIVolumeName", "eks-platform/a"].map((key) => [snapshots({ tags: { [key]: "a" } }), `snapshotClasses.a.tags: expected a map in which each key is text that does not begin with aws: or kubernetes.io or ebs.csi.aws.com/ or CSIVolume or eks-platform/, got ${shown({ [key]: "a" })}; AWS, the driver and this module keep those for themselves   [snapshot-tag-reserved]`] as const),
  [snapshots({ tags: { a: "x".repeat(257) } }), `snapshotClasses.a.tags.a: expected text of at most 256 characters, got ${shown("x".repeat(257))}   [snapshot-tag-value]`],
  [{ region: "us-east-1a" }, `region: expected an AWS region, got "us-east-1a"   [storage-region]`],
  [{ drain: { timeoutMinutes: 0 } }, "drain.timeoutMinutes: expected a whole number from 1 to 50, got 0; try 1   [drain-timeout]"],
  [{ drain: { timeoutMinutes: 51 } }, "drain.timeoutMinutes: expected a whole number from 1 to 50, got 51; try 50   [drain-timeout]"],
  [{ drain: { profile: "a b" } }, `drain.profile: expected the name of a profile, got "a b"   [drain-profile]`],
  [{ drain: { roleArn: "deploy" } }, `drain.roleArn: expected the ARN of an IAM role, got "deploy"   [drain-role]`],
];

const needed = { clusterName: "eks-qa", region: "us-east-1", classes: {} };
const problems = (change: Record<string, unknown>) => problemsOf(() => synthStack((stack) => new StorageClasses(stack, "it", { ...needed, ...change } as unknown as Given)));
const ruleOf = (sentence: string) => /\[([a-z0-9-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test it.${sentence}`]);
});

it.each([
  { classes: {} },
  { classes: { a: isDefault, b: { reclaimPolicy: "Retain", ebs: {} } } },
  named("a"),
  named("io2.fast-1"),
  ebs({ gp3: { iops: 80000, throughputMibs: 2000 } }),
  ebs({ gp3: { throughputMibs: 750 } }),
  ebs({ io2: { iops: 256000 }, kmsKey: key, zones: ["us-gov-west-1a"], driver: "ebs.csi.eks.amazonaws.com", fileSystem: "xfs" }),
  snapshotNamed("a".repeat(38)),
  defaults("ebs.csi.aws.com", "ebs.csi.eks.amazonaws.com"),
  snapshots({ driver: "ebs.csi.eks.amazonaws.com", fastRestoreZones: ["us-east-1a"], tags: { Purpose: "x".repeat(256), ["k".repeat(128)]: "" } }),
  { drain: null },
  efs({ directoryPermissions: "1777", basePath: "/a/b/c/d", gidRange: { start: 10, end: 10 } }),
])("%j is taken", (change) => {
  expect(problems(change)).toEqual([]);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(storageClassesInputs).sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const sentences = await variableRefusals({ definition: storageClassesModule, inputs: storageClassesInputs }, refused.map(([change]) => change));
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});
