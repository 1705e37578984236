import { tagsOfControllers } from "../../aws/controller-tags";
import type { Drained } from "../drain-script";

/** What the controller makes, and alone deletes. */
export const drainedLoadBalancers: Drained = {
  name: "drain-load-balancers",
  what: "load balancers, target groups and security groups of the controller",
  tag: tagsOfControllers.loadBalancerController,
  resourceTypes: ["elasticloadbalancing:loadbalancer", "elasticloadbalancing:targetgroup", "ec2:security-group"],
  advice:
    "Ingresses and Services of type LoadBalancer that Terraform does not know keep them: delete those (kubectl get ingress,service --all-namespaces) and destroy again; what no controller is left to delete, delete by hand",
  rule: "load-balancers-left",
};
