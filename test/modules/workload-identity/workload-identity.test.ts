import { certManager, externalDns } from "../../../aws/policies/dns";
import { clusterAutoscaler } from "../../../aws/policies/cluster-autoscaler";
import { ebsCsiKeys, ebsCsiOfCluster, ebsCsiOfDriver } from "../../../aws/policies/ebs-csi";
import { efsCsi } from "../../../aws/policies/efs-csi";
import { gatewayApiController } from "../../../aws/policies/gateway-api-controller";
import { loadBalancerAccelerators, loadBalancerCertificates, loadBalancerController, openSecurityGroups } from "../../../aws/policies/load-balancer-controller";
import { cloudWatchAgent, logGroupMaker, logWriter, prometheusWriter, xrayWriter } from "../../../aws/policies/observability";
import { s3Keys, s3List, s3ListUnder, s3ObjectActions, s3Objects } from "../../../aws/policies/s3";
import { decryptThrough, parameterReader, secretReader } from "../../../aws/policies/secrets";
import { isKnownAction } from "../../../aws/iam-actions";
import type { PolicyStatement } from "../../../aws/policy-statement";
import { podIdentityTrust, serviceAccountTrust } from "../../../aws/trust-policies";
import { workloadIdentityInputs } from "../../../modules/workload-identity/inputs";
import { workloadIdentityModule } from "../../../modules/workload-identity/module";
import { WorkloadIdentity } from "../../../modules/workload-identity/workload-identity";
import { statementsIn, statementsOf, text } from "../../aws/policy-sets";
import { planFiles } from "../../harness";
import { newest, synthModule } from "../../synth";
import { bindings, planBoth } from "../cluster/both-bindings";
import { account, cases, everyPermission, keyArn, oidc } from "./cases";

const subject = { definition: workloadIdentityModule, inputs: workloadIdentityInputs, construct: WorkloadIdentity };
let planned: Awaited<ReturnType<typeof planBoth>>;

beforeAll(async () => {
  planned = await planBoth(subject, cases, { aws_vpc: { other: { cidr_block: "10.0.0.0/16" } } });
});

type Statements = readonly PolicyStatement<string, readonly string[]>[];

const clusterArn = `arn:aws:eks:us-east-1:${account}:cluster/eks-test`;
const zone = (id: string) => `arn:aws:route53:::hostedzone/${id}`;
const group = (name: string) => `arn:aws:logs:us-east-1:${account}:log-group:${name}`;
const groups = [group("/app/a"), group("/app/b/*"), everyPermission.logs.groups[2]];
const controller = (partition: string): Statements =>
  loadBalancerController<string, readonly string[]>(text, { partition, unlessIsolated: (always, more) => (partition.startsWith("aws-iso") ? always : [...always, ...more]) });

