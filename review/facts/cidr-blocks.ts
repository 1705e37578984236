import { contains, parseCidr } from "../../kernel/cidr";

export function isWithin(cidr: string, outer: string): boolean {
  if (cidr === outer || (outer === "::/0" && cidr.includes(":"))) return true;
  const [inside, outside] = [parseCidr(cidr), parseCidr(outer)];
  return inside !== undefined && outside !== undefined && contains(outside, inside);
}

export function blockNamed(cidr: string): string {
  return cidr === "0.0.0.0/0" || cidr === "::/0" ? `${cidr} (the whole internet)` : cidr;
}
