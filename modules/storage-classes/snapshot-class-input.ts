import { tags } from "../../aws/cluster-limits";
import { atMostOneFlag, choice, count, distinct, flag, keys, length, list, map, matches, nullable, object, text, withoutPrefix, withoutText } from "../../kernel";
import { csiDriver, zoneRule } from "./ebs-input";

/** What is said of one class of snapshots. Source: docs/snapshot.md and docs/tagging.md of kubernetes-sigs/aws-ebs-csi-driver (429e202), read 2026-11-21. */
export const snapshotClass = object({
  driver: csiDriver("of which snapshots are taken"),
  default: flag({ default: false, doc: "Snapshots of the driver's volumes that name no class take this one." }),
  deletionPolicy: choice(["Delete", "Retain"], { doc: "What happens to a snapshot in EBS when its VolumeSnapshot is deleted. `Retain` keeps it, and its bill." }),
  tags: map(text({ rules: [length("snapshot-tag-value", 0, tags.valueMaxLength)] }), {
    default: {},
    doc: "Tags of the snapshots.",
    rules: [
      keys(length("snapshot-tag-key", 1, tags.keyMaxLength)),
      keys(withoutText("snapshot-tag-key-text", ["="], { expected: "text without equals signs", why: "the driver takes a tag as one text of key=value" })),
      keys(withoutPrefix("snapshot-tag-reserved", [tags.reservedKeyPrefix, "kubernetes.io", "ebs.csi.aws.com/", "CSIVolume", "eks-platform/"], { why: "AWS, the driver and this module keep those for themselves" })),
    ],
  }),
  fastRestoreZones: nullable(
    list(text({ rules: [zoneRule("snapshot-zone")] }), {
      doc: "Availability zones in which volumes of a snapshot are fast from the first read. EBS bills each snapshot by the hour in each of them. Null: none.",
      rules: [count("snapshot-zones", 1, Infinity, { expected: "at least one zone" }), distinct("snapshot-distinct-zones")],
    }),
  ),
});

export const snapshotClassesInput = map(snapshotClass, {
  default: {},
  doc: "Classes of volume snapshots by name. The add-on snapshot-controller brings their kind, and must be there before.",
  rules: [
    // The name of the release that holds it is longer, and Helm takes 53 characters.
    keys(matches("snapshot-class-name", /^[a-z0-9]([a-z0-9-]{0,36}[a-z0-9])?$/, "the name of a snapshot class: lower-case letters, digits and hyphens, at most 38")),
    atMostOneFlag("default-snapshot-class", "default", { per: "driver", expected: "at most one default snapshot class for each driver", why: "with several, a snapshot that names none fails" }),
  ],
});
