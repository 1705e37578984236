import type { ReadLayer } from "../plan-json";
import type { AccessChange } from "../report/review";
import { ownName, sideOf } from "./attributes";
import { all, documentChanges } from "./document-changes";
import type { Grant } from "./policy-document";

/** Policies of resources: who may come from outside. */
const resourcePolicies: Readonly<Record<string, string>> = {
  aws_kms_key: "KMS key",
  aws_kms_key_policy: "KMS key",
  aws_s3_bucket_policy: "S3 bucket",
  aws_sqs_queue_policy: "SQS queue",
  aws_sns_topic_policy: "SNS topic",
  aws_ecr_repository_policy: "ECR repository",
  aws_secretsmanager_secret_policy: "secret",
  aws_vpc_endpoint: "VPC endpoint",
};

/** Of a new resource's policy only what lets everybody in is told: whom else it names was asked for with it. */
export function resourcePolicyChanges(layers: readonly ReadLayer[]): AccessChange[] {
  return layers.flatMap(({ layer, resources }) =>
    resources.filter(({ type, verb }) => resourcePolicies[type] !== undefined && verb !== "none" && verb !== "forget").flatMap((resource) => {
      const [before, after] = [sideOf(layer, resource, "before"), sideOf(layer, resource, "after")];
      if (after === undefined) return [];
      const isOpen = ({ principals, conditions }: Grant) => principals.includes("*") && conditions.length === 0;
      const told = before === undefined ? (grant: Grant) => isOpen(grant) && resource.type !== "aws_vpc_endpoint" : all;
      return documentChanges({ before, after, who: `${resourcePolicies[resource.type]!} ${ownName(after)}`, kind: "resource-policy", attribute: "policy", told });
    }),
  );
}
