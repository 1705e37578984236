import { IngressV1 } from "@cdktf/provider-kubernetes/lib/ingress-v1";
import { type Construct, dynamic, type Expr, local, present, project, resource, some, tf, where } from "../../kernel";
import type { LoadBalancersHandles } from "./inputs";

/** Ingresses of which hosts are said. */
export function ingresses(scope: Construct, { ingresses: declared, ready }: LoadBalancersHandles, annotations: Expr<Readonly<Record<string, unknown>>>) {
  const served = where(declared, (_, ingress) => present(ingress.hosts), ["name", "ingress"]);
  const { key, value: ingress } = served.each;
  const hosts = local<Readonly<Record<string, readonly string[]>>>(scope, "hosts", project(served, (_, { hosts: named }) => mostExactFirst(some(named)), ["name", "ingress"]));
  return resource(IngressV1, scope, "this", {
    forEach: served,
    metadata: { name: key, namespace: ingress.namespace, annotations: tf<Readonly<Record<string, string>>>`${annotations}[${key}]` },
    spec: {
      ingressClassName: ingress.ingressClass,
      rule: dynamic(tf<readonly string[]>`${hosts}[${key}]`, ({ value: host }) => ({
        host: tf<string | null>`${host} == "*" ? null : ${host}`,
        http: {
          path: dynamic(some(ingress.hosts).at(host), ({ key: path, value: target }) => ({
            path,
            pathType: target.match,
            backend: { service: { name: target.service, port: { number: target.port, name: target.portName } } },
          })),
        },
      })),
    },
    waitForLoadBalancer: true,
    dependsOn: [ready],
  });
}

/** The first rule that fits wins: long names before short ones, and of the same length the one without a star. */
function mostExactFirst(hosts: Expr<Readonly<Record<string, unknown>>>): Expr<readonly string[]> {
  return tf<readonly string[]>`[for rank in sort([for host in keys(${hosts}) : format("%03d %d %s", 253 - length(host), startswith(host, "*") ? 1 : 0, host)]) : split(" ", rank)[2]]`;
}
