import { ebsVolumes } from "../../aws/ebs-volumes";
import { monthly, prices } from "../../aws/prices";
import { number, text, type Values } from "../values";
import type { Bill } from "./bill";
import type { Side } from "./sides";

export function volumeBill({ values }: Side): Bill {
  const [kind, gib] = [text(values, "type"), number(values, "size")];
  if (kind !== "gp3" || gib === undefined) return { unpriced: kind === "gp3" ? "a size that the plan does not say" : `volumes of type ${kind ?? "that the plan does not say"}` };
  const usd = monthly(prices.gp3Volume, gib);
  return { dollars: { low: usd, high: usd }, how: `${gib} GiB gp3`, from: [prices.gp3Volume.from], ...(isFaster(values) && { besides: [fasterDisks] }) };
}

export const fasterDisks = "IOPS and throughput of volumes beyond what gp3 includes";

export function isFaster(disk: Values): boolean {
  const { iops, throughputMibs } = ebsVolumes.gp3;
  return (number(disk, "iops") ?? 0) > iops.min || (number(disk, "throughput") ?? 0) > throughputMibs.min;
}
