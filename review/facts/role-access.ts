import type { PlannedResource, ReadLayer } from "../plan-json";
import type { AccessChange } from "../report/review";
import { isUnknown, text } from "../values";
import { all, documentChanges } from "./document-changes";
import type { Grant } from "./policy-document";
import { referredBy } from "./referred";
import { type Side, sideOf } from "./sides";

/** Managed policies that allow nearly all there is, or all of a service. */
const sweepingPolicy = /\/(AdministratorAccess|PowerUserAccess|IAMFullAccess|\w+FullAccess)$/;

/**
 * What roles may do more. A role that the plan makes together with its policies is ordinary where it serves services of AWS, or the
 * pods of a cluster that the plan makes too: of it only what is sweeping is told, such as every action of a service on everything.
 */
export function roleChanges(layers: readonly ReadLayer[]): AccessChange[] {
  const isOrdinary = ordinaryRoles(layers);
  const roleNamed = referredBy(layers, ["aws_iam_role"], "name");
  return layers.flatMap((layer) =>
    layer.resources.filter(isChanged).flatMap((resource): AccessChange[] => {
      const [before, after] = [sideOf(layer, resource, "before"), sideOf(layer, resource, "after")];
      if (after === undefined) return [];
      const role = text(after.values, "role");
      const who = role === undefined ? "an IAM role that this plan makes" : roleNamed(role);
      const ordinary = role === undefined || isOrdinary(role);
      switch (resource.type) {
        case "aws_iam_role_policy":
          return documentChanges({ before, after, who, kind: "iam", attribute: "policy", told: ordinary ? isSweeping : all });
        case "aws_iam_policy":
          // Until it is attached, a new one allows nobody anything.
          return before === undefined ? [] : documentChanges({ before, after, who: `whoever has ${after.name}`, kind: "iam", attribute: "policy", told: all });
        case "aws_iam_role":
          return trustChanges(before, after);
        default:
          return attachmentChanges(before, after, { who, ordinary });
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

function attachmentChanges(before: Side | undefined, after: Side, { who, ordinary }: { readonly who: string; readonly ordinary: boolean }): AccessChange[] {
  if (after.type !== "aws_iam_role_policy_attachment") return [];
  const [from, to] = [text(before?.values, "policy_arn"), text(after.values, "policy_arn")];
  if (from === to && !isUnknown(after.values["policy_arn"])) return [];
  if (ordinary && !sweepingPolicy.test(to ?? "")) return [];
  const policy = to === undefined ? "a policy that this plan makes" : `policy ${to.split("/").at(-1)!}`;
  return [{ layer: after.layer, address: after.address, kind: "iam", sentence: `${who} gets ${policy}`, before: from?.split("/").at(-1) ?? "nothing", after: to?.split("/").at(-1) ?? "known after apply" }];
}

/** Of a new role: who may assume it that is no service of AWS and no pod of one service account. */
function trustChanges(before: Side | undefined, after: Side): AccessChange[] {
  const told = before === undefined ? (grant: Grant) => isFromOutside(grant) : all;
  return documentChanges({ before, after, who: after.name, kind: "iam", attribute: "assume_role_policy", told, trust: true });
}

function isFromOutside({ principals, conditions }: Grant): boolean {
  const boundToSubject = conditions.some(({ test }) => test.endsWith(":sub"));
  return principals.some((principal) => !principal.startsWith("Service ") && !(principal.startsWith("Federated ") && boundToSubject));
}

/** Every action, or every one of a service, on everything. */
function isSweeping({ actions, resources }: Grant): boolean {
  return resources.includes("*") && actions.some((action) => /^(\*|[\w-]+:\*|all but .*)$/.test(action));
}
