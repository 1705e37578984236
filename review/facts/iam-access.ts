import type { PlannedResource, ReadLayer } from "../plan-json";
import type { AccessChange } from "../report/review";
import { isUnknown, ownName, type Side, sideOf, text } from "./attributes";
import { enumerated } from "./enumerated";
import { type Condition, conditionChanges, type Grant, grantsOf, uncovered } from "./policy-document";

/** Managed policies that allow nearly all there is, or all of a service. */
const sweepingPolicy = /\/(AdministratorAccess|PowerUserAccess|IAMFullAccess|\w+FullAccess)$/;

/**
 * What roles may do more. A role that the plan makes together with its policies is ordinary where it serves services of AWS, or the
 * pods of a cluster that the plan makes too: of it only what is sweeping is told, such as every action of a service on everything.
 */
export function roleChanges(layers: readonly ReadLayer[]): AccessChange[] {
  const isOrdinary = ordinaryRoles(layers);
  return layers.flatMap(({ layer, resources }) =>
    resources.filter(isChanged).flatMap((resource): AccessChange[] => {
      const [before, after] = [sideOf(layer, resource, "before"), sideOf(layer, resource, "after")];
      if (after === undefined) return [];
      const role = text(after.values, "role");
      const ordinary = role === undefined || isOrdinary(role);
      switch (resource.type) {
        case "aws_iam_role_policy":
          return documentChanges({ before, after, who: `role ${role ?? "that this plan makes"}`, kind: "iam", attribute: "policy", told: ordinary ? isSweeping : all });
        case "aws_iam_policy":
          // Until it is attached, a new one allows nobody anything.
          return before === undefined ? [] : documentChanges({ before, after, who: `whoever has policy ${ownName(after)}`, kind: "iam", attribute: "policy", told: all });
        case "aws_iam_role":
          return trustChanges(before, after);
        default:
          return attachmentChanges(before, after, ordinary);
      }
    }),
  );
}

const roleTypes = new Set(["aws_iam_role", "aws_iam_policy", "aws_iam_role_policy", "aws_iam_role_policy_attachment"]);

function isChanged({ type, verb }: PlannedResource): boolean {
  return roleTypes.has(type) && verb !== "none" && verb !== "forget" && verb !== "delete";
}

/** Whether a role of a name is made by the plan, and not for pods that run today. */
function ordinaryRoles(layers: readonly ReadLayer[]): (role: string) => boolean {
  const all = layers.flatMap(({ resources }) => resources);
  const newCluster = isNewCluster(layers);
  const ordinary = all.filter(({ type, verb, after }) => {
    if (type !== "aws_iam_role" || verb !== "create") return false;
    // Unknown is the trust of roles that name a provider or a source that the plan makes.
    return newCluster || !/pods\.eks\.amazonaws\.com|AssumeRoleWithWebIdentity/.test(text(after, "assume_role_policy") ?? "");
  });
  const names = new Set(ordinary.map(({ after }) => text(after, "name")));
  return (role) => names.has(role);
}

export function isNewCluster(layers: readonly ReadLayer[]): boolean {
  return layers.some(({ resources }) => resources.some(({ type, verb }) => type === "aws_eks_cluster" && verb === "create"));
}

function attachmentChanges(before: Side | undefined, after: Side, ordinary: boolean): AccessChange[] {
  if (after.type !== "aws_iam_role_policy_attachment") return [];
  const [from, to] = [text(before?.values, "policy_arn"), text(after.values, "policy_arn")];
  if (from === to && !isUnknown(after, "policy_arn")) return [];
  if (ordinary && !sweepingPolicy.test(to ?? "")) return [];
  const policy = to === undefined ? "a policy that this plan makes" : `policy ${to.split("/").at(-1)!}`;
  return [{ layer: after.layer, address: after.address, kind: "iam", sentence: `role ${text(after.values, "role") ?? "that this plan makes"} gets ${policy}`, before: from?.split("/").at(-1) ?? "nothing", after: to?.split("/").at(-1) ?? "known after apply" }];
}