/** What each kind of permission must come to, from the statements as plain data. */
const granted: Readonly<Record<string, Statements>> = {
  load_balancer_controller: [...controller("aws"), ...openSecurityGroups(`arn:aws:ec2:us-east-1:${account}:vpc/vpc-0123456789abcdef0`)],
  load_balancer_certificates: loadBalancerCertificates(),
  load_balancer_accelerators: loadBalancerAccelerators(text, "aws"),
  gateway_api_controller: gatewayApiController(text, "aws"),
  external_dns: externalDns([zone("Z1"), zone("Z2")]),
  cert_manager: certManager(text, "aws", [zone("Z1")]),
  cluster_autoscaler: clusterAutoscaler(text, {
    name: "eks-test",
    nodeGroupArns: `arn:aws:eks:us-east-1:${account}:nodegroup/eks-test/*`,
    autoscalingGroups: `arn:aws:autoscaling:us-east-1:${account}:autoScalingGroup:*:autoScalingGroupName/*`,
  }),
  ebs_csi: [...ebsCsiOfCluster(text, { partition: "aws", clusterName: "eks-test" }), ...ebsCsiKeys([keyArn])],
  efs_csi: efsCsi(everyPermission.efsCsi.fileSystemArns, [`arn:aws:elasticfilesystem:us-east-1:${account}:access-point/*`]),
  logs: [...logWriter(groups.flatMap((arn) => [arn, `${arn}:*`])), ...logGroupMaker(groups)],
  cloud_watch_agent: cloudWatchAgent(text, group("/aws/containerinsights/eks-test/*")),
  xray: xrayWriter(),
  prometheus: prometheusWriter(everyPermission.prometheus.workspaceArns),
  secrets: [...secretReader(everyPermission.secrets.secretArns), ...decryptThrough(text, "secretsmanager", "us-east-1", [keyArn])],
  parameters: [...parameterReader(everyPermission.parameters.parameterArns), ...decryptThrough(text, "ssm", "us-east-1", [keyArn])],
  s3: [
    s3List("arn:aws:s3:::whole"),
    s3ListUnder(text, "arn:aws:s3:::part", "in/"),
    s3Objects(text, { bucketArn: "arn:aws:s3:::whole", prefix: "", actions: s3ObjectActions.read }),
    s3Objects(text, { bucketArn: "arn:aws:s3:::part", prefix: "in/", actions: s3ObjectActions.readWrite }),
    s3Objects(text, { bucketArn: "arn:aws:s3:::drop", prefix: "out/", actions: s3ObjectActions.write }),
    s3Keys(text, "us-east-1", [keyArn]),
  ],
};
const own = ["assume_roles", "statements"];
const issuer = `oidc.eks.us-gov-east-1.amazonaws.com/id/${"0".repeat(32)}`;

