import { parseAllDocuments } from "yaml";
import { tf } from "../../../kernel";
import { FargateProfiles } from "../../../modules/fargate-profiles/fargate-profiles";
import { fargateProfilesInputs } from "../../../modules/fargate-profiles/inputs";
import { fargateProfilesModule } from "../../../modules/fargate-profiles/module";
import { planFiles } from "../../harness";
import { planned as planable } from "../../offline";
import { synthModule, synthStack } from "../../synth";
import { bindings, planBoth } from "../cluster/both-bindings";
import { minimal } from "./minimal";

const subject = { definition: fargateProfilesModule, inputs: fargateProfilesInputs, construct: FargateProfiles };
const key = "arn:aws:kms:us-east-1:111122223333:key/logs";
const web = {
  selectors: [
    { namespace: "web-*", labels: { "example.com/runtime": "fargate", note: "${x}" } },
    { namespace: "default" },
  ],
  zones: ["us-east-1b"],
  tags: { team: "web" },
} as const;
const cases = {
  profiles: { ...minimal, profiles: { ...minimal.profiles, web }, tags: { team: "platform" }, rolePath: "/platform/" },
  logging: { ...minimal, logging: { retentionDays: 7, kmsKeyArn: key } },
  none: { ...minimal, clusterName: "c".repeat(100), profiles: {}, partition: "aws-us-gov", permissionsBoundary: "arn:aws-us-gov:iam::111122223333:policy/boundary" },
  unknown: { ...minimal, clusterName: tf<string>`aws_vpc.other.id`, subnetIds: { "us-east-1a": tf<string>`aws_vpc.other.id` }, logging: {} },
} as const;
let planned: Awaited<ReturnType<typeof planBoth>>;

beforeAll(async () => {
  planned = await planBoth(subject, cases, { aws_vpc: { other: { cidr_block: "10.0.0.0/16" } } });
});

describe.each(bindings)("Fargate profiles in a %s", (binding) => {
  const of = (name: keyof typeof cases) => planned(binding, name);
  const profile = (name: string) => of("profiles").values(`aws_eks_fargate_profile.this["${name}"]`);

  it("are named by their key and take all zones", () => {
    expect(profile("jobs")).toMatchObject({
      cluster_name: "eks-test",
      fargate_profile_name: "jobs",
      subnet_ids: ["subnet-a", "subnet-b"],
      selector: [{ namespace: "jobs" }],
      tags: { team: "platform" },
    });
  });

  it("take every option", () => {
    expect(profile("web")).toMatchObject({ subnet_ids: ["subnet-b"], tags: { team: "web" } });
    expect(profile("web")["selector"]).toHaveLength(2);
    expect(profile("web")["selector"]).toEqual(expect.arrayContaining([{ namespace: "web-*", labels: web.selectors[0].labels }, expect.objectContaining({ namespace: "default" })]));
  });

  it("have time to wait for each other", () => {
    expect(profile("web")["timeouts"]).toEqual({ create: "60m", delete: "120m" });
  });

  it("share a role that trusts the profiles of this cluster alone", () => {
    const role = of("profiles").values("aws_iam_role.this");
    expect(role).toMatchObject({ name: "eks-test-fargate", path: "/platform/" });
    expect(JSON.parse(role["assume_role_policy"] as string)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Service: "eks-fargate-pods.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { ArnLike: { "aws:SourceArn": "arn:aws:eks:us-east-1:111122223333:fargateprofile/eks-test/*" } },
        },
      ],
    });
  });

  it("are nothing but their role where there are none", () => {
    expect(of("none").addresses()).toEqual(["aws_iam_role.this", "aws_iam_role_policy_attachment.this"]);
    expect(of("none").values("aws_iam_role.this")).toMatchObject({ permissions_boundary: cases.none.permissionsBoundary });
    expect(of("none").values("aws_iam_role.this")["name"]).toMatch(/^c{47}-[0-9a-f]{8}-fargate$/);
    expect(of("none").values("aws_iam_role_policy_attachment.this")["policy_arn"]).toBe("arn:aws-us-gov:iam::aws:policy/AmazonEKSFargatePodExecutionRolePolicy");
  });

  it("write their logs to one group, which they may neither make nor change", () => {
    expect(of("logging").values("aws_cloudwatch_log_group.this[0]")).toMatchObject({ name: "/aws/eks/eks-test/fargate", retention_in_days: 7, kms_key_id: key });
    expect(of("logging").addresses()).toContain("aws_iam_role_policy.logging[0]");
    expect(of("unknown").values("aws_cloudwatch_log_group.this[0]")).toMatchObject({ retention_in_days: 90, kms_key_id: null });
  });

  it("are planned although cluster and subnets are known only after apply", () => {
    expect(of("unknown").unknown('aws_eks_fargate_profile.this["jobs"]')).toMatchObject({ cluster_name: true, subnet_ids: true });
  });
});

it("the role may write streams and events of the group, and nothing else", () => {
  const { policy } = synthModule(fargateProfilesModule)["resource"].aws_iam_role_policy.logging;
  expect(policy.match(/logs:\w+/g)).toEqual(["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]);
  expect(policy).toContain("aws_cloudwatch_log_group.this[0].arn");
});

it("the manifest is a namespace and a ConfigMap that name region and group", async () => {
  const stack = synthStack((root) => new FargateProfiles(root, "fargate", { ...minimal, logging: {} }));
  const { outputs } = await planFiles({ "main.tf.json": { ...planable(stack), output: { manifest: stack["output"].fargate_logging_manifest } } });
  const documents = parseAllDocuments(outputs["manifest"]!["value"] as string).map((document) => document.toJS());
  expect(documents).toEqual([
    { apiVersion: "v1", kind: "Namespace", metadata: { name: "aws-observability", labels: { "aws-observability": "enabled" } } },
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "aws-logging", namespace: "aws-observability" }, data: { "output.conf": expect.any(String) } },
  ]);
  expect(documents[1].data["output.conf"].split("\n").map((line: string) => line.trim())).toEqual([
    "[OUTPUT]",
    "Name cloudwatch_logs",
    "Match kube.*",
    "region us-east-1",
    "log_group_name /aws/eks/eks-test/fargate",
    "log_stream_prefix fargate-",
    "auto_create_group false",
    "",
  ]);
});

it("profiles come after the role's permissions and the network, and outlive none of them", () => {
  expect(synthModule(fargateProfilesModule)["resource"].aws_eks_fargate_profile.this.depends_on).toEqual([
    "aws_iam_role_policy_attachment.this",
    "aws_iam_role_policy.logging",
    "var.network_ready",
  ]);
});
