import { type Handles, keys, map, readiness } from "../../kernel";
import { ingressInput } from "./ingress-input";
import { serviceInput } from "./service-input";
import { nameRule } from "./shared-inputs";

export const loadBalancersInputs = {
  ingresses: map(ingressInput, { default: {}, doc: "Ingresses by name, each with an Application Load Balancer of its own or one that a group shares.", rules: [keys(nameRule)] }),
  services: map(serviceInput, { default: {}, doc: "Services by name, each with a Network Load Balancer.", rules: [keys(nameRule)] }),
  ready: readiness("Ids of what must be there before: the controller, namespaces, the releases that are served. All of it is destroyed later than the load balancers."),
};

export type LoadBalancersHandles = Handles<typeof loadBalancersInputs>;
export type Ingress = LoadBalancersHandles["ingresses"]["each"]["value"];
export type Service = LoadBalancersHandles["services"]["each"]["value"];