/** Of a new role: who may assume it that is no service of AWS and no pod of one service account. */
function trustChanges(before: Side | undefined, after: Side): AccessChange[] {
  const told = before === undefined ? (grant: Grant) => isFromOutside(grant) : all;
  return documentChanges({ before, after, who: `role ${ownNameOf(after)}`, kind: "iam", attribute: "assume_role_policy", told, trust: true });
}

function isFromOutside({ principals, conditions }: Grant): boolean {
  const boundToSubject = conditions.some(({ test }) => test.endsWith(":sub"));
  return principals.some((principal) => !principal.startsWith("Service ") && !(principal.startsWith("Federated ") && boundToSubject));
}

function ownNameOf(role: Side): string {
  return text(role.values, "name") ?? ownName(role);
}

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

interface Documents {
  readonly before: Side | undefined;
  readonly after: Side;
  readonly who: string;
  readonly kind: AccessChange["kind"];
  readonly attribute: string;
  /** Which of the wider grants are worth a line. */
  readonly told: (grant: Grant) => boolean;
  readonly trust?: boolean;
}

function documentChanges({ before, after, who, kind, attribute, told, trust = false }: Documents): AccessChange[] {
  const at = { layer: after.layer, address: after.address, kind };
  const [from, to] = [grantsOf(text(before?.values, attribute) ?? ""), grantsOf(text(after.values, attribute) ?? "")];
  if (isUnknown(after, attribute)) {
    if (before === undefined) return [];
    return [{ ...at, sentence: `${who}: what its ${trust ? "trust" : "policy"} allows is known after apply`, before: summary(from), after: "known after apply" }];
  }
  const then = from.filter(({ effect }) => effect === "Allow");
  const wider = to.filter(({ effect }) => effect === "Allow").flatMap((grant) => uncovered(grant, then) ?? []);
  const denied = from.filter(({ effect }) => effect === "Deny").flatMap((grant) => uncovered(grant, to.filter(({ effect }) => effect === "Deny")) ?? []);
  return [
    ...wider.filter(told).map((grant) => ({ ...at, sentence: sentence(who, grant, { trust, then }), before: summary(then), after: phrase(grant) })),
    ...denied.map((grant) => ({ ...at, sentence: `${who} no longer denies ${phrase(grant)}`, before: phrase(grant), after: "not denied" })),
  ];
}

interface Manner {
  readonly trust: boolean;
  readonly then: readonly Grant[];
}

function sentence(who: string, grant: Grant, { trust, then }: Manner): string {
  const principals = enumerated(grant.principals.map(principalWord));
  const { lost, changed } = conditionChanges(grant, then);
  const without = `${lost.length === 0 ? "" : `, no longer only where ${conditionWords(lost)}`}${changed.length === 0 ? "" : `, now where ${conditionWords(changed)}`}`;
  if (trust) return `${who} can be assumed by ${principals}${without}`;
  if (grant.principals.length > 0) return `${who} lets ${principals} call ${phrase(grant)}${without}`;
  return `${who} may call ${phrase(grant)}${without}`;
}

function conditionWords(conditions: readonly Condition[]): string {
  return enumerated(conditions.map(({ test, values }) => `${test} ${values.join(" or ")}`));
}

function phrase({ actions, resources }: Grant): string {
  const on = resources.length === 0 ? "" : ` on ${enumerated(resources.map((resource) => (resource === "*" ? "every resource (*)" : resource)))}`;
  return `${enumerated(actions.map((action) => (action === "*" ? "every action (*)" : action)))}${on}`;
}

function principalWord(principal: string): string {
  return principal === "*" ? "everybody (*)" : principal.replace(/^(AWS|Service|Federated) /, "");
}

function summary(grants: readonly Grant[]): string {
  return grants.length === 0 ? "nothing" : grants.map((grant) => [...(grant.principals.length === 0 ? [] : [`${enumerated(grant.principals.map(principalWord))}:`]), phrase(grant)].join(" ")).join("; ");
}

function all(): boolean {
  return true;
}

/** Every action, or every one of a service, on everything. */
function isSweeping({ actions, resources }: Grant): boolean {
  return resources.includes("*") && actions.some((action) => /^(\*|[\w-]+:\*|all but .*)$/.test(action));
}
