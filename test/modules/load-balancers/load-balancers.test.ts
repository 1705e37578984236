import { ingressAnnotations, serviceAnnotations } from "../../../aws/load-balancer-annotations";
import type { GivenInputs } from "../../../kernel";
import { LoadBalancers } from "../../../modules/load-balancers/load-balancers";
import type { loadBalancersInputs } from "../../../modules/load-balancers/inputs";
import { planFiles } from "../../harness";
import { planned } from "../../offline";
import { platformProvidersMissing } from "../../harness/stand-in";
import { type Json, synthStack } from "../../synth";
import { describeUnless } from "../../skip";

const certificateArns = ["arn:aws:acm:us-east-1:111122223333:certificate/0", "arn:aws:acm:us-east-1:111122223333:certificate/1"];
const to = (service: string) => ({ "/": { service, port: 80 } });
const logs = { bucket: "logs", prefix: "edge" };
const ids = { subnetIds: ["subnet-0a", "subnet-0b"], securityGroupIds: ["sg-0123456789abcdef0"] };

const given: GivenInputs<typeof loadBalancersInputs> = {
  ingresses: {
    least: { namespace: "shop", hosts: { "*": to("frontend") } },
    most: {
      namespace: "shop",
      scheme: "internet-facing",
      ipAddressType: "dualstack",
      ...ids,
      hosts: { "*": to("rest"), "*.shop.example.com": to("tenants"), "a.shop.example.com": { "/": { service: "a", portName: "http" }, "/x": { service: "x", port: 81, match: "Exact" } }, "b.example.com": to("b") },
      https: { certificateArns },
      group: { name: "edge", order: 7 },
      wafAclArn: "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/a/b",
      inboundCidrs: ["10.0.0.0/8", "192.0.2.0/24"],
      accessLogs: logs,
      attributes: { "routing.http2.enabled": "false", "idle_timeout.timeout_seconds": "30" },
      tags: { Team: "edge", Cost: "1" },
      annotations: { "alb.ingress.kubernetes.io/ssl-policy": "ELBSecurityPolicy-FS-1-2-Res-2020-10" },
    },
    secure: { namespace: "shop", hosts: { "*": to("frontend") }, https: { certificateArns, redirected: false } },
    elsewhere: { namespace: "shop" },
  },
  services: {
    least: { namespace: "shop", selector: { app: "queue" }, ports: { amqp: { port: 5672 } } },
    most: {
      namespace: "shop",
      selector: { app: "queue" },
      scheme: "internet-facing",
      targetType: "instance",
      ipAddressType: "ipv4",
      ...ids,
      elasticIpIds: ["eipalloc-0a", "eipalloc-0b"],
      ports: { amqps: { port: 5671, targetPort: "amqp" }, dns: { port: 53, protocol: "UDP" } },
      tls: { ports: ["amqps"], certificateArns },
      sourceCidrs: ["192.0.2.0/24"],
      crossZone: true,
      proxyProtocol: true,
      healthCheck: { protocol: "HTTP", path: "/healthz", port: "8080" },
      accessLogs: logs,
      tags: { Team: "edge" },
    },
    elsewhere: { namespace: "shop", selector: { app: "queue" } },
  },
};

