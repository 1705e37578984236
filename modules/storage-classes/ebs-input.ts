import { arnPatterns } from "../../aws/arn-patterns";
import { ebsVolumes } from "../../aws/ebs-volumes";
import { atMost, atMostOne, choice, count, distinct, flag, list, matches, nullable, number, object, text, whole } from "../../kernel";

const { gp3, io2 } = ebsVolumes;

/** `doc` ends the sentence that begins with the driver. */
export function csiDriver(doc: string) {
  return choice(["ebs.csi.aws.com", "ebs.csi.eks.amazonaws.com"], {
    default: "ebs.csi.aws.com",
    doc: `Driver ${doc}: \`ebs.csi.aws.com\` is that of the add-on aws-ebs-csi-driver, \`ebs.csi.eks.amazonaws.com\` that of Auto Mode, whose nodes know no other.`,
  });
}

export function zoneRule(id: string) {
  return matches(id, /^[a-z]{2,4}(-[a-z]+)+-[0-9][a-z]$/, "an availability zone");
}

const general = object(
  {
    iops: number({ default: gp3.iops.min, doc: "Operations a second. EBS gives at most 500 for a GiB: smaller claims get fewer.", rules: [whole("storage-gp3-iops", gp3.iops.min, gp3.iops.max)] }),
    throughputMibs: number({ default: gp3.throughputMibs.min, doc: "MiB a second.", rules: [whole("storage-gp3-throughput", gp3.throughputMibs.min, gp3.throughputMibs.maxOfEbs)] }),
  },
  {
    doc: "gp3 volumes with more than 3000 operations and 125 MiB a second.",
    rules: [atMost("storage-gp3-throughput-iops", "throughputMibs", "iops", { times: gp3.throughputMibs.perIops, why: "EBS gives 1 MiB for 4 operations" })],
  },
);

const provisioned = object(
  { iops: number({ doc: "Operations a second.", rules: [whole("storage-io2-iops", io2.iops.min, io2.iops.max)] }) },
  { doc: "io2 volumes, for latency under load." },
);

/** Volumes of EBS: each in one zone, for pods of one node. */
export const ebs = object(
  {
    driver: csiDriver("that makes them"),
    gp3: nullable(general),
    io2: nullable(provisioned),
    kmsKey: nullable(
      object(
        { arn: text({ doc: "ARN of the key.", rules: [matches("storage-key", arnPatterns.kmsKey, "the ARN of a KMS key")] }) },
        { doc: "Own key of the volumes. The driver's role must be allowed to use it. Null takes the account's key for EBS." },
      ),
    ),
    unencrypted: nullable(
      object({ because: text({ doc: "Why.", rules: [matches("storage-unencrypted", /\S/, "a reason")] }) }, { doc: "Volumes without encryption, with the reason." }),
    ),
    fileSystem: choice(["ext4", "xfs"], { default: "ext4", doc: "File system that new volumes get." }),
    expandable: flag({ default: true, doc: "A claim may grow later. It never shrinks." }),
    zones: nullable(
      list(text({ rules: [zoneRule("storage-zone")] }), {
        doc: "Availability zones in which volumes may be made. Null: any with a node.",
        rules: [count("storage-zones", 1, Infinity, { expected: "at least one zone" }), distinct("storage-distinct-zones")],
      }),
    ),
  },
  {
    doc: "Volumes of EBS, gp3 and encrypted unless said otherwise: each in one zone, for the pods of one node.",
    rules: [atMostOne("storage-volume-type", ["gp3", "io2"]), atMostOne("storage-encryption", ["kmsKey", "unencrypted"])],
  },
);
