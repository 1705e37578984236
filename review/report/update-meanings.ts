import type { PlannedResource } from "../plan-json";
import { nodesOf } from "./meanings";
import type { Updated } from "./review";
import type { ValueChange } from "./value-change";

/** Attributes by type that do more than they seem when they change in place. The first that changes says it. */
const meanings: Readonly<Record<string, readonly (readonly [attribute: string, says: string | ((resource: PlannedResource) => string | undefined)])[]>> = {
  aws_eks_cluster: [
    ["version", "the control plane is upgraded: ten minutes and more, and no way back"],
    ["access_config", "who may sign in is decided otherwise"],
    ["vpc_config", "from where its API is reached changes, and takes minutes"],
  ],
  aws_eks_node_group: [
    ["version", nodesRoll],
    ["release_version", nodesRoll],
    ["launch_template", nodesRoll],
    ["scaling_config", scaled],
  ],
  aws_eks_addon: [["addon_version", "its pods are replaced one after the other"]],
  aws_launch_template: [["", "a new version: node groups that use it replace their nodes one after the other"]],
  helm_release: [["", "the release is upgraded; pods whose template changes are replaced"]],
};

export function updateMeaning(resource: PlannedResource, changes: readonly ValueChange[]): string | undefined {
  const touched = new Set(changes.map(({ steps }) => String(steps[0])));
  const found = meanings[resource.type]?.find(([attribute]) => attribute === "" || touched.has(attribute))?.[1];
  return typeof found === "function" ? found(resource) : found;
}

/** Less than zero where one does more than the other: an upgrade of the cluster stands before a tag. */
export function mostFirst(one: Pick<Updated, "type" | "meaning">, other: Pick<Updated, "type" | "meaning">): number {
  return placeOf(one) - placeOf(other);
}

const places = Object.keys(meanings);

function placeOf({ type, meaning }: Pick<Updated, "type" | "meaning">): number {
  return meaning === undefined ? places.length : places.indexOf(type);
}

function nodesRoll({ before = {} }: PlannedResource): string {
  const count = nodesOf(before);
  return count === undefined ? "its nodes are replaced one after the other" : count === 1 ? "its node is replaced" : `its ${count} nodes are replaced one after the other`;
}

function scaled({ before = {}, after = {} }: PlannedResource): string | undefined {
  const [from, to] = [nodesOf(before), nodesOf(after)];
  if (from === undefined || to === undefined || from === to) return undefined;
  return to > from ? `${from} to ${to} nodes` : `${from} to ${to} nodes: ${from - to} ${from - to === 1 ? "drains" : "drain"}`;
}
