import type { ReadLayer } from "../plan-json";
import type { AccessChange } from "../report/review";
import { block, type Side, sideOf, text, texts } from "./attributes";
import { blockNamed, isWithin } from "./cidr-blocks";
import { enumerated } from "./enumerated";

/** Who may reach a cluster's API from outside of its network, that could not before. A new cluster counts too. */
export function endpointChanges(layers: readonly ReadLayer[]): AccessChange[] {
  return layers.flatMap(({ layer, resources }) =>
    resources.filter(({ type }) => type === "aws_eks_cluster").flatMap((cluster): AccessChange[] => {
      const [before, after] = [sideOf(layer, cluster, "before"), sideOf(layer, cluster, "after")];
      const [from, to] = [openTo(before), openTo(after)];
      const wider = to.filter((cidr) => !from.some((old) => isWithin(cidr, old)));
      if (wider.length === 0) return [];
      const sentence = `the API of cluster ${text(after!.values, "name") ?? ""} can be reached from ${enumerated(wider.map(blockNamed))}`;
      return [{ layer, address: cluster.address, kind: "endpoint", sentence, before: enumerated(from, "its own network only"), after: enumerated(to) }];
    }),
  );
}

/** What the AWS provider and EKS take where nothing is said: everybody. */
function openTo(cluster: Side | undefined): string[] {
  const access = block(cluster?.values, "vpc_config");
  if (access?.["endpoint_public_access"] !== true) return [];
  const cidrs = texts(access, "public_access_cidrs");
  return cidrs.length > 0 ? cidrs : ["0.0.0.0/0"];
}
