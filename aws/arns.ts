import type { TextTag } from "./policy-statement";
import type { Place } from "./trust-policies";

/**
 * ARNs that follow from where a thing is and what it is called. What is global has neither region nor account of its own.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html, read 2026-11-21.
 */
export function arnsIn<T>(text: TextTag<T>, { partition, region, account }: Place<T>) {
  return {
    /** `*` at the end stands for all groups that start so. */
    logGroup: (name: string | T) => text`arn:${partition}:logs:${region}:${account}:log-group:${name}`,
    hostedZone: (id: string | T) => text`arn:${partition}:route53:::hostedzone/${id}`,
    vpc: (id: string | T) => text`arn:${partition}:ec2:${region}:${account}:vpc/${id}`,
    /** Of an Auto Scaling group, whose ARN holds an id that is not known beforehand. */
    autoscalingGroups: () => text`arn:${partition}:autoscaling:${region}:${account}:autoScalingGroup:*:autoScalingGroupName/*`,
    parameter: (name: string | T) => text`arn:${partition}:ssm:${region}:${account}:parameter/${name}`,
  };
}
