import { instancePrice } from "../../aws/instance-prices";
import { monthly, prices } from "../../aws/prices";
import { assumedSpotDiscount } from "../../aws/spot";
import { block, blocks, number, text, type Values } from "../values";
import type { Bill } from "./bill";
import { launchTemplateOf, typesOf } from "./node-group-template";
import type { Side } from "./sides";
import { fasterDisks, isFaster } from "./volume-bill";

/** Nodes from the least to the most that the group may have, at the cheapest and the dearest of its types, with their disks. */
export function nodeGroupBill(group: Side, templates: readonly Side[]): Bill {
  const { values } = group;
  const template = launchTemplateOf(group, templates);
  const nodes = nodesOf(values);
  if (nodes === undefined) return { unpriced: "sizes that are known after apply" };
  const spot = text(values, "capacity_type") === "SPOT";
  const types = typesOf(group, template);
  const refused = unpricedCapacity(values, template, types);
  if (refused !== undefined) return { unpriced: refused };
  const each = types.map((type) => monthly(instancePrice(type)!));
  const [cheapest, dearest] = spot ? [Math.min(...each) * (1 - assumedSpotDiscount.most), Math.max(...each) * (1 - assumedSpotDiscount.least)] : [Math.min(...each), Math.max(...each)];
  const disks = disksOf(template);
  const count = nodes.min === nodes.max ? `${nodes.min}` : `${nodes.min} to ${nodes.max}`;
  return {
    dollars: { low: nodes.min * (cheapest + disks.usd), high: nodes.max * (dearest + disks.usd) },
    how: `${count} × ${eitherOf(types)}${spot ? ", SPOT" : ""}${disks.gib === 0 ? "" : `, ${disks.gib} GiB gp3 each`}`,
    besides: disks.besides,
    from: [...types.map((type) => instancePrice(type)!.from), ...(disks.gib === 0 ? [] : [prices.gp3Volume.from])],
    assumesSpot: spot,
  };
}

function eitherOf(types: readonly string[]): string {
  return types.length === 1 ? types[0]! : `${types.slice(0, -1).join(", ")} or ${types.at(-1)!}`;
}

function nodesOf(values: Values): { readonly min: number; readonly max: number } | undefined {
  const sizes = block(values, "scaling_config");
  const [min, max] = [number(sizes, "min_size"), number(sizes, "max_size")];
  return min === undefined || max === undefined ? undefined : { min, max };
}

/** Why the instances' price on demand under Linux is not what they cost. */
function unpricedCapacity(values: Values, template: Side | undefined, types: readonly string[]): string | undefined {
  if (text(values, "capacity_type") === "CAPACITY_BLOCK") return "a capacity block, which is paid for when it is bought";
  if (text(values, "ami_type")?.startsWith("WINDOWS")) return "Windows, whose licence is in the price";
  if (text(block(template?.values, "placement"), "tenancy") === "dedicated") return "dedicated tenancy";
  if (types.length === 0) return "instance types that the plan does not say";
  const unknown = types.filter((type) => instancePrice(type) === undefined);
  return unknown.length === 0 ? undefined : `no price of ${unknown.join(", ")}`;
}

interface Disks {
  readonly usd: number;
  readonly gib: number;
  readonly besides: readonly string[];
}

/** Of one node. */
function disksOf(template: Side | undefined): Disks {
  if (template === undefined) return { usd: 0, gib: 0, besides: ["disks of nodes without a launch template in the plan"] };
  const disks = blocks(template.values, "block_device_mappings").flatMap((mapping) => blocks(mapping, "ebs"));
  const sizes = disks.map((disk) => (text(disk, "volume_type") === "gp3" ? number(disk, "volume_size") : undefined)).filter((gib) => gib !== undefined);
  const gib = sizes.reduce((sum, size) => sum + size, 0);
  return {
    usd: monthly(prices.gp3Volume, gib),
    gib,
    besides: [
      ...(disks.length === 0 || sizes.length < disks.length ? ["disks of nodes that are not gp3 or take the image's size"] : []),
      ...(disks.some(isFaster) ? [fasterDisks] : []),
    ],
  };
}
