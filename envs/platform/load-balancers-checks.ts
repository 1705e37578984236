import type { Problem } from "../../kernel";
import { join } from "../../kernel/check";
import { nearest } from "../../kernel/nearest";
import { loadBalancerProblems as betweenInputs } from "../../modules/load-balancers/problems";
import type { CheckedEnvironment } from "../environment";
import type { ReadableEnvironment } from "../readable";

type LoadBalancers = NonNullable<NonNullable<CheckedEnvironment["platform"]>["loadBalancers"]>;
type Ingress = LoadBalancers["ingresses"][string];
type Service = LoadBalancers["services"][string];

/** What is wrong between load balancers, the controller that makes them and the network that they stand in. `path` is where they stand. */
export function loadBalancersProblems(path: string, environment: ReadableEnvironment): Problem[] {
  const { loadBalancers: given, loadBalancerController: controller } = environment.platform ?? {};
  if (given == null) return [];
  const { ingresses, services } = given;
  const all = [...located(`${path}.ingresses`, ingresses), ...located(`${path}.services`, services)];
  if (controller === null) {
    return all.length === 0 ? [] : [{ path: path.replace(/\w+$/, "loadBalancerController"), expected: "the controller, which makes load balancers", got: null, suggestion: {}, rule: "load-balancers-controller" }];
  }
  return [
    ...betweenInputs(path, { services }),
    ...all.flatMap(([at, one]) => [...namespaceProblems(at, one, environment), ...subnetProblems(at, one, environment), ...certificateProblems(at, one, environment)]),
    ...located(`${path}.ingresses`, ingresses).flatMap(([at, ingress]) => classProblems(at, ingress, controller?.ingressClass?.name)),
    ...located(`${path}.services`, services).flatMap(([at, service]) => tagProblems(at, service, environment)),
  ];
}

function located<T>(path: string, named: Readonly<Record<string, T>>): (readonly [at: string, one: T])[] {
  return Object.entries(named).map(([name, one]) => [join(path, name), one]);
}

const always = ["default", "kube-system", "kube-public", "kube-node-lease"];

/** Where namespaces are declared here, one that is not is a slip of the hand, unless a release makes it. */
function namespaceProblems(at: string, { namespace }: Ingress | Service, { platform }: ReadableEnvironment): Problem[] {
  const declared = Object.keys(platform?.namespaces ?? {});
  const made = Object.values(platform?.releases ?? {}).map((release) => release.namespace);
  if (declared.length === 0 || [...declared, ...made, ...always].includes(namespace)) return [];
  return [{ path: `${at}.namespace`, expected: `a namespace that is there: one of ${declared.join(", ")}, or a release's`, got: namespace, suggestion: nearest(namespace, declared), rule: "load-balancer-namespace" }];
}

/** A load balancer with public addresses stands in public subnets. */
function subnetProblems(at: string, { scheme, subnetIds }: Ingress | Service, { network, existingNetwork }: ReadableEnvironment): Problem[] {
  if (scheme === "internal" || subnetIds !== null) return [];
  const some = network ? network.publicSubnets !== null : Object.keys(existingNetwork?.publicSubnetIds ?? {}).length > 0;
  if (some || (network == null && existingNetwork == null)) return [];
  return [{ path: `${at}.scheme`, expected: "internal, or a network with public subnets", got: scheme, why: "without them no subnet can hold its public addresses", suggestion: "internal", rule: "load-balancer-public-subnets" }];
}

/** ACM and WAF serve load balancers of their own region. */
function certificateProblems(at: string, one: Ingress | Service, { region }: ReadableEnvironment): Problem[] {
  if (region === undefined) return [];
  const secured = "https" in one ? (["https", one.https] as const) : (["tls", one.tls] as const);
  const arns = (secured[1]?.certificateArns ?? []).map((arn, index) => [`${at}.${secured[0]}.certificateArns[${index}]`, arn] as const);
  const waf = "wafAclArn" in one && one.wafAclArn !== null ? [[`${at}.wafAclArn`, one.wafAclArn] as const] : [];
  return [...arns, ...waf]
    .filter(([, arn]) => arn.split(":")[3] !== region)
    .map(([path, arn]) => ({ path, expected: `an ARN of ${region}`, got: arn, why: "load balancers take certificates and web ACLs of their own region alone", rule: "load-balancer-region" }));
}

function classProblems(at: string, { ingressClass }: Ingress, served: string | undefined): Problem[] {
  if (served === undefined || ingressClass === served) return [];
  return [{ path: `${at}.ingressClass`, expected: "the class that the controller serves", got: ingressClass, why: "no other makes a load balancer of it", suggestion: served, rule: "ingress-class" }];
}

/** The parameters of an ingress class say nothing to services. */
function tagProblems(at: string, { subnetIds }: Service, { existingNetwork, platform }: ReadableEnvironment): Problem[] {
  if (existingNetwork == null || subnetIds !== null || platform?.loadBalancerController?.taggedSubnets !== false) return [];
  return [{ path: `${at}.subnetIds`, expected: "subnets, or loadBalancerController.taggedSubnets", got: null, why: "the controller finds subnets of services by their tags", rule: "service-subnets" }];
}
