import type { Expr } from "../../kernel";

/** What others need to know of the controller of load balancers. */
export interface LoadBalancerControllerRef {
  /** The class that ingresses name. */
  readonly ingressClass: Expr<string>;
  /** Ids that are known when ingresses and services can be made. What waits for them is destroyed while the controller still runs. */
  readonly ready: Expr<readonly string[]>;
}
