import { flowLogsToBucket, flowLogsToGroup } from "../../aws/flow-log-policies";
import { keyAdministration, logsKeyUse, nodeDiskKeyUse, secretsKeyUse } from "../../aws/key-policies";
import { policyDocument, type PolicyStatement } from "../../aws/policy-statement";
import { clusterTrust, fargateTrust, flowLogsTrust, nodeTrust, podIdentityTrust, serviceAccountTrust, subjectsTrust } from "../../aws/trust-policies";

/** Stands for an expression handle: anything that joins it as a plain string is caught. */
class Opaque {
  constructor(readonly name: string) {}
  toString(): string {
    throw new Error(`bug: ${this.name} was turned into text outside the tag`);
  }
}

const text = (strings: TemplateStringsArray, ...values: readonly (string | Opaque)[]): Opaque =>
  new Opaque(strings.map((part, index) => part + (index < values.length ? shown(values[index]!) : "")).join(""));

function shown(value: string | Opaque): string {
  return typeof value === "string" ? value : `<${value.name}>`;
}

const document = (statements: readonly PolicyStatement<Opaque>[]): unknown =>
  JSON.parse(JSON.stringify(policyDocument(statements, shown), (_, value: unknown) => (value instanceof Opaque ? shown(value) : value)));

const place = { partition: new Opaque("partition"), region: new Opaque("region"), account: new Opaque("account") };
const bucket = new Opaque("bucket");

describe("policies", () => {
  it.each([
    ["cluster", clusterTrust(), "eks.amazonaws.com", "sts:AssumeRole"],
    ["Auto Mode cluster", clusterTrust({ autoMode: true }), "eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"]],
    ["node", nodeTrust(), "ec2.amazonaws.com", "sts:AssumeRole"],
    ["pod", podIdentityTrust(), "pods.eks.amazonaws.com", ["sts:AssumeRole", "sts:TagSession"]],
  ])("the %s role trusts one service and no condition", (_, statements, service, action) => {
    expect(document(statements)).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: action }],
    });
  });

  it("a Fargate role is for the profiles of its cluster", () => {
    expect(document(fargateTrust(text, { ...place, clusterName: new Opaque("cluster") }))).toMatchObject({
      Statement: [{ Condition: { ArnLike: { "aws:SourceArn": "<arn:<partition>:eks:<region>:<account>:fargateprofile/<cluster>/*>" } } }],
    });
  });

  it("a pod's role can be bound to one cluster", () => {
    expect(document(podIdentityTrust({ account: place.account, clusterArn: new Opaque("cluster.arn") }))).toMatchObject({
      Statement: [{ Condition: { StringEquals: { "aws:SourceAccount": "<account>" }, ArnEquals: { "aws:SourceArn": "<cluster.arn>" } } }],
    });
  });

  it("a service account's role names the account and the audience under the issuer's keys", () => {
    const identity = { providerArn: new Opaque("provider"), issuer: new Opaque("issuer"), namespace: "kube-system", serviceAccount: "aws-node" };
    expect(document(serviceAccountTrust(text, identity))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: "<provider>" },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: { "<<issuer>:aud>": "sts.amazonaws.com", "<<issuer>:sub>": "<system:serviceaccount:kube-system:aws-node>" },
          },
        },
      ],
    });
  });

  it("several service accounts are each named in full", () => {
    const subjects = [new Opaque("one"), new Opaque("two")];
    expect(document(subjectsTrust<Opaque, never>(text, { providerArn: new Opaque("provider"), issuer: new Opaque("issuer"), subjects }))).toMatchObject({
      Statement: [{ Condition: { StringEquals: { "<<issuer>:sub>": ["<one>", "<two>"] } } }],
    });
  });

  it("the flow-log role trusts flow logs of this account and region alone", () => {
    expect(document(flowLogsTrust(text, place))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: {
            StringEquals: { "aws:SourceAccount": "<account>" },
            ArnLike: { "aws:SourceArn": "<arn:<partition>:ec2:<region>:<account>:vpc-flow-log/*>" },
          },
        },
      ],
    });
  });

  it("the flow-log role cannot make log groups", () => {
    const statements = flowLogsToGroup(text, new Opaque("group.arn"));
    expect(statements.flatMap(({ actions }) => actions)).not.toContain("logs:CreateLogGroup");
    expect(statements[0]?.resources?.map(shown)).toEqual(["<group.arn>", "<<group.arn>:log-stream:*>"]);
  });

  it("the bucket lets flow logs of this account in, and leaves the objects to its owner", () => {
    expect(document(flowLogsToBucket(text, bucket, place))).toMatchObject({
      Statement: [
        {
          Action: "s3:PutObject",
          Resource: "<<bucket>/*>",
          Condition: {
            StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": "<account>" },
            ArnLike: { "aws:SourceArn": "<arn:<partition>:logs:<region>:<account>:*>" },
          },
        },
        { Action: ["s3:GetBucketAcl", "s3:ListBucket"], Resource: "<bucket>", Condition: { StringEquals: { "aws:SourceAccount": "<account>" } } },
      ],
    });
  });

  it("a key's statements name their users", () => {
    const logs = { ...place, dnsSuffix: new Opaque("suffix"), logGroupPrefix: "/aws/eks/" };
    const statements = [keyAdministration(text, place), secretsKeyUse(new Opaque("role")), logsKeyUse(text, logs), ...nodeDiskKeyUse(text, place)];
    const slr = "<arn:<partition>:iam::<account>:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling>";
    expect((document(statements) as { Statement: { Principal: unknown }[] }).Statement.map(({ Principal }) => Principal)).toEqual([
      { AWS: "<arn:<partition>:iam::<account>:root>" },
      { AWS: "<role>" },
      { Service: "<logs.<region>.<suffix>>" },
      { AWS: slr },
      { AWS: slr },
    ]);
    expect(document([logsKeyUse(text, logs)])).toMatchObject({
      Statement: [{ Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": "<arn:<partition>:logs:<region>:<account>:log-group:/aws/eks/*>" } } }],
    });
    expect(new Set(statements.map(({ sid }) => sid)).size).toBe(statements.length);
  });

  it("only CreateGrant for AWS resources goes to the one who starts nodes", () => {
    expect(document(nodeDiskKeyUse(text, place))).toMatchObject({
      Statement: [{}, { Action: "kms:CreateGrant", Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } }],
    });
  });

  it("a condition named twice is a bug, not a silent loss", () => {
    const twice: PolicyStatement = {
      effect: "Allow",
      actions: ["s3:GetObject"],
      conditions: ["1", "2"].map((account) => ({ test: "StringEquals", variable: "aws:SourceAccount", values: [account] })),
    };
    expect(() => policyDocument([twice], String)).toThrow("bug: a condition names aws:SourceAccount twice");
  });
});
