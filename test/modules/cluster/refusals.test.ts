import type { GivenInputs } from "../../../kernel";
import { Cluster } from "../../../modules/cluster/cluster";
import { clusterInputs } from "../../../modules/cluster/inputs";
import { clusterModule } from "../../../modules/cluster/module";
import { floor, problemsOf, synthStack } from "../../synth";
import { ruleIds, terraformRefusals } from "./both-bindings";
import { roleRefusals, tagRefusals } from "../shared-refusals";
import { minimal } from "./minimal";

type Given = GivenInputs<typeof clusterInputs>;

const refused: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [{ name: "a".repeat(101) }, `name: expected text of 1 to 100 characters, got "${"a".repeat(101)}"   [cluster-name-length]`],
  [{ name: "-eks" }, `name: expected letters, digits, hyphens and underscores, the first a letter or digit, got "-eks"   [cluster-name]`],
  [{ kubernetesVersion: "1.35.2" }, `kubernetesVersion: expected a minor version such as 1.35, got "1.35.2"; EKS chooses the patch version itself   [cluster-kubernetes-version]`],
  [{ account: "1111-2222-3333" }, `account: expected an account id of twelve digits, got "1111-2222-3333"   [cluster-account]`],
  [{ subnetIds: { "us-east-1a": "subnet-a" } }, `subnetIds: expected subnets in at least two availability zones, got {"us-east-1a":"subnet-a"}   [cluster-subnet-zones]`],
  [{ endpoint: { private: false } }, `endpoint: expected at least one of private, public, got {"private":false}; nobody could reach the API server   [cluster-endpoint]`],
  [
    { endpoint: { public: { cidrs: [] } } },
    `endpoint.public.cidrs: expected at least one address block, got []; EKS reads an empty list as the whole internet   [public-endpoint-cidrs]`,
  ],
  ...["0.0.0.0/0", "0.0.0.0/1", "203.0.113.7/24", "2001:db8::/32", "203.0.113.7"].map(
    (block) =>
      [
        { endpoint: { public: { cidrs: [block] } } },
        `endpoint.public.cidrs: expected a list in which each element is an IPv4 CIDR block with a prefix from /8 to /32, got ["${block}"]; a wider block opens the API server to the internet   [public-endpoint-allow-list]`,
      ] as const,
  ),
  [
    { endpoint: { public: { cidrs: ["203.0.113.0/24", "203.0.113.0/24"] } } },
    `endpoint.public.cidrs: expected a list without repeated elements, got ["203.0.113.0/24","203.0.113.0/24"]; try ["203.0.113.0/24"]   [public-endpoint-distinct]`,
  ],
  [{ logTypes: ["api", "api"] }, `logTypes: expected a list without repeated elements, got ["api","api"]; try ["api"]   [cluster-log-types]`],
  [
    { logRetentionDays: 42 },
    `logRetentionDays: expected one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 42; CloudWatch Logs knows no other   [cluster-log-retention]`,
  ],
  [{ logKmsKeyArn: "alias/logs" }, `logKmsKeyArn: expected the ARN of a KMS key, got "alias/logs"; an alias or a key id is not enough   [cluster-log-key]`],
  [{ secretsKey: {} }, `secretsKey: expected exactly one of create, arn, got {}   [secrets-key]`],
  [
    { secretsKey: { create: {}, arn: "arn:aws:kms:us-east-1:111122223333:key/one" } },
    `secretsKey: expected exactly one of create, arn, got {"create":{},"arn":"arn:aws:kms:us-east-1:111122223333:key/one"}   [secrets-key]`,
  ],
  [
    { secretsKey: { arn: "arn:aws:kms:us-east-1:111122223333:alias/one" } },
    `secretsKey.arn: expected the ARN of a KMS key, got "arn:aws:kms:us-east-1:111122223333:alias/one"; an alias or a key id is not enough   [secrets-key-arn]`,
  ],
  [{ secretsKey: { create: { rotationDays: 30 } } }, `secretsKey.create.rotationDays: expected a whole number from 90 to 2560, got 30; try 90   [secrets-key-rotation]`],
  [
    { secretsKey: { create: { deletionWindowDays: 6.5 } } },
    `secretsKey.create.deletionWindowDays: expected a whole number from 7 to 30, got 6.5; try 7   [secrets-key-deletion-window]`,
  ],
  [{ admins: {} }, `admins: expected at least one administrator, got {}; nobody else is let in   [cluster-admins]`],
  [
    { admins: { me: { principalArn: "arn:aws:sts::111122223333:assumed-role/admin/me" } } },
    `admins.me.principalArn: expected the ARN of an IAM role or user, got "arn:aws:sts::111122223333:assumed-role/admin/me"; sessions and accounts get no access entry   [admin-principal]`,
  ],
  [
    { admins: { a: { principalArn: "arn:aws:iam::111122223333:role/x" }, b: { principalArn: "arn:aws:iam::111122223333:role/x" } } },
    `admins: expected each principal once, got {"a":{"principalArn":"arn:aws:iam::111122223333:role/x"},"b":{"principalArn":"arn:aws:iam::111122223333:role/x"}}; EKS keeps one access entry for each   [distinct-admins]`,
  ],
  [{ serviceCidr: "10.0.0.0/8" }, `serviceCidr: expected an IPv4 CIDR block with a prefix from /12 to /24, got "10.0.0.0/8"; try "10.0.0.0/12"   [service-cidr-prefix]`],
  [{ serviceCidr: "172.20.0.1/16" }, `serviceCidr: expected an IPv4 CIDR block with a prefix from /12 to /24, got "172.20.0.1/16"; try "172.20.0.0/16"   [service-cidr-prefix]`],
  [{ serviceCidr: "172.32.0.0/16" }, `serviceCidr: expected a block inside 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, got "172.32.0.0/16"   [service-cidr-range]`],
  ...roleRefusals,
  ...tagRefusals,
];