describe.each(bindings)("identities in a %s", (binding) => {
  const of = (name: keyof typeof cases) => planned(binding, name);
  const policy = (name: keyof typeof cases, kind: string, identity: string) => of(name).values(`aws_iam_role_policy.${kind}["${identity}"]`)["policy"] as string;
  const trust = (name: keyof typeof cases, identity: string) => of(name).values(`aws_iam_role.this["${identity}"]`)["assume_role_policy"] as string;

  it("make nothing when there are none", () => {
    expect(of("none").addresses()).toEqual([]);
  });

  it("make a role and its association, and a policy for each permission that is asked for", () => {
    expect(of("plain").addresses()).toEqual([
      'aws_eks_pod_identity_association.this["a"]',
      'aws_eks_pod_identity_association.this["b"]',
      'aws_iam_role.this["a"]',
      'aws_iam_role.this["b"]',
      'aws_iam_role_policy.ebs_csi["b"]',
      'aws_iam_role_policy.load_balancer_controller["b"]',
      'aws_iam_role_policy.xray["b"]',
    ]);
    expect(of("plain").values('aws_iam_role.this["a"]')).toMatchObject({ name: "eks-test-a-pod", description: "Pods of app/a in the EKS cluster eks-test", max_session_duration: 3600, path: "/" });
    expect(of("plain").values('aws_eks_pod_identity_association.this["a"]')).toMatchObject({ cluster_name: "eks-test", namespace: "app", service_account: "a" });
  });

  it.each(Object.keys(granted))("%s comes to the statements as they are written", (kind) => {
    expect(statementsOf(policy("every", kind, "all"))).toEqual(statementsIn(granted[kind]!));
  });

  it("no permission is left out of the list above", () => {
    const kinds = of("every").addresses().flatMap((address) => /^aws_iam_role_policy\.(\w+)\[/.exec(address)?.[1] ?? []);
    expect(kinds).toEqual([...Object.keys(granted), ...own].sort());
  });

  it("the volumes of any driver and security groups of any VPC are the default", () => {
    expect(statementsOf(policy("plain", "ebs_csi", "b"))).toEqual(statementsIn(ebsCsiOfDriver(text, { partition: "aws" })));
    expect(statementsOf(policy("plain", "load_balancer_controller", "b"))).toEqual(statementsIn([...controller("aws"), ...openSecurityGroups<string>()]));
  });

  it.each([["china", "aws-cn"], ["isolated", "aws-iso-b"]] as const)("the controller's permissions are those of its partition: %s", (name, partition) => {
    expect(statementsOf(policy(name, "load_balancer_controller", "lbc"))).toEqual(statementsIn([...controller(partition), ...openSecurityGroups<string>()]));
  });

  it("trust the pods of one service account in one cluster, and what is named alone", () => {
    expect(statementsOf(trust("plain", "a"))).toEqual(statementsIn(podIdentityTrust({ account, clusterArn })));
  });

  it("trust both ways where the method is both, and only while the account is in the organization", () => {
    expect(statementsOf(trust("every", "all"))).toEqual(
      statementsIn([
        ...podIdentityTrust({ account, clusterArn, organizationId: "o-0123456789" }),
        ...serviceAccountTrust(text, { providerArn: oidc.arn, issuer: oidc.issuer, namespace: "app", serviceAccount: "everything" }),
      ]),
    );
  });

  it("by IRSA have no association, and a provider where it is to be made", () => {
    expect(of("made").addresses()).toEqual(["aws_iam_openid_connect_provider.this[0]", 'aws_iam_role.this["a"]']);
    expect(of("made").values("aws_iam_openid_connect_provider.this[0]")).toMatchObject({ url: `https://${oidc.issuer}`, client_id_list: ["sts.amazonaws.com"] });
  });

  it("take every option of a role", () => {
    expect(of("every").values('aws_iam_role.this["all"]')).toMatchObject({
      name: "by-hand",
      description: "All of it",
      max_session_duration: 43200,
      path: "/pods/",
      permissions_boundary: `arn:aws:iam::${account}:policy/bound`,
      tags: { team: "a" },
    });
    expect(of("every").values('aws_iam_role_policy_attachment.this["all/own"]')).toMatchObject({ role: "by-hand", policy_arn: `arn:aws:iam::${account}:policy/own` });
  });

  it("take statements of one's own, variables of IAM as they are written", () => {
    expect(JSON.parse(policy("every", "statements", "all"))).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Sid: "Nobody", Effect: "Deny", Action: ["sqs:ListQueues"], Resource: ["*"] },
        {
          Sid: "Queue",
          Effect: "Allow",
          Action: ["sqs:SendMessage", "sqs:Get*"],
          Resource: [`arn:aws:sqs:us-east-1:${account}:a`],
          Condition: { Bool: { "aws:SecureTransport": ["true"] }, StringEquals: { "aws:PrincipalTag/kubernetes-namespace": ["app", "${x}"] } },
        },
      ],
    });
    expect(JSON.parse(policy("every", "assume_roles", "all"))).toMatchObject({
      Statement: [{ Action: ["sts:AssumeRole", "sts:TagSession"], Resource: ["arn:aws:iam::444455556666:role/audit", "arn:aws:iam::444455556666:role/plain"] }],
    });
  });

  it("have names of at most 64 characters, each its own", () => {
    const names = of("long").addresses().filter((address) => address.startsWith("aws_iam_role.")).map((address) => of("long").values(address)["name"] as string);
    expect(names.map((name) => name.length)).toEqual([64, 64]);
    expect(new Set(names).size).toBe(2);
  });

  it("take what is known only after apply", () => {
    expect(of("hidden").addresses()).toEqual([
      'aws_eks_pod_identity_association.this["a"]',
      'aws_iam_role.this["a"]',
      'aws_iam_role_policy.external_dns["a"]',
      'aws_iam_role_policy.s3["a"]',
      'aws_iam_role_policy_attachment.this["a/own"]',
    ]);
    expect(of("hidden").unknown('aws_iam_role_policy.s3["a"]')).toMatchObject({ policy: true });
  });
});

