import type { About } from "../../kernel";
import { costs, fixed, rate } from "../costs";

export const loadBalancersAbout: About = {
  makes: [
    "A Kubernetes Ingress for each key of `ingresses` that says `hosts`, for which the controller makes an Application Load Balancer; those of one group share it.",
    "A Service of type LoadBalancer for each key of `services` that says `ports`, for which it makes a Network Load Balancer.",
    "For the others annotations alone, as outputs, for charts of your own.",
  ],
  costs: costs([
    fixed("Application Load Balancer", "applicationLoadBalancer", 1),
    fixed("Network Load Balancer", "networkLoadBalancer", 0),
    fixed("public IPv4 address, in each zone of one that faces the internet", "publicIpv4Address", 0),
  ], [
    `capacity units of an Application Load Balancer: ${rate("applicationLoadBalancerUnit")}`,
    `capacity units of a Network Load Balancer: ${rate("networkLoadBalancerUnit")}`,
    "WAF, access logs, data to the internet: not priced",
  ]),
};
