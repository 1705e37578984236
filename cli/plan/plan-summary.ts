import { changedOutputs, plannedResources } from "../../review/plan-json";

/** What a plan does, by address. */
export interface PlanSummary {
  readonly replaced: readonly string[];
  readonly destroyed: readonly string[];
  readonly forgotten: readonly string[];
  readonly changed: readonly string[];
  readonly added: readonly string[];
  /** Names of outputs. */
  readonly outputs: readonly string[];
}

export function planSummary(plan: unknown): PlanSummary {
  const resources = plannedResources(plan, () => true);
  const by = (wanted: string) => resources.filter(({ verb }) => verb === wanted).map(({ address }) => address).sort();
  return { replaced: by("replace"), destroyed: by("delete"), forgotten: by("forget"), changed: by("update"), added: by("create"), outputs: changedOutputs(plan).sort() };
}

/** `2 to add, 1 to replace`, in Terraform's words. */
export function countsOf(summary: PlanSummary): string {
  const counts = [
    [summary.replaced, "to replace"],
    [summary.destroyed, "to destroy"],
    [summary.forgotten, "to forget"],
    [summary.changed, "to change"],
    [summary.added, "to add"],
  ] as const;
  const told = counts.filter(([addresses]) => addresses.length > 0).map(([addresses, what]) => `${addresses.length} ${what}`);
  if (told.length > 0) return told.join(", ");
  return summary.outputs.length > 0 ? `no changes but of outputs: ${summary.outputs.join(", ")}` : "no changes";
}

/** What goes comes first, by address; what is new is many, and is counted by type. */
export function summaryLines({ replaced, destroyed, forgotten, changed, added }: PlanSummary): string[] {
  const lines = (sign: string, addresses: readonly string[]) => addresses.map((address) => `${sign.padStart(3)} ${address}`);
  const types = added.map(typeOf);
  const counted = [...new Set(types)].map((type) => `${type} ×${types.filter((one) => one === type).length}`);
  return [...lines("-/+", replaced), ...lines("-", destroyed), ...lines(".", forgotten), ...lines("~", changed), ...lines("+", counted)];
}

function typeOf(address: string): string {
  return address.replace(/^(module\.\w[\w-]*(\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\.)*/, "").split(".")[0]!;
}
