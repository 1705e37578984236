import { type Construct, moved } from "../../kernel";
import { groupKeys, type GroupsData } from "./group-data";

const addresses = { terraform: "aws_eks_node_group.this", autoscaler: "aws_eks_node_group.autoscaled" } as const;

type Owner = keyof typeof addresses;

/** The keys of all groups by who owns the wanted number of nodes. `zones` are those of the network. */
export function keysByOwner(groups: GroupsData, zones: readonly string[]): Record<Owner, readonly string[]> {
  const of = (owner: Owner) =>
    Object.entries(groups)
      .filter(([, { autoscaler }]) => (autoscaler == null ? "terraform" : "autoscaler") === owner)
      .flatMap(([name, group]) => groupKeys(name, group, zones));
  return { terraform: of("terraform"), autoscaler: of("autoscaler") };
}

/**
 * Moves each group to where its present owner keeps it, so that a change between Terraform and an autoscaler replaces
 * nothing. For stacks: a module does not know the keys, and its user writes the blocks.
 */
export function ownerMoves(nodeGroups: Construct, keys: Readonly<Record<Owner, readonly string[]>>): void {
  if (keys.terraform.length > 0) moved(nodeGroups, addresses.autoscaler, addresses.terraform, keys.terraform);
  if (keys.autoscaler.length > 0) moved(nodeGroups, addresses.terraform, addresses.autoscaler, keys.autoscaler);
}
