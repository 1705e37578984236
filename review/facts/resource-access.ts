import type { ReadLayer } from "../plan-json";
import type { AccessChange } from "../report/review";
import { all, documentChanges } from "./document-changes";
import type { Grant } from "./policy-document";
import { sideOf } from "./sides";

/** Policies of resources: who may come from outside. */
const resourcePolicies = new Set([
  "aws_kms_key",
  "aws_kms_key_policy",
  "aws_s3_bucket_policy",
  "aws_sqs_queue_policy",
  "aws_sns_topic_policy",
  "aws_ecr_repository_policy",
  "aws_secretsmanager_secret_policy",
  "aws_vpc_endpoint",
]);

/** Of a new resource's policy only what lets everybody in is told: whom else it names was asked for with it. */
export function resourcePolicyChanges(layers: readonly ReadLayer[]): AccessChange[] {
  return layers.flatMap((layer) =>
    layer.resources.filter(({ type, verb }) => resourcePolicies.has(type) && verb !== "none" && verb !== "forget").flatMap((resource) => {
      const [before, after] = [sideOf(layer, resource, "before"), sideOf(layer, resource, "after")];
      if (after === undefined) return [];
      const isOpen = ({ principals, conditions }: Grant) => principals.includes("*") && conditions.length === 0;
      const told = before === undefined ? (grant: Grant) => isOpen(grant) && resource.type !== "aws_vpc_endpoint" : all;
      return documentChanges({ before, after, who: after.name, kind: "resource-policy", attribute: "policy", told });
    }),
  );
}
