import type { GivenInputs } from "../../../kernel";
import { tf } from "../../../kernel";
import type { workloadIdentityInputs } from "../../../modules/workload-identity/inputs";

type Given = GivenInputs<typeof workloadIdentityInputs>;

export const account = "111122223333";
export const oidc = { issuer: "oidc.eks.us-east-1.amazonaws.com/id/0A", arn: `arn:aws:iam::${account}:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/0A` };
export const keyArn = `arn:aws:kms:us-east-1:${account}:key/00000000-0000-4000-8000-000000000001`;
export const base = { clusterName: "eks-test", region: "us-east-1", account } as const;

/** An identity of its own service account. */
export const pods = (serviceAccount: string, more: object = {}) => ({ namespace: "app", serviceAccount, ...more });

/** Every kind of permission, each with all of its parameters. */
export const everyPermission = {
  loadBalancerController: { vpcId: "vpc-0123456789abcdef0", certificates: {}, accelerators: {} },
  gatewayApiController: {},
  externalDns: { hostedZones: ["Z1", "Z2"] },
  certManager: { hostedZones: ["Z1"] },
  clusterAutoscaler: {},
  ebsCsi: { volumes: "cluster", kmsKeyArns: [keyArn] },
  efsCsi: { fileSystemArns: [`arn:aws:elasticfilesystem:us-east-1:${account}:file-system/fs-0a`, `arn:aws:elasticfilesystem:us-east-1:${account}:file-system/fs-0b`] },
  logs: { groups: ["/app/a", "/app/b/*", `arn:aws:logs:eu-west-1:${account}:log-group:far`], createGroups: {} },
  cloudWatchAgent: {},
  xray: {},
  prometheus: { workspaceArns: [`arn:aws:aps:us-east-1:${account}:workspace/ws-0a`] },
  secrets: { secretArns: [`arn:aws:secretsmanager:us-east-1:${account}:secret:app/db-??????`], kmsKeyArns: [keyArn] },
  parameters: { parameterArns: [`arn:aws:ssm:us-east-1:${account}:parameter/app/*`], kmsKeyArns: [keyArn] },
  s3: {
    whole: { bucketArn: "arn:aws:s3:::whole", access: "read" },
    part: { bucketArn: "arn:aws:s3:::part", prefix: "in/", access: "readWrite", kmsKeyArns: [keyArn] },
    drop: { bucketArn: "arn:aws:s3:::drop", prefix: "out/", access: "write" },
  },
} as const;

const everything = pods("everything", {
  method: "both",
  permissions: everyPermission,
  statements: {
    Queue: { actions: ["sqs:SendMessage"], actionPatterns: ["sqs:Get*"], resources: [`arn:aws:sqs:us-east-1:${account}:a`], conditions: { StringEquals: { "aws:PrincipalTag/kubernetes-namespace": ["app", "${x}"] }, Bool: { "aws:SecureTransport": ["true"] } } },
    Nobody: { effect: "Deny", actions: ["sqs:ListQueues"], anyResource: { because: "it knows none" } },
  },
  managedPolicyArns: { read: "arn:aws:iam::aws:policy/ReadOnlyAccess", own: `arn:aws:iam::${account}:policy/own` },
  assumes: { audit: { roleArn: "arn:aws:iam::444455556666:role/audit", externalId: "secret/1" }, plain: { roleArn: "arn:aws:iam::444455556666:role/plain" } },
  roleName: "by-hand",
  description: "All of it",
  maxSessionHours: 12,
});

const unknown = tf<string>`aws_vpc.other.id`;

export const cases = {
  none: { ...base, identities: {} },
  plain: { ...base, identities: { a: pods("a"), b: pods("b", { permissions: { xray: {}, ebsCsi: {}, loadBalancerController: {} } }) } },
  every: { ...base, oidcProvider: oidc, organizationId: "o-0123456789", rolePath: "/pods/", permissionsBoundary: `arn:aws:iam::${account}:policy/bound`, tags: { team: "a" }, identities: { all: everything } },
  made: { ...base, oidcProvider: { issuer: oidc.issuer, create: {} }, identities: { a: pods("a", { method: "irsa" }) } },
  china: { ...base, partition: "aws-cn", region: "cn-north-1", identities: { lbc: pods("lbc", { permissions: { loadBalancerController: {} } }) } },
  isolated: { ...base, partition: "aws-iso-b", region: "us-isob-east-1", identities: { lbc: pods("lbc", { permissions: { loadBalancerController: {} } }) } },
  long: { ...base, clusterName: "c".repeat(60), identities: { [`${"n".repeat(30)}1`]: pods("a"), [`${"n".repeat(30)}2`]: pods("b") } },
  hidden: {
    ...base,
    clusterName: unknown,
    oidcProvider: { issuer: unknown, arn: tf<string>`aws_vpc.other.arn` },
    identities: {
      a: { namespace: "app", serviceAccount: unknown, method: "both", permissions: { externalDns: { hostedZones: tf<readonly string[]>`[aws_vpc.other.id]` }, s3: { b: { bucketArn: tf<string>`aws_vpc.other.arn`, access: "read" } } }, managedPolicyArns: { own: tf<string>`aws_vpc.other.arn` } },
    },
  },
} as const satisfies Readonly<Record<string, Given>>;
