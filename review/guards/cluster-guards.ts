import { minorOf } from "../../aws/kubernetes-versions";
import type { PlannedResource } from "../plan-json";
import { listed, type Values, valuesAfter } from "./known-values";
import { named, type Trip } from "./trip";

/** Control plane logs that are written today and not then. */
export function logTrips(resource: PlannedResource): Trip[] {
  const after = valuesAfter(resource);
  if (resource.type !== "aws_eks_cluster" || resource.before === undefined || after === undefined) return [];
  const types = after["enabled_cluster_log_types"] ?? [];
  if (!Array.isArray(types)) return [];
  const dropped = listed(resource.before["enabled_cluster_log_types"]).filter((type) => !types.includes(type));
  return dropped.length === 0 ? [] : [{ guard: "drop-log-type", sentence: `${named(resource, "cluster")} no longer logs ${dropped.join(", ")}` }];
}

/** Of a control plane that takes the step in place, EKS refuses it and so does the plan guard, whoever allows it. */
export function versionTrips(resource: PlannedResource): Trip[] {
  const word = resource.type === "aws_eks_node_group" ? "node group" : resource.type === "aws_eks_cluster" && resource.verb === "replace" ? "cluster" : undefined;
  const [from, to] = [minor(resource.before), minor(valuesAfter(resource))];
  if (word === undefined || from === undefined || to === undefined || to - from < 2) return [];
  return [{ guard: "two-minors", sentence: `${named(resource, word)} goes from Kubernetes 1.${from} to 1.${to}` }];
}

function minor(values: Values | undefined): number | undefined {
  const version = values?.["version"];
  return typeof version === "string" ? minorOf(version) : undefined;
}
