import { ServiceV1 } from "@cdktf/provider-kubernetes/lib/service-v1";
import { networkLoadBalancerClass } from "../../aws/load-balancer-annotations";
import { commented, type Construct, crossCondition, dynamic, type Expr, is, present, resource, some, tf, where } from "../../kernel";
import { crossRules } from "./cross-rules";
import type { LoadBalancersHandles } from "./inputs";

/** Services of which ports are said. */
export function services(scope: Construct, { services: declared, ready }: LoadBalancersHandles, annotations: Expr<Readonly<Record<string, unknown>>>) {
  const served = where(declared, (_, service) => present(service.ports), ["name", "service"]);
  const { key, value: service } = served.each;
  const { ports, tls } = service;
  const unknown = tf<readonly string[]>`${tls} == null ? [] : [for port in ${tls}.ports : port if !contains(keys(${ports}), port)]`;
  return resource(ServiceV1, scope, "this", {
    forEach: served,
    metadata: { name: key, namespace: service.namespace, annotations: tf<Readonly<Record<string, string>>>`${annotations}[${key}]` },
    spec: {
      type: "LoadBalancer",
      loadBalancerClass: networkLoadBalancerClass,
      allocateLoadBalancerNodePorts: commented(
        tf<boolean>`${is(service.targetType, "instance")}`,
        "Pods are reached by their own addresses: ports of nodes would be open for nobody.",
      ),
      loadBalancerSourceRanges: service.sourceCidrs,
      selector: service.selector,
      port: dynamic(some(ports), ({ key: name, value: port }) => ({ name, port: port.port, targetPort: tf<string>`coalesce(${port.targetPort}, tostring(${port.port}))`, protocol: port.protocol })),
    },
    waitForLoadBalancer: true,
    dependsOn: [ready],
    lifecycle: { preconditions: [crossCondition(crossRules.tlsPort, tf`length(${unknown}) == 0`, unknown)] },
  });
}
