import { arnPatterns } from "../../aws/arn-patterns";
import { ebsVolumes, rootVolumeGib } from "../../aws/ebs-volumes";
import { atMost, atMostOne, matches, nullable, number, object, text, whole } from "../../kernel";

const { gp3, io2 } = ebsVolumes;

const general = object(
  {
    iops: number({ default: gp3.iops.min, doc: "Operations a second.", rules: [whole("disk-gp3-iops", gp3.iops.min, gp3.iops.max)] }),
    throughputMibs: number({ default: gp3.throughputMibs.min, doc: "MiB a second.", rules: [whole("disk-gp3-throughput", gp3.throughputMibs.min, gp3.throughputMibs.max)] }),
  },
  {
    doc: "A gp3 volume with more than 3000 operations and 125 MiB a second.",
    rules: [atMost("disk-gp3-throughput-iops", "throughputMibs", "iops", { times: gp3.throughputMibs.perIops, why: "EBS gives 1 MiB for 4 operations" })],
  },
);

const provisioned = object(
  { iops: number({ doc: "Operations a second.", rules: [whole("disk-io2-iops", io2.iops.min, io2.iops.max)] }) },
  { doc: "An io2 volume, for latency under load." },
);

export const disk = object(
  {
    gib: number({ default: 50, doc: "Size in GiB. Windows images need at least 50.", rules: [whole("node-group-disk", rootVolumeGib.linux, gp3.maxGib)] }),
    gp3: nullable(general),
    io2: nullable(provisioned),
    kmsKeyArn: nullable(
      text({
        doc: "KMS key; its policy must let Auto Scaling use it. Null takes the account's key for EBS.",
        rules: [matches("node-group-disk-key", arnPatterns.kmsKey, "the ARN of a KMS key")],
      }),
    ),
  },
  {
    default: {},
    doc: "The disk that holds images and pods: gp3 and encrypted unless said otherwise.",
    rules: [
      atMostOne("disk-kind", ["gp3", "io2"]),
      atMost("disk-gp3-size-iops", "gp3.iops", "gib", { times: gp3.iops.perGib }),
      atMost("disk-io2-size-iops", "io2.iops", "gib", { times: io2.iops.perGib }),
    ],
  },
);
