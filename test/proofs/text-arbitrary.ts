import fc from "fast-check";
import { formatCidr, network, parseCidr } from "../../kernel/cidr";
import { addonNames } from "../../aws/addons";
import { autoscalingOptions } from "../../aws/autoscaler-tags";
import { streams } from "../../modules/fluentd/output-inputs";
import { type AnyRule, boundsOf, patternOf, prefixesOf } from "./rule-reading";

export const region = "us-east-1";
/** Zones by the letters that the computed layout knows. */
export const zoneNames = [..."abcdefgh"].map((letter) => region + letter);

/** Text that Terraform, HCL and JSON read as something else when it is not escaped. */
const nasty = ["", "plain", "${aws_vpc.this.id}", "%{ if true }x%{ endif }", "$${x}", '"quoted"', "back\\slash", "two\nlines", "tab\there", "ünï→文", "#{x}", "</x>"];
const nastyText = fc.constantFrom(...nasty);

const key = fc.constantFrom("a", "b-1", "C_2", "system");
const arn = (service: string, rest: string) => fc.constant(`arn:aws:${service}:${rest}`);

/** Fields without a rule that says what AWS takes. */
const byField: Readonly<Record<string, fc.Arbitrary<string>>> = {
  clusterName: fc.constantFrom("eks", "eks-prod", "a".repeat(60), "b".repeat(100)),
  name: fc.constantFrom("eks", "eks-prod", "N_1", "a".repeat(57), "b".repeat(99)),
  permissionsBoundary: arn("iam:", "111122223333:policy/boundary"),
  kmsKeyArn: arn("kms", `${region}:111122223333:key/00000000-0000-4000-8000-000000000001`),
  policy: fc.constant('{"Version":"2012-10-17","Statement":[]}'),
  serviceRegion: fc.constantFrom("us-west-2", "eu-central-1"),
  serviceName: fc.constantFrom("com.example.service", "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0"),
  discoveryTag: fc.constantFrom("eks", "${x}"),
  releaseVersion: fc.constant("1.35.0-20260901"),
  configurationValues: fc.constantFrom("{}", '{"replicaCount":2}', '{"env":{"A":"${x} %{y} \\"z\\"\\n"}}'),
  cidrIpv6: fc.constantFrom("2001:db8::/32", "::/0"),
  issuerUrl: fc.constant("https://login.example.com/tenant"),
  vpcId: fc.constant("vpc-0123456789abcdef0"),
  natZone: fc.constantFrom(...zoneNames),
  zones: fc.constantFrom(...zoneNames),
  fastRestoreZones: fc.constantFrom(...zoneNames),
  clusterServiceCidr: fc.constant("10.100.0.0/16"),
  scriptBefore: fc.constantFrom("#!/bin/sh\necho ${x} %{y} \"z\"", "Write-Host"),
  scriptAfter: fc.constantFrom("#!/bin/sh\necho ${x} %{y} \"z\"", "Write-Host"),
  kubeletConfig: fc.constantFrom("{}", '{"maxPods":7,"a":{"b":["${x}"]}}'),
  bottlerocketSettings: fc.constantFrom("a = 1", '# ${x}\n[settings.kernel]\nlockdown = "none"'),
  manifests: fc.noBias(fc.integer({ min: 0, max: 1_000_000 })).map((number) => JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: `m${number}` }, data: { text: "${x} %{y}" } })),
  path: fc.constantFrom("/charts/shop", "/srv"),
  resourceGroupArn: arn("resource-groups", `${region}:111122223333:group/reserved`),
};

