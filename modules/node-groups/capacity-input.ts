import { capacityTypes } from "../../aws/cluster-limits";
import { argumentSince } from "../../aws/provider-floor";
import { choice, exactlyOne, flag, matches, nullable, number, object, text, whole } from "../../kernel";

export const capacity = choice(capacityTypes, {
  default: "ON_DEMAND",
  doc: "`SPOT` is cheaper and may be taken back at two minutes' notice. `CAPACITY_BLOCK` is a block that was reserved for machine learning.",
});

export const reservation = nullable(
  object(
    {
      id: nullable(text({ doc: "Id of the reservation or capacity block.", rules: [matches("reservation-id", /^cr-[0-9a-f]{8,17}$/, "the id of a capacity reservation")] })),
      resourceGroupArn: nullable(
        text({ doc: "ARN of a resource group of reservations.", rules: [matches("reservation-group", /^arn:aws[a-z-]*:resource-groups:[a-z0-9-]+:[0-9]{12}:group\/.+$/, "the ARN of a resource group")] }),
      ),
    },
    { doc: "Capacity that was reserved before. Nodes start in it and nowhere else.", rules: [exactlyOne("reservation", ["id", "resourceGroupArn"])] },
  ),
);

export const placement = nullable(
  object(
    {
      groupName: nullable(text({ doc: "Name of a placement group. One of the kind `cluster` is of one zone, and so must be the node group." })),
      groupId: nullable(text({ since: argumentSince("aws_launch_template", "placement.group_id"), doc: "Id of a placement group, for one that is shared by another account." })),
      dedicated: flag({ default: false, doc: "On hardware that no other account uses, at a price." }),
    },
    { doc: "Where in a zone the instances stand." },
  ),
);

export const efa = nullable(
  object(
    { interfaces: number({ doc: "Network cards that get one: as many as the instance type has.", rules: [whole("efa-interfaces", 1, 32)] }) },
    { doc: "Elastic Fabric Adapter on every network card, for machine learning and HPC. The group should be of one zone." },
  ),
);
