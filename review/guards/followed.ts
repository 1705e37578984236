import { minorOf } from "../../aws/kubernetes-versions";
import { isRecord } from "../../kernel/check";
import type { ReadLayer } from "../plan-json";
import type { FollowedEnvironment } from "../report/review-input";
import { valuesAfter } from "../values";

/** Why the environment that is followed is behind this plan, as sentences. What is made for the first time has nobody who depends on it. */
export function lagging(layers: readonly ReadLayer[], environment: string, follows: FollowedEnvironment): string[] {
  const resources = layers.flatMap((layer) => layer.resources);
  if (resources.every(({ verb }) => verb === "none") || resources.every(({ before }) => before === undefined)) return [];
  return [...undeployed(environment, follows), ...older(layers, follows)];
}

function undeployed(environment: string, { name, deployed }: FollowedEnvironment): string[] {
  if (deployed.kind === "yes") return [];
  return [deployed.kind === "no" ? `${name} is at ${deployed.commit.slice(0, 12)}, and ${environment} would go before it` : `nobody can tell whether ${name} has this commit: ${deployed.why}`];
}

/** Only where this plan goes to another version: what is ahead already is no matter of this change. */
function older(layers: readonly ReadLayer[], { name, parts }: FollowedEnvironment): string[] {
  const cluster = parts["cluster"];
  const there = isRecord(cluster) && typeof cluster["kubernetes_version"] === "string" ? minorOf(cluster["kubernetes_version"]) : undefined;
  const changed = layers.flatMap(({ resources }) => resources).filter(({ type, verb }) => type === "aws_eks_cluster" && verb !== "none");
  return changed.flatMap((resource) => {
    const [from, to] = [resource.before?.["version"], valuesAfter(resource)?.["version"]];
    const here = typeof to === "string" && to !== from ? minorOf(to) : undefined;
    return there !== undefined && here !== undefined && there < here ? [`${name} is at Kubernetes 1.${there}, and this goes to 1.${here}`] : [];
  });
}
