import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { Codepipeline } from "@cdktf/provider-aws/lib/codepipeline";
import { EksNodeGroup } from "@cdktf/provider-aws/lib/eks-node-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { S3BucketLifecycleConfiguration } from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Wafv2WebAcl } from "@cdktf/provider-aws/lib/wafv2-web-acl";
import {
  blockWhen,
  type Construct,
  dynamic,
  flag,
  type Handles,
  type Inputs,
  json,
  list,
  listOf,
  map,
  nullable,
  number,
  object,
  optionalBlock,
  outputs,
  present,
  resource,
  template,
  text,
  tf,
  where,
} from "../../kernel";
import { offlineProvider } from "../offline";
import type { Json } from "../synth";
import { type EveryWay, folders, planWays, rootOf, type Way } from "./every-way";

const inputs = {
  name: text(),
  ports: map(object({ number: number(), cidrs: list(text()) })),
  volume: nullable(object({ gib: number(), kmsKeyArn: nullable(text()) })),
  noVolume: nullable(object({ gib: number() })),
  rules: list(object({ id: text(), days: list(number(), { default: [] }) })),
  spot: flag(),
  tags: map(text(), { default: {} }),
} satisfies Inputs;

type Declared = typeof inputs;

/** The ends of the two bindings and the two syntaxes. A plan of four would take as long again. */
const both: readonly Way[] = ["stack_json", "module_hcl"];

const given = {
  name: "it",
  ports: { https: { number: 443, cidrs: ["10.0.0.0/8"] }, "node.port": { number: 30000, cidrs: [] } },
  volume: { gib: 20 },
  rules: [{ id: "one", days: [30, 90] }, { id: "two" }],
  spot: true,
  tags: { "k8s.io/${x}": "%{y}" },
};

function body(it: Construct, inputs: Handles<Declared>): void {
  const open = where(inputs.ports, (name, port) => tf<boolean>`(${name} != "" || ${port.number} > 1024) && length(${port.cidrs}) > ${0}`);
  resource(SecurityGroup, it, "this", {
    name: template`${inputs.name}-a name that is long enough to push what stands behind it over the end of the line`,
    description: "Text with ${no} interpolation, \"quotes\" and a \\ backslash",
    ingress: dynamic(open, ({ key, value }) => ({ description: key, fromPort: value.number, toPort: value.number, protocol: "tcp", cidrBlocks: value.cidrs })),
    egress: [{ fromPort: 0, toPort: 0, protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }],
    tags: tf<Readonly<Record<string, string>>>`merge(${inputs.tags}, ${{ Name: inputs.name, "a.b/c d": "literal", 'quo"ted = key': "x" }})`,
    lifecycle: { createBeforeDestroy: true, ignoreChanges: ["tags[\"Name\"]", "description"] },
    timeouts: { create: "5m" },
    comment: "Why it is there: a comment that is long enough to be broken over two lines of the published module, as a reader would want it.",
  });
  templates(it, inputs);
  nested(it, inputs);
  expressions(it, inputs);
}

function templates(it: Construct, inputs: Handles<Declared>): void {
  resource(LaunchTemplate, it, "this", {
    metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
    blockDeviceMappings: [
      { deviceName: "/dev/xvda", ebs: optionalBlock(inputs.volume, (volume) => ({ volumeSize: volume.gib, kmsKeyId: volume.kmsKeyArn, encrypted: "true" })) },
      { deviceName: "/dev/xvdb", ebs: optionalBlock(inputs.noVolume, (volume) => ({ volumeSize: volume.gib })), virtualName: "b" },
      { deviceName: "/dev/xvdc", ebs: optionalBlock(inputs.volume, () => ({ volumeSize: 1 })) },
    ],
    instanceMarketOptions: blockWhen(inputs.spot, { marketType: "spot" }),
    monitoring: blockWhen(tf<boolean>`!${inputs.spot}`, { enabled: true }),
  });
  const group = resource(EksNodeGroup, it, "group", {
    forEach: inputs.ports,
    clusterName: inputs.name,
    nodeRoleArn: "arn:aws:iam::123456789012:role/x",
    subnetIds: ["subnet-1"],
    scalingConfig: { minSize: 0, desiredSize: 1, maxSize: inputs.ports.each.value.number },
    taint: dynamic(inputs.rules, ({ value }) => ({ key: value.id, effect: "NO_SCHEDULE" })),
    lifecycle: { ignoreChanges: ["scaling_config[0].desired_size"], preconditions: [{ condition: tf<boolean>`length(${inputs.name}) > 0`, message: "name: expected text   [x]" }] },
  });
  outputs(it, { groups: { doc: "Names.", value: listOf(inputs.ports, (key) => group.at(key).clusterName), preconditions: [{ condition: tf<boolean>`length(${inputs.ports}) > 0`, message: template`ports: expected some, got ${tf`length(${inputs.ports})`} [x]` }] } });
}

/** Blocks in blocks, repeated in repeated ones, of the same name too. */
function nested(it: Construct, inputs: Handles<Declared>): void {
  resource(S3BucketLifecycleConfiguration, it, "this", {
    bucket: inputs.name,
    rule: dynamic(inputs.rules, ({ value }) => ({
      id: value.id,
      status: "Enabled",
      filter: [{ prefix: template`${value.id}/` }],
      transition: dynamic(value.days, (day) => ({ storageClass: "GLACIER", days: day.value })),
    })),
  });
  resource(Wafv2WebAcl, it, "this", {
    name: inputs.name,
    scope: "REGIONAL",
    defaultAction: { allow: {} },
    visibilityConfig: { cloudwatchMetricsEnabled: false, metricName: "x", sampledRequestsEnabled: false },
    customResponseBody: dynamic(inputs.rules, ({ key, value }) => ({ key: value.id, content: template`${key}`, contentType: "TEXT_PLAIN" })),
  });
  resource(Codepipeline, it, "this", {
    name: "x",
    roleArn: "arn:aws:iam::123456789012:role/x",
    artifactStore: [{ location: "l", type: "S3" }],
    stage: [
      { name: "Source", action: [{ name: "a", category: "Source", owner: "AWS", provider: "CodeCommit", version: "1", configuration: { "A.b": inputs.name } }] },
      { name: "Build", action: dynamic(inputs.rules, ({ value }) => ({ name: value.id, category: "Build", owner: "AWS", provider: "CodeBuild", version: "1" })) },
    ],
  });
}

