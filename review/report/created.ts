import { grouped } from "../grouped";
import { addressOf } from "../naming/address";
import { blockNamed } from "../naming/named";
import type { PartOf } from "../naming/part";
import type { PlannedResource } from "../plan-json";
import type { CreatedCollection, CreatedPart } from "./review";

/** What is new, by part and block: the largest part first. */
export function createdParts(created: readonly PlannedResource[], partOf: PartOf): CreatedPart[] {
  const parts = grouped(created, ({ address }) => partOf(address));
  const sized = [...parts].map(([part, resources]) => ({ part, total: resources.length, collections: collectionsOf(resources, partOf) }));
  return sized.sort((one, other) => other.total - one.total || (one.part < other.part ? -1 : 1));
}

function collectionsOf(resources: readonly PlannedResource[], partOf: PartOf): CreatedCollection[] {
  return [...grouped(resources, ({ address }) => addressOf(address).block)].map(([address, members]) => {
    const { type } = members[0]!;
    return { address, type, what: blockNamed(type, address, partOf), keys: members.flatMap((one) => addressOf(one.address).key ?? []) };
  });
}
