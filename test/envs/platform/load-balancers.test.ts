import type { Environment } from "../../../envs/environment";
import { existing, qa, qaWith, refusals } from "../example";
import { stackOf } from "../stack";

const at = "envs/qa/environment.ts platform.loadBalancers";
const hosts = { "shop.example.com": { "/": { service: "frontend", port: 80 } } };
const shop = { namespace: "shop", hosts };
const queue = { namespace: "shop", selector: { app: "queue" }, ports: { amqp: { port: 5672 } } };
const certificate = (region: string) => ({ certificateArns: [`arn:aws:acm:${region}:444444444444:certificate/0`] });
const platform = (loadBalancers: object, loadBalancerController: object | null = {}) => ({ addons: { ...qa.addons, "eks-pod-identity-agent": {} }, platform: { loadBalancerController, loadBalancers } });
const withNamespaces = (given: ReturnType<typeof platform>) => ({ ...given, platform: { ...given.platform, namespaces: { shop: {} } } });
const ingress = (changes: object, others: object = {}): Environment => qaWith({ ...platform({ ingresses: { shop: { ...shop, ...changes } } }), ...others });

it.each([
  [
    qaWith(platform({ ingresses: { shop } }, null)),
    "envs/qa/environment.ts platform.loadBalancerController: expected the controller, which makes load balancers, got null; try {}   [load-balancers-controller]",
  ],
  [
    ingress({ scheme: "internet-facing" }, { network: { ...qa.network, publicSubnets: null, nat: "none" }, ...platform({ ingresses: { shop: { ...shop, scheme: "internet-facing" } } }, { isolated: true, imageRepository: "mirror.example.com/controller" }) }),
    `${at}.ingresses.shop.scheme: expected internal, or a network with public subnets, got "internet-facing"; without them no subnet can hold its public addresses; try "internal"   [load-balancer-public-subnets]`,
  ],
  [
    existing({}, platform({ services: { queue: { ...queue, scheme: "internet-facing" } } }, { taggedSubnets: true })),
    `${at}.services.queue.scheme: expected internal, or a network with public subnets, got "internet-facing"; without them no subnet can hold its public addresses; try "internal"   [load-balancer-public-subnets]`,
  ],
  [
    ingress({ https: certificate("eu-west-1") }),
    `${at}.ingresses.shop.https.certificateArns[0]: expected an ARN of us-east-1, got "arn:aws:acm:eu-west-1:444444444444:certificate/0"; load balancers take certificates and web ACLs of their own region alone   [load-balancer-region]`,
  ],
  [
    ingress({ wafAclArn: "arn:aws:wafv2:eu-west-1:444444444444:regional/webacl/shop/0" }),
    `${at}.ingresses.shop.wafAclArn: expected an ARN of us-east-1, got "arn:aws:wafv2:eu-west-1:444444444444:regional/webacl/shop/0"; load balancers take certificates and web ACLs of their own region alone   [load-balancer-region]`,
  ],
  [
    qaWith(platform({ services: { queue: { ...queue, tls: { ports: ["amqp"], ...certificate("eu-west-1") } } } })),
    `${at}.services.queue.tls.certificateArns[0]: expected an ARN of us-east-1, got "arn:aws:acm:eu-west-1:444444444444:certificate/0"; load balancers take certificates and web ACLs of their own region alone   [load-balancer-region]`,
  ],
  [
    ingress({ ingressClass: "nginx" }),
    `${at}.ingresses.shop.ingressClass: expected the class that the controller serves, got "nginx"; no other makes a load balancer of it; try "alb"   [ingress-class]`,
  ],
  [
    existing({}, platform({ services: { queue } }, { ingressClass: { parameters: { subnets: { ids: ["subnet-0a"] } } } })),
    `${at}.services.queue.subnetIds: expected subnets, or loadBalancerController.taggedSubnets, got null; the controller finds subnets of services by their tags   [service-subnets]`,
  ],
  [
    qaWith(platform({ services: { queue: { ...queue, tls: { ports: ["amqps"], ...certificate("us-east-1") } } } })),
    `${at}.services: expected TLS on ports that the service has, got ["amqps"]   [service-tls-port]`,
  ],
  [
    qaWith(withNamespaces(platform({ ingresses: { shop: { ...shop, namespace: "shp" } } }))),
    `${at}.ingresses.shop.namespace: expected a namespace that is there: one of shop, or a release's, got "shp"; try "shop"   [load-balancer-namespace]`,
  ],
])("%#: load balancers that nobody could make are refused", (environment, sentence) => {
  expect(refusals(environment)).toEqual([sentence]);
});

it.each([
  [ingress({ scheme: "internet-facing", https: certificate("us-east-1") })],
  [existing({}, platform({ services: { queue: { ...queue, scheme: "internet-facing", subnetIds: ["subnet-0c"] } } }, { taggedSubnets: true }))],
  [qaWith(platform({ ingresses: { shop: { ...shop, ingressClass: "edge" } } }, { ingressClass: { name: "edge" } }))],
  [qaWith(withNamespaces(platform({ ingresses: { shop }, services: { queue: { ...queue, namespace: "kube-system" } } })))],
  [qaWith(platform({}, null))],
])("%#: others are taken", (environment) => {
  expect(refusals(environment)).toEqual([]);
});

it("load balancers go before what waits for them, and that before the controller", () => {
  const { resource } = stackOf(qaWith(platform({ ingresses: { shop }, services: { queue } })));
  const [drain, release] = ["terraform_data.load_balancer_controller_drain", "helm_release.load_balancer_controller_this"];
  expect(resource.kubernetes_ingress_v1.load_balancers_this.depends_on).toEqual([release, drain]);
  expect(resource.kubernetes_service_v1.load_balancers_this.depends_on).toEqual([release, drain]);
  expect(resource.terraform_data.load_balancer_controller_drain.depends_on).toEqual([release]);
});