function expressions(it: Construct, inputs: Handles<Declared>): void {
  const statements = ["ec2:DescribeInstances", "ec2:DescribeLaunchTemplates", "ec2:DescribeSubnets", "ec2:DescribeAvailabilityZones"].map((action) => ({
    Effect: "Allow",
    Action: [action, "ec2:${aws:PrincipalTag/x}"],
    Resource: template`arn:aws:ec2:*:*:instance/${inputs.name}`,
    Condition: { StringEquals: { "aws:RequestTag/kubernetes.io/cluster/${x}": inputs.name, "aws:RequestedRegion": tf`[for key, port in ${inputs.ports} : key if port.number > 0]` } },
  }));
  resource(IamRole, it, "this", { assumeRolePolicy: json({ Version: "2012-10-17", Statement: statements }) });
  resource(CloudwatchLogGroup, it, "optional", { count: present(inputs.noVolume), name: "never", retentionInDays: 1 });
  resource(CloudwatchLogGroup, it, "this", {
    count: tf<boolean>`${inputs.spot} ? ${present(inputs.volume)} : ${inputs.spot}`,
    name: tf<string>`length(${inputs.name}) > 100 && ${inputs.spot} || ${inputs.name} == "another name altogether" ? ${template`/a/${inputs.name}`} : ${template`/aws/eks/${inputs.name}/cluster`}`,
    retentionInDays: tf<number>`max(concat([for rule in ${inputs.rules} : max(concat([1], rule.days)...) if length(rule.days) > 0 && rule.id != "if x ? y : z"], [1])...)`,
  });
  resource(AutoscalingGroup, it, "this", {
    minSize: 0,
    maxSize: 1,
    availabilityZones: ["us-east-1a"],
    launchConfiguration: "x",
    tag: dynamic(inputs.tags, ({ key, value }) => ({ key, value, propagateAtLaunch: true })),
  });
}

describe("the HCL of real bindings, with blocks of every kind", () => {
  let plan: EveryWay;
  beforeAll(async () => {
    const { "main.tf.json": root, ...rest } = rootOf(given, both);
    plan = await planWays({ ...folders(inputs, given, body), ...rest, "main.tf.json": { ...(root as Json), provider: { aws: offlineProvider } } });
  });

  const of = (way: string): Json =>
    Object.fromEntries(
      Object.entries(plan.resources)
        .filter(([address]) => address.startsWith(`module.${way}.`))
        .map(([address, values]) => [address.replace(`module.${way}.`, "").replace(/\.it(_|$|(?=\[))/, ".").replace(/\.$/, ""), values]),
    );

  it("is laid out as terraform fmt leaves it", () => {
    expect(plan.formatting).toBe("");
  });

  it("every block is planned as often as it was written, with its content", () => {
    const resources = of("module_hcl");
    expect(Object.keys(resources).sort()).toEqual([
      "aws_autoscaling_group.this",
      "aws_cloudwatch_log_group.this[0]",
      "aws_codepipeline.this",
      'aws_eks_node_group.group["https"]',
      'aws_eks_node_group.group["node.port"]',
      "aws_iam_role.this",
      "aws_launch_template.this",
      "aws_s3_bucket_lifecycle_configuration.this",
      "aws_security_group.this",
      "aws_wafv2_web_acl.this",
    ]);
    const template = resources["aws_launch_template.this"];
    expect(template.block_device_mappings.map((item: Json) => [item["device_name"], item["ebs"].map((ebs: Json) => [ebs["volume_size"], ebs["encrypted"]])])).toEqual([
      ["/dev/xvda", [[20, "true"]]],
      ["/dev/xvdb", []],
      ["/dev/xvdc", [[1, null]]],
    ]);
    expect([template.instance_market_options, template.monitoring].map((blocks) => blocks.length)).toEqual([1, 0]);
    expect(resources["aws_s3_bucket_lifecycle_configuration.this"].rule.map((rule: Json) => [rule["id"], rule["transition"].map((item: Json) => item["days"])])).toEqual([
      ["one", [30, 90]],
      ["two", []],
    ]);
    expect(resources["aws_codepipeline.this"].stage.map((stage: Json) => stage["action"].map((action: Json) => [action["name"], action["provider"]]))).toEqual([
      [["a", "CodeCommit"]],
      [["one", "CodeBuild"], ["two", "CodeBuild"]],
    ]);
    expect(resources["aws_security_group.this"].ingress.map((rule: Json) => rule["description"])).toEqual(["https"]);
    expect(resources["aws_security_group.this"].tags).toEqual({ ...given.tags, Name: "it", "a.b/c d": "literal", 'quo"ted = key': "x" });
    expect(resources["aws_autoscaling_group.this"].tag).toEqual([{ key: "k8s.io/${x}", value: "%{y}", propagate_at_launch: true }]);
    expect(resources["aws_cloudwatch_log_group.this[0]"]).toMatchObject({ name: "/aws/eks/it/cluster", retention_in_days: 90 });
  });

  it("the HCL of the module plans the same values as the JSON of the stack", () => {
    expect(of("stack_json")).toEqual(of("module_hcl"));
  });
});