const choices: readonly (readonly [change: Record<string, unknown>, sentence: string])[] = [
  [{ partition: "aws-china" }, `partition: expected one of aws, aws-cn, aws-us-gov, aws-eusc, aws-iso, aws-iso-b, aws-iso-e, aws-iso-f, got "aws-china"; try "aws-cn"   [choice]`],
  [{ logTypes: ["audits"] }, `logTypes[0]: expected one of api, audit, authenticator, controllerManager, scheduler, got "audits"; try "audit"   [choice]`],
  [{ authenticationMode: "CONFIG_MAP" }, `authenticationMode: expected one of API, API_AND_CONFIG_MAP, got "CONFIG_MAP"   [choice]`],
  [{ upgradePolicy: "NONE" }, `upgradePolicy: expected one of STANDARD, EXTENDED, got "NONE"   [choice]`],
  [{ deletionProtection: true }, `deletionProtection: expected nothing here for aws provider 5.100.0, got true; it needs aws provider 6.9 or newer   [provider-version]`],
  [{ endpoints: {} }, `endpoints: expected one of the keys ${Object.keys(clusterInputs).join(", ")}, got "endpoints"; try "endpoint"   [unknown-key]`],
];

const problems = (change: Record<string, unknown>) =>
  problemsOf(() => synthStack((stack) => new Cluster(stack, "cluster", { ...minimal, ...change } as Given), floor));
const ruleOf = (sentence: string) => /\[([a-z-]+)\]$/.exec(sentence)![1]!;

it.each([...refused, ...choices])("%j is refused with one sentence", (change, sentence) => {
  expect(problems(change)).toEqual([`test cluster.${sentence}`]);
});

it("every problem is told at once", () => {
  expect(problems({ name: "-", account: "1", logRetentionDays: 2 })).toHaveLength(3);
});

it("every rule of the inputs stands in this table", () => {
  expect([...new Set(refused.map(([, sentence]) => ruleOf(sentence)))].sort()).toEqual(ruleIds(clusterInputs).sort());
});

it("Terraform refuses the same in the published module, by the same rules", async () => {
  const cases = Object.fromEntries(refused.map(([change], index) => [`case_${index}`, { ...minimal, ...change } as never]));
  const sentences = await terraformRefusals({ definition: clusterModule, inputs: clusterInputs, construct: Cluster }, cases);
  expect(sentences.map(ruleOf).sort()).toEqual(refused.map(([, sentence]) => ruleOf(sentence)).sort());
});