/** Keys of maps, by the field. */
const keysByField: Readonly<Record<string, fc.Arbitrary<string>>> = {
  addons: fc.constantFrom(...addonNames, "own_addon"),
  subnetIds: fc.constantFrom(...zoneNames),
  logGroups: fc.constantFrom(...streams),
  statements: fc.constantFrom("Read", "Write2", "Send"),
  cidrs: fc.constantFrom(...zoneNames),
  natElasticIps: fc.constantFrom(...zoneNames),
  interfaceEndpoints: fc.constantFrom("ecr.api", "ecr.dkr", "sts", "s3", "logs", "com-example"),
  tags: fc.constantFrom("Team", "cost-center", "a b", "x:y/z", "${x}", "%{y}", 'say "hi"', "for"),
  policies: fc.constantFrom("AmazonEKSClusterAdminPolicy", "AmazonEKSViewPolicy", "AmazonEKSEditPolicy"),
  options: fc.constantFrom(...autoscalingOptions),
  resources: fc.constantFrom("nvidia.com/gpu", "hugepages-2Mi"),
  requests: fc.constantFrom("cpu", "memory"),
  limits: fc.constantFrom("cpu", "memory", "ephemeral-storage"),
  featureGates: fc.constantFrom("NLBGatewayAPI", "ALBSingleSubnet"),
  ingresses: fc.constantFrom("a", "b-1", "system"),
  services: fc.constantFrom("a", "b-1", "system"),
  ports: fc.constantFrom("a", "b-1", "system"),
  hosts: fc.constantFrom("shop.example.com", "*.example.com", "*"),
  "hosts.*": fc.constantFrom("/", "/api", "/%{a}"),
  releases: fc.constantFrom("pools", "b-1", "c.2"),
  namespaces: fc.constantFrom("a", "b-1", "system"),
  classes: fc.constantFrom("gp3", "b-1", "a.b"),
  snapshotClasses: fc.constantFrom("nightly", "b-1", "c2"),
  clusterRoles: fc.constantFrom("a", "b-1", "team:on-call"),
  bindings: fc.constantFrom("a", "b-1", "system"),
  ingress: fc.constantFrom("a", "b-1", "system"),
  egress: fc.constantFrom("a", "b-1", "system"),
  quota: fc.constantFrom("pods", "requests.cpu", "count/secrets"),
  limitRange: fc.constantFrom("Container", "Pod", "PersistentVolumeClaim"),
  labels: fc.constantFrom("team", "example.com/tier", "node-role"),
};

export function textOf(field: string, rules: readonly AnyRule[]): fc.Arbitrary<string> {
  const own = Object.hasOwn(byField, field) ? byField[field]! : undefined;
  if (own !== undefined) return own;
  const prefixes = rules.map(prefixesOf).find((found) => found !== undefined);
  if (prefixes !== undefined) return cidr(field, prefixes, (block) => rules.every((rule) => rule.holds(block as never)));
  const pattern = rules.map(patternOf).find((found) => found !== undefined);
  if (pattern !== undefined) return matching(realistic(pattern));
  const { min = 0 } = Object.assign({}, ...rules.map((rule) => boundsOf(rule, "length"))) as { min?: number };
  return min === 0 ? nastyText : nastyText.map((text) => (text === "" ? "x" : text));
}

export function keyOf(field: string): fc.Arbitrary<string> {
  return Object.hasOwn(keysByField, field) ? keysByField[field]! : key;
}

function cidr(field: string, { min, max }: { min: number; max: number }, obeys: (block: string) => boolean): fc.Arbitrary<string> {
  // Private and public ranges, of which the field's other rules may take one alone.
  const base = field === "cidr" ? [10] : [10, 172, 203].filter((first) => obeys(`${first}.16.0.0/${Math.max(min, 16)}`) || obeys(`${first}.16.0.0/${max}`));
  return fc
    .tuple(fc.constantFrom(...base), fc.integer({ min: 0, max: 255 }), fc.integer({ min: Math.max(min, 8), max }))
    .map(([first, second, prefix]) => formatCidr(network({ ...parseCidr(`${first}.${first === 172 ? 16 + (second % 16) : second}.192.0/32`)!, prefix })));
}

const made = new Map<string, fc.Arbitrary<string>>();

/** Remembered, because a pattern takes long to be read and stands in many inputs. */
function matching(pattern: RegExp): fc.Arbitrary<string> {
  return made.get(pattern.source) ?? made.set(pattern.source, fc.stringMatching(pattern)).get(pattern.source)!;
}

/** The provider judges ARNs more closely than our rules: a partition, a region and names that exist. */
function realistic(pattern: RegExp): RegExp {
  const source = pattern.source
    .replace(/^\^arn:aws\[a-z-\]\*:/, "^arn:aws:")
    .replace(/^\^arn:\[a-z-\]\+:/, "^arn:(aws|aws-cn|aws-us-gov):")
    .replace(":[a-z0-9-]+:", `:${region}:`)
    .replace(/\.\+\$$/, "[a-z][a-z0-9-]{2,12}$")
    .replace(/\]\+\$$/, "]{1,16}$")
    .replace(/\]\*\$$/, "]{0,16}$");
  return new RegExp(source);
}
