import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { flowLogsToGroup } from "../../aws/flow-log-policies";
import { nameLimits } from "../../aws/name-limits";
import { type PolicyStatement, policyDocument } from "../../aws/policy-statement";
import { flowLogsTrust } from "../../aws/trust-policies";
import { choose, commented, type Construct, type Expr, type Handle, json, limitedName, local, present, resource, some, template, tf } from "../../kernel";
import { tagged } from "./tags";
import type { NetworkHandles } from "./zones";

interface Logged {
  readonly id: Expr<string>;
  readonly arn: Expr<string>;
  readonly ownerId: Expr<string>;
  readonly region: Expr<string>;
}

/** The VPC's flow log, and for CloudWatch the group and the role that it writes with. */
export function flowLogs(scope: Construct, inputs: NetworkHandles, vpc: Logged) {
  const given = some(inputs.flowLogs);
  const wants = (destination: Expr<unknown>) => choose<boolean>([present(inputs.flowLogs), present(destination)], false);
  const cloudWatch = local<boolean>(scope, "flow_logs_to_cloud_watch", wants(given.cloudWatch));
  const what = { vpcId: vpc.id, trafficType: given.trafficType, maxAggregationInterval: given.aggregationSeconds };
  const tags = tagged(inputs, template`${inputs.name}-flow-logs`);

  const group = resource(CloudwatchLogGroup, scope, "flow_logs", {
    count: cloudWatch,
    name: tf<string>`coalesce(${some(given.cloudWatch).logGroupName}, ${template`/aws/vpc-flow-logs/${inputs.name}`})`,
    retentionInDays: some(given.cloudWatch).retentionDays,
    kmsKeyId: some(given.cloudWatch).kmsKeyArn,
    tags,
  });
  const role = flowLogsRole(scope, inputs, vpc, { count: cloudWatch, logGroupArn: group.only.arn, tags });
  const toGroup = resource(FlowLog, scope, "cloud_watch", { count: cloudWatch, ...what, logDestination: group.only.arn, iamRoleArn: role.arn, tags });
  const toBucket = resource(FlowLog, scope, "s3", {
    count: wants(given.s3),
    ...what,
    logDestinationType: "s3",
    logDestination: some(given.s3).bucketArn,
    destinationOptions: {
      fileFormat: some(given.s3).fileFormat,
      hiveCompatiblePartitions: some(given.s3).hivePartitions,
      perHourPartition: some(given.s3).hourlyPartitions,
    },
    tags,
  });
  return {
    id: tf<string | null>`one(concat(${toGroup}[*].id, ${toBucket}[*].id))`,
    logGroupName: group.maybe((own) => own.name),
    roleArn: role.maybeArn,
  };
}

function flowLogsRole(
  scope: Construct,
  inputs: NetworkHandles,
  vpc: Logged,
  { count, logGroupArn, tags }: { readonly count: Expr<boolean>; readonly logGroupArn: Expr<string>; readonly tags: Expr<Readonly<Record<string, string>>> },
) {
  // The VPC says whose it is and where, so that nobody has to hand in an account.
  const place = { partition: tf<string>`split(":", ${vpc.arn})[1]`, region: vpc.region, account: vpc.ownerId };
  const regionalName = local<string>(scope, "regional_name", commented(template`${inputs.name}-${vpc.region}`, "IAM is global: networks of one name in two regions need two roles."));
  const role = resource(IamRole, scope, "flow_logs", {
    count,
    name: tf<string>`coalesce(${some(some(inputs.flowLogs).cloudWatch).roleName}, ${limitedName(scope, "flow_logs_role", regionalName, "-flow-logs", nameLimits.aws_iam_role.name.maxLength)})`,
    assumeRolePolicy: document(flowLogsTrust<Expr<string>>(template, place)),
    path: inputs.rolePath,
    permissionsBoundary: inputs.permissionsBoundary,
    tags,
  });
  resource(IamRolePolicy, scope, "flow_logs", {
    count,
    name: "write-flow-logs",
    role: role.only.name,
    policy: document(flowLogsToGroup<Expr<string>>(template, logGroupArn)),
  });
  return { arn: role.only.arn, maybeArn: role.maybe((own) => own.arn) };
}

function document(statements: readonly PolicyStatement<Expr<string>>[]): Handle<string> {
  return json(policyDocument(statements, (variable) => variable as string));
}
