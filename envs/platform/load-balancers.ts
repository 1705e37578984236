import { nullable, object } from "../../kernel";
import { LoadBalancers } from "../../modules/load-balancers/load-balancers";
import { loadBalancersInputs } from "../../modules/load-balancers/inputs";
import type { Place } from "./place";

const { ready: _ready, ...own } = loadBalancersInputs;

/** Load balancers as an environment says them. */
export const loadBalancersInput = nullable(object(own, { doc: "Ingresses and services with load balancers, which the load balancer controller makes." }));

/** They come last and go first: the controller, namespaces and what is served outlive them. */
export function loadBalancers({ stack, environment, ready }: Place): void {
  const given = environment.platform!.loadBalancers;
  if (given !== null) new LoadBalancers(stack, "load_balancers", { ...given, ready });
}
