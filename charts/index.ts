import { loadBalancerControllerChart } from "./aws-load-balancer-controller";
import type { Chart } from "./chart";
import { fluentdChart } from "./fluentd";

/** The charts of which something is known. */
export const charts: readonly Chart[] = [loadBalancerControllerChart, fluentdChart];
