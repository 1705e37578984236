import { matches, type Rule } from "../../kernel";

/** An ordinary availability zone. Local Zones and zone ids have another shape and cannot hold a control plane. */
export function zoneName(id: string): Rule<string> {
  return matches(id, /^[a-z]{2,4}(-[a-z]+)+-[0-9]+[a-z]$/, "the name of an availability zone such as us-east-1a");
}

/** A VPC is in one region, and a zone's name is its region and a letter. */
export const oneRegion: Rule<readonly string[]> = {
  id: "zones-region",
  expected: "zones of one region",
  holds: (zones) => new Set(zones.map((zone) => zone.slice(0, -1))).size <= 1,
  condition: (ref) => `length(distinct([for zone in ${ref} : replace(zone, "/[a-z]$/", "")])) <= 1`,
};
