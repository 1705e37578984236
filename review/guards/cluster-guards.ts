import { minorOf } from "../../aws/kubernetes-versions";
import type { PlannedResource } from "../plan-json";
import { listed, text, type Values, valuesAfter } from "../values";
import type { Trip } from "./guard-list";

/** Control plane logs that are written today and not then. */
export function logTrips(resource: PlannedResource, what: string): Trip[] {
  const after = valuesAfter(resource);
  if (resource.type !== "aws_eks_cluster" || resource.before === undefined || after === undefined) return [];
  const types = after["enabled_cluster_log_types"] ?? [];
  if (!Array.isArray(types)) return [];
  const dropped = listed(resource.before["enabled_cluster_log_types"]).filter((type) => !types.includes(type));
  return dropped.length === 0 ? [] : [{ guard: "drop-log-type", sentence: `${what} no longer logs ${dropped.join(", ")}` }];
}

/** Of a control plane that takes the step in place, EKS refuses it and so does the plan guard, whoever allows it. */
export function versionTrips(resource: PlannedResource, what: string): Trip[] {
  const isJudged = resource.type === "aws_eks_node_group" || (resource.type === "aws_eks_cluster" && resource.verb === "replace");
  const [from, to] = [minor(resource.before), minor(valuesAfter(resource))];
  if (!isJudged || from === undefined || to === undefined || to - from < 2) return [];
  return [{ guard: "two-minors", sentence: `${what} goes from Kubernetes 1.${from} to 1.${to}` }];
}

function minor(values: Values | undefined): number | undefined {
  const version = text(values, "version");
  return version === undefined ? undefined : minorOf(version);
}
