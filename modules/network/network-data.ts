import type { Value } from "../../kernel/schema";
import type { networkInputs } from "./inputs";
import type { LayoutInputs } from "./layout";

/** A network as an environment says it, with every default filled in. */
export type NetworkData = Omit<Value<typeof networkInputs>, "name" | "tags" | "rolePath" | "permissionsBoundary">;

/** The inputs that decide the layout. */
export function layoutInputs({ cidr, zones, zoneSlots, ...data }: NetworkData): LayoutInputs {
  const given = { public: data.publicSubnets, private: data.privateSubnets, intra: data.intraSubnets, pod: data.podSubnets, database: data.databaseSubnets };
  const there = Object.entries(given).filter(([, tier]) => tier !== null);
  return { cidr, zones, zoneSlots, tiers: Object.fromEntries(there) as LayoutInputs["tiers"] };
}