describeUnless(platformProvidersMissing, "load balancers", () => {
  let resources: Readonly<Record<string, Json>>;
  beforeAll(async () => {
    ({ resources } = await planFiles({ "main.tf.json": planned(synthStack((root) => new LoadBalancers(root, "it", given))) }));
  });
  const ingress = (name: string) => resources[`kubernetes_ingress_v1.it_this["${name}"]`]!;
  const service = (name: string) => resources[`kubernetes_service_v1.it_this["${name}"]`]!;
  const annotations = (resource: Json) => resource["metadata"][0].annotations as Readonly<Record<string, string>>;
  const said = (resource: Json, names: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(names).flatMap(([word, name]) => (name in annotations(resource) ? [[word, annotations(resource)[name]]] : [])));

  it("an ingress of which little is said is internal, listens on port 80 and is watched", () => {
    expect(said(ingress("least"), ingressAnnotations)).toEqual({
      scheme: "internal",
      targetType: "ip",
      listenPorts: '[{"HTTP":80}]',
      healthCheckPath: "/",
      healthCheckPort: "traffic-port",
      healthCheckInterval: "15",
      healthCheckTimeout: "5",
      healthyThreshold: "2",
      unhealthyThreshold: "2",
      successCodes: "200",
      attributes: "deletion_protection.enabled=false,idle_timeout.timeout_seconds=60,routing.http.drop_invalid_header_fields.enabled=true",
    });
  });

  it("an ingress says all of it, and its own annotations win", () => {
    expect(said(ingress("most"), ingressAnnotations)).toMatchObject({
      scheme: "internet-facing",
      ipAddressType: "dualstack",
      subnets: "subnet-0a,subnet-0b",
      securityGroups: "sg-0123456789abcdef0",
      manageBackendRules: "true",
      groupName: "edge",
      groupOrder: "7",
      listenPorts: '[{"HTTP":80},{"HTTPS":443}]',
      certificateArn: certificateArns.join(","),
      sslPolicy: "ELBSecurityPolicy-FS-1-2-Res-2020-10",
      sslRedirect: "443",
      wafAclArn: "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/a/b",
      inboundCidrs: "10.0.0.0/8,192.0.2.0/24",
      tags: "Cost=1,Team=edge",
    });
    expect(said(ingress("most"), ingressAnnotations)["attributes"]!.split(",")).toEqual([
      "access_logs.s3.bucket=logs",
      "access_logs.s3.enabled=true",
      "access_logs.s3.prefix=edge",
      "deletion_protection.enabled=false",
      "idle_timeout.timeout_seconds=30",
      "routing.http.drop_invalid_header_fields.enabled=true",
      "routing.http2.enabled=false",
    ]);
  });

  it("the more exact host comes first, and every host last", () => {
    expect(ingress("most")["spec"][0].rule.map(({ host }: Json) => host)).toEqual(["a.shop.example.com", "*.shop.example.com", "b.example.com", null]);
  });

  it("a path goes to a port by number or by name", () => {
    expect(ingress("most")["spec"][0].rule[0].http[0].path.map((one: Json) => [one["path"], one["path_type"], one["backend"][0].service[0]])).toEqual([
      ["/", "Prefix", { name: "a", port: [{ name: "http", number: null }] }],
      ["/x", "Exact", { name: "x", port: [{ name: null, number: 81 }] }],
    ]);
  });

  it("without a redirect nothing listens on port 80", () => {
    expect(said(ingress("secure"), ingressAnnotations)).toMatchObject({ listenPorts: '[{"HTTPS":443}]', sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" });
    expect(said(ingress("secure"), ingressAnnotations)).not.toHaveProperty("sslRedirect");
  });

  it("a service says all of it to the controller", () => {
    expect(said(service("most"), serviceAnnotations)).toEqual({
      scheme: "internet-facing",
      targetType: "instance",
      ipAddressType: "ipv4",
      subnets: "subnet-0a,subnet-0b",
      certificateArn: certificateArns.join(","),
      sslPorts: "amqps",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      proxyProtocol: "*",
      securityGroups: "sg-0123456789abcdef0",
      manageBackendRules: "true",
      elasticIps: "eipalloc-0a,eipalloc-0b",
      healthCheckProtocol: "HTTP",
      healthCheckPath: "/healthz",
      healthCheckPort: "8080",
      healthCheckInterval: "15",
      healthCheckTimeout: "5",
      healthyThreshold: "2",
      unhealthyThreshold: "2",
      attributes: "access_logs.s3.bucket=logs,access_logs.s3.enabled=true,access_logs.s3.prefix=edge,deletion_protection.enabled=false,load_balancing.cross_zone.enabled=true",
      tags: "Team=edge",
    });
  });

  it("a service is the controller's by its class, and opens ports of nodes only for targets that are nodes", () => {
    const spec = (name: string) => service(name)["spec"][0] as Json;
    expect(spec("least")).toMatchObject({ type: "LoadBalancer", load_balancer_class: "service.k8s.aws/nlb", allocate_load_balancer_node_ports: false, port: [{ name: "amqp", port: 5672, target_port: "5672", protocol: "TCP" }] });
    expect(spec("most")).toMatchObject({ allocate_load_balancer_node_ports: true, load_balancer_source_ranges: ["192.0.2.0/24"] });
    expect(spec("most")["port"].map(({ name, target_port: target, protocol }: Json) => [name, target, protocol])).toEqual([["amqps", "amqp", "TCP"], ["dns", "53", "UDP"]]);
  });

  it("Terraform waits for the load balancer", () => {
    expect([ingress("least"), service("least")].map((made) => made["wait_for_load_balancer"])).toEqual([true, true]);
  });

  it("without hosts or ports there are annotations alone", () => {
    expect(Object.keys(resources).filter((address) => address.includes("elsewhere"))).toEqual([]);
  });
});
