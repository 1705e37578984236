import { atMostOneFlag, choice, distinct, exactlyOne, flag, keys, list, map, matches, nullable, object, readiness, text } from "../../kernel";
import { drainInput } from "../drain";
import { ebs } from "./ebs-input";
import { efs } from "./efs-input";
import { snapshotClassesInput } from "./snapshot-class-input";

/** What is said of one class. */
export const storageClass = object(
  {
    ebs: nullable(ebs),
    efs: nullable(efs),
    default: flag({ default: false, doc: "Claims that name no class take this one." }),
    reclaimPolicy: choice(["Delete", "Retain"], { doc: "What happens to a volume when its claim is deleted. `Retain` keeps it, and its bill." }),
    bindingMode: choice(["WaitForFirstConsumer", "Immediate"], {
      default: "WaitForFirstConsumer",
      doc: "`WaitForFirstConsumer` makes a volume in the zone of the pod that wants it; `Immediate` in any, where no pod may be able to run.",
    }),
    mountOptions: list(text({ rules: [matches("storage-mount-option", /^\S+$/, "an option without blanks")] }), { default: [], doc: "Options with which volumes are mounted.", rules: [distinct("storage-distinct-mount-options")] }),
  },
  { rules: [exactlyOne("storage-kind", ["ebs", "efs"], { expected: "either ebs or efs" })] },
);

export const storageClassesInputs = {
  clusterName: text({ doc: "Name of the cluster. What the EBS driver makes to delete it again has a tag with it." }),
  region: text({ doc: "Region of the cluster.", rules: [matches("storage-region", /^[a-z]{2,4}(-[a-z]+)+-[0-9]$/, "an AWS region")] }),
  classes: map(storageClass, {
    doc: "Storage classes by name. Kubernetes takes no change of what its volumes are like: that replaces the class, and leaves the volumes that are there.",
    rules: [
      keys(matches("storage-class-name", /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, "the name of a storage class: lower-case letters, digits, hyphens and dots")),
      atMostOneFlag("default-storage-class", "default", { expected: "at most one default storage class", why: "of several, Kubernetes takes the newest" }),
    ],
  }),
  snapshotClasses: snapshotClassesInput,
  drain: drainInput("A destroy waits, before the driver goes, until the volumes and snapshots of classes with the policy Delete are gone, and fails with what is left."),
  ready: readiness("Ids of what must be there first: the cluster and the drivers' add-ons."),
};
