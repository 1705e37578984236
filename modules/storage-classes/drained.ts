import { tagsOfControllers } from "../../aws/controller-tags";
import type { Drained } from "../drain-script";

/** What the EBS CSI driver makes for claims and snapshots, and alone deletes. What is retained has no such tag. */
export const drainedVolumes: Drained = {
  name: "drain-volumes",
  what: "volumes and snapshots with the policy Delete",
  tag: tagsOfControllers.deletedByEbsCsi,
  resourceTypes: ["ec2:volume", "ec2:snapshot"],
  advice:
    "claims and snapshots that Terraform does not know keep them: delete those (kubectl get pvc,volumesnapshot --all-namespaces) and destroy again; what is to stay must lose its tag, and what no driver is left to delete, delete by hand",
  rule: "volumes-left",
};
