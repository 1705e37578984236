import type { About } from "../../kernel";
import { costs, rate } from "../costs";

export const storageClassesAbout: About = {
  makes: [
    "A storage class for each key of `classes`, for the EBS or the EFS driver, which are add-ons.",
    "A class of volume snapshots for each key of `snapshot_classes`, in a small Helm release.",
    "`terraform_data.drain`: nothing in AWS, but a destroy stops at it until the volumes are gone that the EBS driver is to delete.",
    "No volume: drivers make those when a claim asks for one.",
  ],
  costs: costs([], [
    `volumes of gp3 that claims ask for: ${rate("gp3Volume")}`,
    "other volumes, snapshots, EFS: not priced",
  ]),
};
