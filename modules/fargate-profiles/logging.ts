import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { fargateLogging, fargateLogSettings } from "../../aws/fargate";
import { policyDocument } from "../../aws/policy-statement";
import { choose, type Construct, type Expr, type Handles, json, local, present, resource, some, template, tf } from "../../kernel";
import type { fargateProfilesInputs } from "./inputs";

type Inputs = Handles<typeof fargateProfilesInputs>;

/** The log group of the pods, the permission to write to it, and what makes Fargate do so. */
export function podLogging(scope: Construct, inputs: Inputs, roleName: Expr<string>) {
  const { clusterName, logging, tags } = inputs;
  const count = present(logging);
  const name = local<string>(scope, "log_group_name", template`/aws/eks/${clusterName}/fargate`);
  const group = resource(CloudwatchLogGroup, scope, "this", {
    count,
    name,
    retentionInDays: some(logging).retentionDays,
    kmsKeyId: some(logging).kmsKeyArn,
    tags,
  });
  const permission = resource(IamRolePolicy, scope, "logging", {
    count,
    name: "write-logs",
    role: roleName,
    policy: json(policyDocument(fargateLogging<Expr<string>>(template, group.only.arn), (variable) => variable as string)),
  });
  return { permission, groupName: group.maybe((own) => own.name), manifest: choose<string | null>([count, manifest(inputs, name)], null) };
}

/** The ConfigMap at which Fargate looks, and its namespace. */
function manifest({ region }: Inputs, groupName: Expr<string>): Expr<string> {
  const { namespace, namespaceLabels, configMap } = fargateLogSettings;
  const output = template`[OUTPUT]\n    Name cloudwatch_logs\n    Match kube.*\n    region ${region}\n    log_group_name ${groupName}\n    log_stream_prefix fargate-\n    auto_create_group false\n`;
  const ofNamespace = { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace, labels: namespaceLabels } };
  const ofSettings = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: configMap, namespace }, data: { "output.conf": output } };
  return tf<string>`join("---\\n", [yamlencode(${ofNamespace}), yamlencode(${ofSettings})])`;
}
