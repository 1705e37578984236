import type { About } from "../../kernel";
import { costs } from "../costs";

export const loadBalancerControllerAbout: About = {
  makes: [
    "A Helm release of the chart `aws-load-balancer-controller`, with its ingress class.",
    "`terraform_data.drain`: nothing in AWS, but a destroy stops at it until nothing is left of what the controller made.",
    "No role: the module workload-identity makes it, with the official policy.",
  ],
  costs: costs([], [
    "load balancers that it makes for others: see the module load-balancers",
  ]),
};
