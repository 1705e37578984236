import { loadBalancerControllerChart } from "../../charts/aws-load-balancer-controller";
import { bind, Construct, type Expr, type GivenInputs, outputs, tf } from "../../kernel";
import { drainBeforeDestroy } from "../drain";
import { helmRelease } from "../helm-release";
import { chartValues } from "./chart-values";
import { drainedLoadBalancers } from "./drained";
import { loadBalancerControllerInputs } from "./inputs";
import type { LoadBalancerControllerRef } from "./refs";

/** The AWS Load Balancer Controller: load balancers for ingresses and services. */
export class LoadBalancerController extends Construct implements LoadBalancerControllerRef {
  readonly ingressClass: Expr<string>;
  readonly ready: Expr<readonly string[]>;

  constructor(scope: Construct, id: string, given: GivenInputs<typeof loadBalancerControllerInputs>) {
    super(scope, id);
    const inputs = bind(this, loadBalancerControllerInputs, given);
    const { name } = loadBalancerControllerChart;
    const release = helmRelease(this, "this", {
      name,
      chart: name,
      repository: inputs.repository,
      version: inputs.chartVersion,
      namespace: inputs.namespace,
      values: chartValues(this, inputs),
      timeoutMinutes: inputs.timeoutMinutes,
      after: [inputs.ready],
    });
    const drain = drainBeforeDestroy(this, drainedLoadBalancers, inputs, [release]);

    this.ingressClass = inputs.ingressClass.name;
    this.ready = tf<readonly string[]>`${[release.id, drain.id]}`;
    outputs(this, {
      ingressClassName: { value: this.ingressClass, doc: "Class that ingresses name." },
      chartVersion: { value: release.version, doc: "Version of the chart." },
      ready: { value: this.ready, doc: "Ids that are known when ingresses and services can be made. What waits for them is destroyed while the controller still runs." },
    });
  }
}
