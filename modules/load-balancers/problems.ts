import { broken, type Problem } from "../../kernel";
import { crossRules } from "./cross-rules";

interface Service {
  readonly ports?: object | null;
  readonly tls?: { readonly ports: readonly string[] } | null;
}

/** What is wrong between the inputs, whose single inputs are right. */
export function loadBalancerProblems(path: string, { services }: { readonly services: Readonly<Record<string, Service>> }): Problem[] {
  return Object.values(services).flatMap(({ ports, tls }) => {
    const unknown = ports == null ? [] : (tls?.ports ?? []).filter((port) => !Object.hasOwn(ports, port));
    return unknown.length === 0 ? [] : [broken(path, crossRules.tlsPort, unknown)];
  });
}
