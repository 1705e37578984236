import { grouped } from "../grouped";
import type { PartOf } from "../naming/part";
import type { PlannedResource } from "../plan-json";
import type { Configuration } from "./configuration";
import { countsOf } from "./counts";
import type { Dependencies } from "./review";

/** The parts of a layer and what each refers to. A plan does not say what a local is made of: by its name it is of a part. */
export function dependenciesOf(resources: readonly PlannedResource[], { blocks, calls }: Configuration, partOf: PartOf): Dependencies {
  const members = grouped(resources, ({ address }) => partOf(address));
  const parts = [...members].map(([name, own]) => ({ name, counts: countsOf(own) }));
  const referring = [
    ...blocks.map(({ address, references }) => ({ from: partOf(address), module: moduleOf(address), references })),
    ...calls.map(({ address, references }) => ({ from: partOf(`${address}.any.any`), module: moduleOf(address), references })),
  ];
  const needs = new Map<string, readonly [string, string]>();
  for (const { from, module, references } of referring) {
    for (const to of references.flatMap((reference) => referred(reference, module, partOf))) {
      if (from !== to && members.has(from) && members.has(to)) needs.set(`${from} ${to}`, [from, to]);
    }
  }
  return { parts, needs: [...needs.values()] };
}

/** The part that a reference leads to: of `aws_vpc.network_this.id`, `local.network_zones` and `module.network.vpc_id` that of the network. */
function referred(reference: string, module: string, partOf: PartOf): string[] {
  const [first, second] = reference.replace(/^data\./, "").replaceAll(/\[[^\]]*\]/g, "").split(".");
  if (second === undefined || ["each", "count", "path", "self", "terraform"].includes(first!)) return [];
  if (first === "module") return [partOf(`${module}module.${second}.any.any`)];
  // Inside of a module, variables and locals are its own.
  return module !== "" && (first === "var" || first === "local") ? [] : [partOf(`${module}any.${second}`)];
}

/** The module that an address stands in, with a dot where there is one. */
function moduleOf(address: string): string {
  return /^(module\.[\w-]+\.)*(?=(module\.)?[^.]+(\.[^.]+)?$)/.exec(address)?.[0] ?? "";
}
