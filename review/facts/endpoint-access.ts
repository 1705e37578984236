import { endpointSources } from "../openings";
import type { ReadLayer } from "../plan-json";
import type { AccessChange } from "../report/review";
import { blockNamed, isWithin } from "./cidr-blocks";
import { enumerated } from "./enumerated";
import { type Side, sideOf } from "./sides";

/** Who may reach a cluster's API from outside of its network, that could not before. A new cluster counts too. */
export function endpointChanges(layers: readonly ReadLayer[]): AccessChange[] {
  return layers.flatMap((layer) =>
    layer.resources.filter(({ type }) => type === "aws_eks_cluster").flatMap((cluster): AccessChange[] => {
      const [before, after] = [sideOf(layer, cluster, "before"), sideOf(layer, cluster, "after")];
      const [from, to] = [openTo(before), openTo(after)];
      const wider = to.filter((cidr) => !from.some((old) => isWithin(cidr, old)));
      if (after === undefined || wider.length === 0) return [];
      const sentence = `${after.name} lets in ${enumerated(wider.map(blockNamed))} to its API`;
      return [{ layer: layer.layer, address: cluster.address, kind: "endpoint", sentence, before: enumerated(from, "its own network only"), after: enumerated(to) }];
    }),
  );
}

/** What the AWS provider and EKS take where nothing is said: everybody. */
function openTo(cluster: Side | undefined): readonly string[] {
  const sources = endpointSources(cluster?.values);
  return sources?.length === 0 ? ["0.0.0.0/0"] : (sources ?? []);
}
