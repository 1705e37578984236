import type { About } from "../../kernel";
import { costs } from "../costs";

export const addonsAbout: About = {
  makes: [
    "An EKS add-on for each key of `addons`, in the order in which they work: some before the nodes, some after.",
    "A role for each that calls AWS, with the policies that AWS recommends, by Pod Identity or IRSA.",
  ],
  costs: costs([], [
    "add-ons of the AWS Marketplace, and what drivers make (volumes, load balancers): not priced",
  ]),
};