describe("the statements of this project", () => {
  const statements = Object.values(granted).flat();

  it("name actions that IAM knows", () => {
    const actions = statements.flatMap((statement) => statement.actions as readonly string[]);
    expect(actions.filter((action) => isKnownAction(action) !== true)).toEqual([]);
  });

  it("leave room below IAM's 10,240 characters of inline policies, and below 2,048 of trust", () => {
    const size = (of: Statements) => statementsIn(of).join().length;
    expect(Math.max(...Object.values(granted).map(size))).toBeLessThan(10_240 * 0.6);
    const names = { namespace: "n".repeat(63), serviceAccount: "s".repeat(253) };
    const longest = [
      ...podIdentityTrust({ account, clusterArn: `arn:aws-us-gov:eks:us-gov-east-1:${account}:cluster/${"c".repeat(100)}`, organizationId: `o-${"0".repeat(32)}` }),
      ...serviceAccountTrust(text, { providerArn: `arn:aws-us-gov:iam::${account}:oidc-provider/${issuer}`, issuer, ...names }),
    ];
    expect(size(longest)).toBeLessThan(2048);
  });
});

describe("what came with newer providers", () => {
  it("is there on those, and absent before", () => {
    const [older, newer] = [synthModule(workloadIdentityModule), synthModule(workloadIdentityModule, newest)];
    expect(newer["resource"].aws_eks_pod_identity_association.this).toMatchObject({
      target_role_arn: "${one(each.value.target_role[*].role_arn)}",
      disable_session_tags: "${!each.value.session_tags}",
    });
    expect(Object.keys(newer["output"])).toContain("target_role_trust_policies");
    expect(JSON.stringify(older)).not.toMatch(/target_role|session_tags/);
  });
});

describe("the trust policies that other accounts are told", () => {
  // The provider that has target roles need not be at hand: the outputs read variables and the ARN of the role alone.
  const { variable, output } = synthModule(workloadIdentityModule, newest);
  const known = (name: string) => ({ value: (output[name].value as string).replaceAll("aws_iam_role.this[name].arn", '"arn:aws:iam::111122223333:role/${name}"') });
  const target = { role_arn: "arn:aws:iam::444455556666:role/b" };
  const identities = {
    tagged: { namespace: "app", service_account: "tagged", target_role: target },
    told: { namespace: "app", service_account: "told", target_role: target, session_tags: false },
    chained: { namespace: "app", service_account: "chained", assumes: { asked: { ...target, external_id: "x1" }, plain: target } },
  };
  const trusted = (name: string, condition: object) => ({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: ["sts:AssumeRole", "sts:TagSession"],
        Condition: { ArnEquals: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/${name}` }, ...condition },
      },
    ],
  });
  let told: Record<string, Record<string, any>>;
  beforeAll(async () => {
    const names = ["target_role_trust_policies", "assumed_role_trust_policies"];
    const files = { "main.tf.json": { variable, output: Object.fromEntries(names.map((name) => [name, known(name)])) } };
    const { outputs } = await planFiles(files, { cluster_name: "eks-test", region: "us-east-1", account, identities });
    told = Object.fromEntries(names.map((name) => [name, outputs[name]!["value"]]));
  });

  it("name the tags of the sessions, or the external id that EKS sends where there are none", () => {
    const { tagged, told: named } = told["target_role_trust_policies"]!;
    const tags = { "aws:RequestTag/eks-cluster-arn": clusterArn, "aws:RequestTag/kubernetes-namespace": "app", "aws:RequestTag/kubernetes-service-account": "tagged" };
    expect(JSON.parse(tagged)).toEqual(trusted("tagged", { StringEquals: tags }));
    expect(JSON.parse(named)).toEqual(trusted("told", { StringEquals: { "sts:ExternalId": `us-east-1/${account}/eks-test/app/told` } }));
  });

  it("name the external id of a role chain where there is one", () => {
    const { asked, plain } = told["assumed_role_trust_policies"]!["chained"];
    expect(JSON.parse(asked)).toEqual(trusted("chained", { StringEquals: { "sts:ExternalId": "x1" } }));
    expect(JSON.parse(plain)).toEqual(trusted("chained", {}));
  });
});

it("outputs what others need", () => {
  expect(Object.keys(synthModule(workloadIdentityModule)["output"] as object)).toEqual([
    "role_arns",
    "role_names",
    "association_ids",
    "service_account_annotations",
    "oidc_provider_arn",
    "assumed_role_trust_policies",
    "ready",
  ]);
});
