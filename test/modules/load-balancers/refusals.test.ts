import type { GivenInputs } from "../../../kernel";
import { LoadBalancers } from "../../../modules/load-balancers/load-balancers";
import { loadBalancersInputs } from "../../../modules/load-balancers/inputs";
import { loadBalancersModule } from "../../../modules/load-balancers/module";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, variableRefusals } from "../cluster/both-bindings";

type Given = GivenInputs<typeof loadBalancersInputs>;
const certs = ["arn:aws:acm:us-east-1:111122223333:certificate/0"];
const ing = (changes: object) => ({ ingresses: { shop: { namespace: "shop", ...changes } } });
const svc = (changes: object) => ({ services: { queue: { namespace: "shop", selector: { app: "queue" }, ...changes } } });
const host = (name: string, path = "/", target: object = { service: "frontend", port: 80 }) => ing({ hosts: { [name]: { [path]: target } } });
type Refused = readonly (readonly [change: Record<string, unknown>, sentence: string])[];
const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));

const refused: Refused = [
  [{ ingresses: { Shop: { namespace: "shop" } } }, `ingresses: expected a map in which each key is lower-case letters, digits and hyphens, at most 63, got {"Shop":{"namespace":"shop"}}   [load-balancer-object-name]`],
  [{ services: { "shop.queue": { namespace: "shop", selector: { a: "b" } } } }, `services: expected a map in which each key is lower-case letters, digits and hyphens, at most 63, got {"shop.queue":{"namespace":"shop","selector":{"a":"b"}}}   [load-balancer-object-name]`],
  [ing({ namespace: "Shop" }), `ingresses.shop.namespace: expected lower-case letters, digits and hyphens, at most 63, got "Shop"   [load-balancer-object-name]`],
  [ing({ hosts: {} }), `ingresses.shop.hosts: expected at least 1 elements, got {}   [ingress-hosts]`],
  [ing({ hosts: { "a.example": {} } }), `ingresses.shop.hosts["a.example"]: expected at least 1 elements, got {}   [ingress-paths]`],
  [host("Shop.example.com"), `ingresses.shop.hosts: expected a map in which each key is a host name in lower case, *.<name> or *, got {"Shop.example.com":{"/":{"service":"frontend","port":80}}}   [ingress-host]`],
  [host("*.*.example.com"), `ingresses.shop.hosts: expected a map in which each key is a host name in lower case, *.<name> or *, got {"*.*.example.com":{"/":{"service":"frontend","port":80}}}   [ingress-host]`],
  [host("shop.*"), `ingresses.shop.hosts: expected a map in which each key is a host name in lower case, *.<name> or *, got {"shop.*":{"/":{"service":"frontend","port":80}}}   [ingress-host]`],
  [host("a.example", "api"), `ingresses.shop.hosts["a.example"]: expected a map in which each key is a path that begins with a slash, without patterns, got {"api":{"service":"frontend","port":80}}   [ingress-path]`],
  [host("a.example", "/api/*"), `ingresses.shop.hosts["a.example"]: expected a map in which each key is a path that begins with a slash, without patterns, got {"/api/*":{"service":"frontend","port":80}}   [ingress-path]`],
  [host("a.example", "/", { service: "frontend" }), `ingresses.shop.hosts["a.example"]["/"]: expected exactly one of port, portName, got {"service":"frontend"}   [ingress-port]`],
  [host("a.example", "/", { service: "frontend", port: 80, portName: "http" }), `ingresses.shop.hosts["a.example"]["/"]: expected exactly one of port, portName, got {"service":"frontend","port":80,"portName":"http"}   [ingress-port]`],
  [host("a.example", "/", { service: "front_end", port: 80 }), `ingresses.shop.hosts["a.example"]["/"].service: expected lower-case letters, digits and hyphens, at most 63, got "front_end"   [load-balancer-object-name]`],
  [host("a.example", "/", { service: "frontend", port: 0 }), `ingresses.shop.hosts["a.example"]["/"].port: expected a whole number from 1 to 65535, got 0; try 1   [ingress-port-number]`],
  [host("a.example", "/", { service: "frontend", port: 65536 }), `ingresses.shop.hosts["a.example"]["/"].port: expected a whole number from 1 to 65535, got 65536; try 65535   [ingress-port-number]`],
  [ing({ https: { certificateArns: [] } }), `ingresses.shop.https.certificateArns: expected 1 to 25 elements, got []   [load-balancer-certificates]`],
  [ing({ https: { certificateArns: ["x"] } }), `ingresses.shop.https.certificateArns[0]: expected the ARN of a certificate in ACM, got "x"   [load-balancer-certificate]`],
  [ing({ https: { certificateArns: [certs[0], certs[0]] } }), `ingresses.shop.https.certificateArns: expected a list without repeated elements, got ["arn:aws:acm:us-east-1:111122223333:certificate/0","arn:aws:acm:us-east-1:111122223333:certificate/0"]; try ["arn:aws:acm:us-east-1:111122223333:certificate/0"]   [load-balancer-distinct-certificates]`],
  [ing({ https: { certificateArns: [certs[0]], sslPolicy: "TLS" } }), `ingresses.shop.https.sslPolicy: expected the name of a security policy, got "TLS"   [ssl-policy]`],
  [ing({ group: { name: "Inside" } }), `ingresses.shop.group.name: expected lower-case letters, digits, hyphens and dots, at most 63, got "Inside"   [ingress-group]`],
  [ing({ group: { name: "in", order: 1001 } }), `ingresses.shop.group.order: expected a whole number from -1000 to 1000, got 1001; try 1000   [ingress-group-order]`],
  [ing({ group: { name: "in", order: -1001 } }), `ingresses.shop.group.order: expected a whole number from -1000 to 1000, got -1001; try -1000   [ingress-group-order]`],
  [ing({ wafAclArn: "x" }), `ingresses.shop.wafAclArn: expected the ARN of a regional web ACL, got "x"   [ingress-waf]`],
  [ing({ inboundCidrs: ["10.0.0.1/8"] }), `ingresses.shop.inboundCidrs[0]: expected an IPv4 CIDR block with a prefix from /0 to /32, got "10.0.0.1/8"; try "10.0.0.0/8"   [ingress-inbound-cidr]`],
  [ing({ inboundCidrs: [] }), `ingresses.shop.inboundCidrs: expected at least 1 elements, got []   [ingress-inbound-cidr-count]`],
  [ing({ idleTimeoutSeconds: 0 }), `ingresses.shop.idleTimeoutSeconds: expected a whole number from 1 to 4000, got 0; try 1   [ingress-idle-timeout]`],
  [ing({ idleTimeoutSeconds: 4001 }), `ingresses.shop.idleTimeoutSeconds: expected a whole number from 1 to 4000, got 4001; try 4000   [ingress-idle-timeout]`],
  [ing({ healthCheck: { path: "healthz" } }), `ingresses.shop.healthCheck.path: expected a path that begins with a slash, got "healthz"   [ingress-health-check-path]`],
  [ing({ healthCheck: { port: "Web" } }), `ingresses.shop.healthCheck.port: expected a number, a name or traffic-port, got "Web"   [health-check-port]`],
  [ing({ healthCheck: { intervalSeconds: 4 } }), `ingresses.shop.healthCheck.intervalSeconds: expected a whole number from 5 to 300, got 4; try 5   [health-check-interval]`],
  [ing({ healthCheck: { timeoutSeconds: 1 } }), `ingresses.shop.healthCheck.timeoutSeconds: expected a whole number from 2 to 120, got 1; try 2   [health-check-timeout]`],
  [ing({ healthCheck: { healthyThreshold: 1 } }), `ingresses.shop.healthCheck.healthyThreshold: expected a whole number from 2 to 10, got 1; try 2   [health-check-healthy]`],
  [ing({ healthCheck: { unhealthyThreshold: 11 } }), `ingresses.shop.healthCheck.unhealthyThreshold: expected a whole number from 2 to 10, got 11; try 10   [health-check-unhealthy]`],
  [ing({ healthCheck: { successCodes: "2xx" } }), `ingresses.shop.healthCheck.successCodes: expected codes such as 200, 200-299 or 200,204, got "2xx"   [ingress-success-codes]`],
  [ing({ subnetIds: ["private"] }), `ingresses.shop.subnetIds[0]: expected a subnet id, got "private"   [load-balancer-subnet]`],
  [ing({ subnetIds: [] }), `ingresses.shop.subnetIds: expected at least 1 elements, got []   [load-balancer-subnet-count]`],
  [ing({ subnetIds: ["subnet-0a", "subnet-0a"] }), `ingresses.shop.subnetIds: expected a list without repeated elements, got ["subnet-0a","subnet-0a"]; try ["subnet-0a"]   [load-balancer-subnet-distinct]`],
  [ing({ securityGroupIds: ["mine"] }), `ingresses.shop.securityGroupIds[0]: expected the id of a security group, got "mine"   [load-balancer-group]`],
  [ing({ securityGroupIds: [] }), `ingresses.shop.securityGroupIds: expected at least 1 elements, got []   [load-balancer-group-count]`],
  [ing({ securityGroupIds: ["sg-0123456789abcdef0", "sg-0123456789abcdef0"] }), `ingresses.shop.securityGroupIds: expected a list without repeated elements, got ["sg-0123456789abcdef0","sg-0123456789abcdef0"]; try ["sg-0123456789abcdef0"]   [load-balancer-group-distinct]`],
  [ing({ accessLogs: { bucket: "Logs" } }), `ingresses.shop.accessLogs.bucket: expected the name of a bucket, got "Logs"   [access-log-bucket]`],
  [ing({ accessLogs: { bucket: "logs", prefix: "a,b" } }), `ingresses.shop.accessLogs.prefix: expected letters, digits and !_.'()/-, got "a,b"   [access-log-prefix]`],
  [ing({ attributes: { a: "b=c" } }), `ingresses.shop.attributes.a: expected text without , and =, got "b=c"   [load-balancer-attribute-value]`],
  [ing({ tags: { a: "x,y" } }), `ingresses.shop.tags.a: expected text without commas, got "x,y"; the controller takes all tags as one text with commas between   [load-balancer-tag-text]`],
  [ing({ tags: { "a=b": "x" } }), `ingresses.shop.tags: expected a map in which each key is text without commas and equals signs, got {"a=b":"x"}; the controller takes all tags as one text of key=value   [load-balancer-tag-key-text]`],
  [ing({ tags: { "aws:a": "x" } }), `ingresses.shop.tags: expected a map in which each key is text that does not begin with aws: or elbv2.k8s.aws/ or ingress.k8s.aws/ or service.k8s.aws/ or kubernetes.io/cluster/, got {"aws:a":"x"}; AWS and the controller keep those for themselves   [load-balancer-tag-reserved]`],
  [ing({ tags: { ["k".repeat(129)]: "x" } }), `ingresses.shop.tags: expected a map in which each key is text of 1 to 128 characters, got ${shown({ ["k".repeat(129)]: "x" })}   [load-balancer-tag-key]`],
  [ing({ tags: { a: "v".repeat(257) } }), `ingresses.shop.tags.a: expected text of at most 256 characters, got ${shown("v".repeat(257))}   [load-balancer-tag-value]`],
  [svc({ selector: {} }), `services.queue.selector: expected at least 1 elements, got {}   [service-selector]`],
  [svc({ ports: {} }), `services.queue.ports: expected 1 to 50 elements, got {}   [service-ports]`],
  [svc({ ports: { "a-port-that-is-long": { port: 80 } } }), `services.queue.ports: expected a map in which each key is at most 15 lower-case letters, digits and hyphens, the first a letter, got {"a-port-that-is-long":{"port":80}}   [service-port-name]`],
  [svc({ ports: { web: { port: 0 } } }), `services.queue.ports.web.port: expected a whole number from 1 to 65535, got 0; try 1   [service-port]`],
  [svc({ ports: { web: { port: 80, targetPort: "Web" } } }), `services.queue.ports.web.targetPort: expected a number or a name, got "Web"   [service-target-port]`],
  [svc({ tls: { ports: [], certificateArns: [certs[0]] } }), `services.queue.tls.ports: expected at least 1 elements, got []   [service-tls-ports]`],
  [svc({ tls: { ports: ["a", "a"], certificateArns: [certs[0]] } }), `services.queue.tls.ports: expected a list without repeated elements, got ["a","a"]; try ["a"]   [service-tls-distinct-ports]`],
  [svc({ sourceCidrs: ["10.0.0.1/8"] }), `services.queue.sourceCidrs[0]: expected an IPv4 CIDR block with a prefix from /0 to /32, got "10.0.0.1/8"; try "10.0.0.0/8"   [service-source-cidr]`],
  [svc({ sourceCidrs: [] }), `services.queue.sourceCidrs: expected at least 1 elements, got []   [service-source-cidr-count]`],
  [svc({ elasticIpIds: ["mine"] }), `services.queue.elasticIpIds[0]: expected the id of an Elastic IP address, got "mine"   [load-balancer-elastic-ip]`],
  [svc({ elasticIpIds: [] }), `services.queue.elasticIpIds: expected at least 1 elements, got []   [load-balancer-elastic-ip-count]`],
  [svc({ elasticIpIds: ["eipalloc-0a", "eipalloc-0a"] }), `services.queue.elasticIpIds: expected a list without repeated elements, got ["eipalloc-0a","eipalloc-0a"]; try ["eipalloc-0a"]   [load-balancer-elastic-ip-distinct]`],
  [svc({ healthCheck: { protocol: "HTTP" } }), `services.queue.healthCheck.path: expected something where protocol is one of HTTP, HTTPS, got null   [service-health-check]`],
  [svc({ healthCheck: { protocol: "HTTP", path: "healthz" } }), `services.queue.healthCheck.path: expected a path that begins with a slash, got "healthz"   [service-health-check-path]`],
];

const problems = (change: Record<string, unknown>) => problemsOf(() => synthStack((stack) => new LoadBalancers(stack, "it", { ...change } as unknown as Given)));
const ruleOf = (sentence: string) => /\[([a-z0-9-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test it.${sentence}`]);
});

it.each([
  {},
  host("*"),
  host("*.example.com", "/a/b.c"),
  host("localhost", "/", { service: "frontend", portName: "http" }),
  ing({ group: { name: "in", order: 1000 }, idleTimeoutSeconds: 4000 }),
  ing({ healthCheck: { successCodes: "200-299,404" } }),
  svc({ ports: { web: { port: 65535, targetPort: "http" } }, healthCheck: { protocol: "HTTPS", path: "/" } }),
])("%j is taken", (change) => {
  expect(problems(change)).toEqual([]);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(loadBalancersInputs).sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const sentences = await variableRefusals({ definition: loadBalancersModule, inputs: loadBalancersInputs }, refused.map(([change]) => change));
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});
