import type { GivenInputs } from "../../../kernel";
import { LoadBalancerController } from "../../../modules/load-balancer-controller/load-balancer-controller";
import { loadBalancerControllerInputs } from "../../../modules/load-balancer-controller/inputs";
import { loadBalancerControllerModule } from "../../../modules/load-balancer-controller/module";
import { problemsOf, synthStack } from "../../synth";
import { ruleIds, variableRefusals } from "../cluster/both-bindings";

type Given = GivenInputs<typeof loadBalancerControllerInputs>;
const minimal = { clusterName: "eks-test", region: "us-east-1", vpcId: "vpc-0123456789abcdef0" };
const parameters = (changes: object) => ({ ingressClass: { parameters: changes } });
const certs = Array.from({ length: 26 }, (_, index) => `arn:aws:acm:us-east-1:111122223333:certificate/${index}`);
type Refused = readonly (readonly [change: Record<string, unknown>, sentence: string])[];
const shown = (value: unknown) => (JSON.stringify(value).length > 120 ? `${JSON.stringify(value).slice(0, 120)}…` : JSON.stringify(value));

const refused: Refused = [
  [{ region: "virginia" }, `region: expected an AWS region, got "virginia"   [controller-region]`],
  [{ vpcId: "vpc-main" }, `vpcId: expected the id of a VPC, got "vpc-main"   [controller-vpc-id]`],
  [{ repository: "http://charts.example.com" }, `repository: expected the address of a chart repository, https://… or oci://…, got "http://charts.example.com"   [chart-repository]`],
  [{ chartVersion: "3.5" }, `chartVersion: expected an exact version such as 1.2.3, got "3.5"   [chart-version]`],
  [{ namespace: "Kube" }, `namespace: expected the name of a namespace: lower-case letters, digits and hyphens, at most 63, got "Kube"   [release-namespace]`],
  [{ replicas: 0 }, `replicas: expected a whole number from 1 to 10, got 0; try 1   [controller-replicas]`],
  [{ replicas: 11 }, `replicas: expected a whole number from 1 to 10, got 11; try 10   [controller-replicas]`],
  [{ maxUnavailable: 0 }, `maxUnavailable: expected a whole number from 1 to 9, got 0; try 1   [controller-max-unavailable]`],
  [{ maxUnavailable: 10 }, `maxUnavailable: expected a whole number from 1 to 9, got 10; try 9   [controller-max-unavailable]`],
  [{ resources: { requests: { cpu: "a lot" } } }, `resources.requests.cpu: expected a quantity such as 100m or 128Mi, got "a lot"   [pod-resource-quantity]`],
  [{ resources: { limits: { gpu: "1" } } }, `resources.limits: expected a map in which each key is one of cpu, memory, ephemeral-storage, got {"gpu":"1"}   [pod-resource-name]`],
  [{ ingressClass: { name: "Alb" } }, `ingressClass.name: expected lower-case letters, digits, hyphens and dots, at most 253, got "Alb"   [ingress-class-name]`],
  [parameters({ group: "Shared" }), `ingressClass.parameters.group: expected lower-case letters, digits, hyphens and dots, at most 63, got "Shared"   [ingress-group]`],
  [parameters({ certificateArns: [] }), `ingressClass.parameters.certificateArns: expected 1 to 25 elements, got []   [load-balancer-certificates]`],
  [parameters({ certificateArns: certs }), `ingressClass.parameters.certificateArns: expected 1 to 25 elements, got ${shown(certs)}   [load-balancer-certificates]`],
  [parameters({ certificateArns: ["arn:aws:iam::111122223333:server-certificate/x"] }), `ingressClass.parameters.certificateArns[0]: expected the ARN of a certificate in ACM, got "arn:aws:iam::111122223333:server-certificate/x"   [load-balancer-certificate]`],
  [parameters({ certificateArns: [certs[0], certs[0]] }), `ingressClass.parameters.certificateArns: expected a list without repeated elements, got ["arn:aws:acm:us-east-1:111122223333:certificate/0","arn:aws:acm:us-east-1:111122223333:certificate/0"]; try ["arn:aws:acm:us-east-1:111122223333:certificate/0"]   [load-balancer-distinct-certificates]`],
  [parameters({ sslRedirectPort: "https" }), `ingressClass.parameters.sslRedirectPort: expected a port as text, got "https"   [ingress-class-redirect-port]`],
  [parameters({ subnets: {} }), `ingressClass.parameters.subnets: expected exactly one of ids, tags, got {}   [ingress-class-subnet-choice]`],
  [parameters({ subnets: { ids: ["subnet-0a"], tags: { a: ["b"] } } }), `ingressClass.parameters.subnets: expected exactly one of ids, tags, got {"ids":["subnet-0a"],"tags":{"a":["b"]}}   [ingress-class-subnet-choice]`],
  [parameters({ subnets: { ids: ["private"] } }), `ingressClass.parameters.subnets.ids[0]: expected a subnet id, got "private"   [ingress-class-subnet]`],
  [parameters({ subnets: { ids: [] } }), `ingressClass.parameters.subnets.ids: expected at least 1 elements, got []   [ingress-class-subnets]`],
  [parameters({ subnets: { ids: ["subnet-0a", "subnet-0a"] } }), `ingressClass.parameters.subnets.ids: expected a list without repeated elements, got ["subnet-0a","subnet-0a"]; try ["subnet-0a"]   [ingress-class-distinct-subnets]`],
  [parameters({ subnets: { tags: {} } }), `ingressClass.parameters.subnets.tags: expected at least 1 elements, got {}   [ingress-class-subnet-tags]`],
  [parameters({ inboundCidrs: ["10.0.0.1/8"] }), `ingressClass.parameters.inboundCidrs[0]: expected an IPv4 CIDR block with a prefix from /0 to /32, got "10.0.0.1/8"; try "10.0.0.0/8"   [ingress-class-inbound-cidr]`],
  [parameters({ prefixListIds: ["office"] }), `ingressClass.parameters.prefixListIds[0]: expected the id of a prefix list, got "office"   [ingress-class-prefix-list]`],
  [parameters({ wafAclArn: "arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/b" }), `ingressClass.parameters.wafAclArn: expected the ARN of a regional web ACL, got "arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/b"   [ingress-class-waf]`],
  [{ defaultTags: { a: "x,y" } }, `defaultTags.a: expected text without commas, got "x,y"; the controller takes all tags as one text with commas between   [load-balancer-tag-text]`],
  [{ defaultTags: { "a=b": "x" } }, `defaultTags: expected a map in which each key is text without commas and equals signs, got {"a=b":"x"}; the controller takes all tags as one text of key=value   [load-balancer-tag-key-text]`],
  [{ defaultTags: { "a,b": "x" } }, `defaultTags: expected a map in which each key is text without commas and equals signs, got {"a,b":"x"}; the controller takes all tags as one text of key=value   [load-balancer-tag-key-text]`],
  [{ defaultTags: { "aws:a": "x" } }, `defaultTags: expected a map in which each key is text that does not begin with aws: or elbv2.k8s.aws/ or ingress.k8s.aws/ or service.k8s.aws/ or kubernetes.io/cluster/, got {"aws:a":"x"}; AWS and the controller keep those for themselves   [load-balancer-tag-reserved]`],
  [{ defaultTags: { "elbv2.k8s.aws/cluster": "x" } }, `defaultTags: expected a map in which each key is text that does not begin with aws: or elbv2.k8s.aws/ or ingress.k8s.aws/ or service.k8s.aws/ or kubernetes.io/cluster/, got {"elbv2.k8s.aws/cluster":"x"}; AWS and the controller keep those for themselves   [load-balancer-tag-reserved]`],
  [{ defaultTags: { ["k".repeat(129)]: "x" } }, `defaultTags: expected a map in which each key is text of 1 to 128 characters, got ${shown({ ["k".repeat(129)]: "x" })}   [load-balancer-tag-key]`],
  [{ defaultTags: { a: "v".repeat(257) } }, `defaultTags.a: expected text of at most 256 characters, got ${shown("v".repeat(257))}   [load-balancer-tag-value]`],
  [{ backendSecurityGroupId: "mine" }, `backendSecurityGroupId: expected the id of a security group, got "mine"   [controller-backend-group]`],
  [{ featureGates: { "nlb-gateway": true } }, `featureGates: expected a map in which each key is the name of a feature such as NLBGatewayAPI, got {"nlb-gateway":true}   [controller-feature-gate-name]`],
  [{ serviceMonitor: { intervalSeconds: 4 } }, `serviceMonitor.intervalSeconds: expected a whole number from 5 to 3600, got 4; try 5   [service-monitor-interval]`],
  [{ serviceMonitor: { intervalSeconds: 3601 } }, `serviceMonitor.intervalSeconds: expected a whole number from 5 to 3600, got 3601; try 3600   [service-monitor-interval]`],
  [{ drain: { timeoutMinutes: 0 } }, `drain.timeoutMinutes: expected a whole number from 1 to 50, got 0; try 1   [drain-timeout]`],
  [{ drain: { timeoutMinutes: 51 } }, `drain.timeoutMinutes: expected a whole number from 1 to 50, got 51; try 50   [drain-timeout]`],
  [{ drain: { profile: "a b" } }, `drain.profile: expected the name of a profile, got "a b"   [drain-profile]`],
  [{ drain: { roleArn: "deploy" } }, `drain.roleArn: expected the ARN of an IAM role, got "deploy"   [drain-role]`],
  [{ timeoutMinutes: 0 }, `timeoutMinutes: expected a whole number from 1 to 60, got 0; try 1   [release-timeout]`],
  [{ timeoutMinutes: 61 }, `timeoutMinutes: expected a whole number from 1 to 60, got 61; try 60   [release-timeout]`],
];

const problems = (change: Record<string, unknown>) => problemsOf(() => synthStack((stack) => new LoadBalancerController(stack, "it", { ...minimal, ...change } as unknown as Given)));
const ruleOf = (sentence: string) => /\[([a-z0-9-]+)\]$/.exec(sentence)![1]!;

it.each(refused)("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test it.${sentence}`]);
});

it.each([
  { replicas: 1, maxUnavailable: 9 },
  { replicas: 10, drain: null },
  { drain: { timeoutMinutes: 50 } },
  { resources: { requests: { cpu: "1.5", memory: "1Gi" }, limits: {} } },
  parameters({ certificateArns: certs.slice(1) }),
  parameters({ subnets: { tags: { Tier: ["private"] } } }),
  { defaultTags: { "kubernetes.io/owner": "a=b" } },
])("%j is taken", (change) => {
  expect(problems(change)).toEqual([]);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(loadBalancerControllerInputs).sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const sentences = await variableRefusals({ definition: loadBalancerControllerModule, inputs: loadBalancerControllerInputs }, refused.map(([change]) => change));
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});
